/** A symmetric matrix whose entries are mostly 0, row by row: row i holds columns[starts[i] … starts[i + 1]), ascending. */
export type SparseMatrix = {
  readonly size: number;
  readonly starts: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float64Array;
};

/** The matrix of these rows, each a map from column to value. */
export function fromRows(rows: readonly ReadonlyMap<number, number>[]): SparseMatrix {
  const starts = new Uint32Array(rows.length + 1);
  rows.forEach((row, i) => {
    starts[i + 1] = (starts[i] ?? 0) + row.size;
  });
  const columns = new Uint32Array(starts.at(-1) ?? 0);
  const values = new Float64Array(columns.length);
  rows.forEach((row, i) => {
    let at = starts[i] ?? 0;
    for (const [column, value] of [...row].sort(([a], [b]) => a - b)) {
      columns[at] = column;
      values[at] = value;
      at += 1;
    }
  });
  return { size: rows.length, starts, columns, values };
}

/** `matrix` × `block`, where the block has `width` columns and is stored row by row. */
export function multiply(matrix: SparseMatrix, block: Float64Array, width: number): Float64Array {
  const product = new Float64Array(matrix.size * width);
  for (let row = 0; row < matrix.size; row++) {
    const to = row * width;
    for (let at = matrix.starts[row] ?? 0; at < (matrix.starts[row + 1] ?? 0); at++) {
      const value = matrix.values[at] ?? 0;
      const from = (matrix.columns[at] ?? 0) * width;
      for (let k = 0; k < width; k++) product[to + k] = (product[to + k] ?? 0) + value * (block[from + k] ?? 0);
    }
  }
  return product;
}

/** A sparse matrix by rows: the columns and values of each row that are not zero. */
export type SparseRows = readonly { readonly columns: readonly number[]; readonly values: readonly number[] }[];

/** Numbers in [0, 1) that are the same in every run (Numerical Recipes' linear congruential generator). */
function sameRandom(): () => number {
  let state = 20_230_331;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
};

/** The matrix times a column. */
function times(matrix: SparseRows, column: Float64Array): Float64Array {
  return Float64Array.from(matrix, ({ columns, values }) => {
    let sum = 0;
    for (let at = 0; at < columns.length; at++) sum += (values[at] ?? 0) * (column[columns[at] ?? 0] ?? 0);
    return sum;
  });
}

/** The transposed matrix times a column. */
function transposedTimes(matrix: SparseRows, width: number, column: Float64Array): Float64Array {
  const result = new Float64Array(width);
  for (const [row, { columns, values }] of matrix.entries()) {
    const factor = column[row] ?? 0;
    for (let at = 0; at < columns.length; at++) {
      const to = columns[at] ?? 0;
      result[to] = (result[to] ?? 0) + factor * (values[at] ?? 0);
    }
  }
  return result;
}

/** Makes columns orthonormal in place (Gram-Schmidt, twice for accuracy); one that brings nothing new becomes zero. */
function orthonormalise(columns: readonly Float64Array[]): void {
  for (const [k, column] of columns.entries()) {
    for (let pass = 0; pass < 2; pass++)
      for (const before of columns.slice(0, k)) {
        const along = dot(column, before);
        for (let i = 0; i < column.length; i++) column[i] = (column[i] ?? 0) - along * (before[i] ?? 0);
      }
    const norm = Math.sqrt(dot(column, column));
    for (let i = 0; i < column.length; i++) column[i] = norm > 1e-9 ? (column[i] ?? 0) / norm : 0;
  }
}

/** The lower triangle L of a symmetric positive matrix M = L·Lᵀ (Cholesky); directions without extent become zero. */
function cholesky(matrix: readonly Float64Array[]): Float64Array[] {
  const size = matrix.length;
  const lower = matrix.map(() => new Float64Array(size));
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i]?.[j] ?? 0;
      for (let k = 0; k < j; k++) sum -= (lower[i]?.[k] ?? 0) * (lower[j]?.[k] ?? 0);
      const row = lower[i];
      if (!row) continue;
      const pivot = lower[j]?.[j] ?? 0;
      if (i === j) row[j] = sum > 1e-12 ? Math.sqrt(sum) : 0;
      else row[j] = pivot > 0 ? sum / pivot : 0;
    }
  return lower;
}

/**
 * Each column of a sparse matrix as a vector of at most `rank` numbers, so that dot products of the vectors are
 * nearly those of the columns within the best subspace of that rank: randomised range finding with power iterations
 * (Halko, Martinsson and Tropp, SIAM Review 53, 2011). The same matrix gives the same vectors.
 */
export function columnVectors(matrix: SparseRows, width: number, rank: number, iterations = 2): Float64Array[] {
  const random = sameRandom();
  let basis: Float64Array[] = Array.from({ length: Math.min(rank, width) }, () =>
    Float64Array.from({ length: width }, () => random() - 0.5),
  );
  for (let i = 0; i <= iterations; i++) {
    basis = basis.map((column) => transposedTimes(matrix, width, times(matrix, column)));
    orthonormalise(basis);
  }
  const projected = basis.map((column) => times(matrix, column));
  const lower = cholesky(projected.map((column) => Float64Array.from(projected, (other) => dot(column, other))));
  const vectors = Array.from({ length: width }, () => new Float64Array(basis.length));
  for (const [i, column] of basis.entries()) {
    const row = lower[i] ?? new Float64Array(0);
    for (const [word, vector] of vectors.entries()) {
      const along = column[word] ?? 0;
      for (let k = 0; k <= i; k++) vector[k] = (vector[k] ?? 0) + along * (row[k] ?? 0);
    }
  }
  return vectors;
}

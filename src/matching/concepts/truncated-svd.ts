import { multiply, type SparseMatrix } from './sparse-matrix.ts';

/** Columns beside those wanted, and rounds of sharpening: with these the first directions are found to several digits. */
const SPARE = 10;
const ROUNDS = 4;
const SWEEPS = 40;

/** Mulberry32: the same seed gives the same numbers in [0, 1), on any machine. */
function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function gaussian(count: number, seed: number): Float64Array {
  const next = uniform(seed);
  return Float64Array.from(
    { length: count },
    () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  );
}

/** Makes the columns of a block (row by row, `width` columns) orthonormal, in place (modified Gram-Schmidt, twice for safety). Columns that depend on earlier ones become 0. */
function orthonormalise(block: Float64Array, width: number): void {
  const size = block.length / width;
  const dot = (a: number, b: number) => {
    let sum = 0;
    for (let row = 0; row < size; row++) sum += (block[row * width + a] ?? 0) * (block[row * width + b] ?? 0);
    return sum;
  };
  for (let column = 0; column < width; column++) {
    const before = Math.sqrt(dot(column, column));
    for (let pass = 0; pass < 2; pass++) {
      for (let other = 0; other < column; other++) {
        const along = dot(column, other);
        for (let row = 0; row < size; row++) {
          const at = row * width;
          block[at + column] = (block[at + column] ?? 0) - along * (block[at + other] ?? 0);
        }
      }
    }
    const length = Math.sqrt(dot(column, column));
    const scale = length > 1e-10 * before && length > 0 ? 1 / length : 0;
    for (let row = 0; row < size; row++) block[row * width + column] = (block[row * width + column] ?? 0) * scale;
  }
}

/** Eigenvalues and eigenvectors (as columns) of a small symmetric matrix, by Jacobi's rotations. `matrix` is used up. */
export function eigenOfSymmetric(matrix: Float64Array, size: number): { values: Float64Array; vectors: Float64Array } {
  const vectors = new Float64Array(size * size);
  for (let i = 0; i < size; i++) vectors[i * size + i] = 1;
  const at = (i: number, j: number) => matrix[i * size + j] ?? 0;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let off = 0;
    for (let i = 0; i < size; i++) for (let j = i + 1; j < size; j++) off += at(i, j) ** 2;
    if (off < 1e-22) break;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        if (Math.abs(at(p, q)) < 1e-300) continue;
        const theta = (at(q, q) - at(p, p)) / (2 * at(p, q));
        const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        rotate(matrix, vectors, size, p, q, c, t * c);
      }
    }
  }
  return { values: Float64Array.from({ length: size }, (_, i) => at(i, i)), vectors };
}

function rotate(a: Float64Array, v: Float64Array, size: number, p: number, q: number, c: number, s: number): void {
  for (let k = 0; k < size; k++) {
    const [kp, kq] = [a[k * size + p] ?? 0, a[k * size + q] ?? 0];
    a[k * size + p] = c * kp - s * kq;
    a[k * size + q] = s * kp + c * kq;
  }
  for (let k = 0; k < size; k++) {
    const [pk, qk] = [a[p * size + k] ?? 0, a[q * size + k] ?? 0];
    a[p * size + k] = c * pk - s * qk;
    a[q * size + k] = s * pk + c * qk;
  }
  for (let k = 0; k < size; k++) {
    const [kp, kq] = [v[k * size + p] ?? 0, v[k * size + q] ?? 0];
    v[k * size + p] = c * kp - s * kq;
    v[k * size + q] = s * kp + c * kq;
  }
}

/** `left`ᵀ × `right` for two blocks of `width` columns. */
function cross(left: Float64Array, right: Float64Array, width: number): Float64Array {
  const product = new Float64Array(width * width);
  for (let from = 0; from < left.length; from += width) {
    for (let i = 0; i < width; i++) {
      const value = left[from + i] ?? 0;
      if (value === 0) continue;
      for (let j = 0; j < width; j++) {
        product[i * width + j] = (product[i * width + j] ?? 0) + value * (right[from + j] ?? 0);
      }
    }
  }
  return product;
}

/**
 * The `dimensions` strongest directions of a symmetric sparse matrix: for each row its coordinates, each scaled by the
 * root of the direction's strength, row by row. By random projection and subspace iteration (Halko, Martinsson and
 * Tropp 2011); the seed decides the projection, so that the same matrix always gives the same numbers.
 */
export function truncatedSvd(matrix: SparseMatrix, dimensions: number, seed: number): Float64Array {
  const width = Math.min(matrix.size, dimensions + SPARE);
  let basis = gaussian(matrix.size * width, seed);
  for (let round = 0; round < ROUNDS; round++) {
    basis = multiply(matrix, basis, width);
    orthonormalise(basis, width);
  }
  const image = multiply(matrix, basis, width);
  const { values, vectors } = eigenOfSymmetric(cross(basis, image, width), width);
  const order = [...values.keys()].sort((a, b) => Math.abs(values[b] ?? 0) - Math.abs(values[a] ?? 0));
  const kept = order.slice(0, dimensions);
  const coordinates = new Float64Array(matrix.size * dimensions);
  kept.forEach((direction, k) => {
    const scale = Math.sqrt(Math.abs(values[direction] ?? 0));
    // A direction and its opposite are the same: the larger end is made positive.
    let [largest, sign] = [0, 1];
    for (let row = 0; row < matrix.size; row++) {
      let sum = 0;
      for (let j = 0; j < width; j++) sum += (basis[row * width + j] ?? 0) * (vectors[j * width + direction] ?? 0);
      coordinates[row * dimensions + k] = scale * sum;
      if (Math.abs(sum) > largest) [largest, sign] = [Math.abs(sum), Math.sign(sum)];
    }
    if (sign < 0)
      for (let row = 0; row < matrix.size; row++)
        coordinates[row * dimensions + k] = -(coordinates[row * dimensions + k] ?? 0);
  });
  return coordinates;
}

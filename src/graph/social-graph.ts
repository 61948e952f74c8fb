/** Who is connected to whom, as fast as memory allows; every connection goes both ways. */
export type SocialGraph = {
  /** The people connected to `id`, in the order of their entry. */
  neighbours(id: string): readonly string[];
  connected(a: string, b: string): boolean;
  /** People connected to both. */
  mutual(a: string, b: string): readonly string[];
  /** 1, 2 or 3; null where they are further apart, or nobody. 0 for oneself. */
  degree(a: string, b: string): 0 | 1 | 2 | 3 | null;
  /** Everybody within `degree` steps of `id`, with the number of steps. */
  within(id: string, degree: 1 | 2): ReadonlyMap<string, 1 | 2>;
  connect(a: string, b: string): void;
  disconnect(a: string, b: string): void;
  readonly people: number;
  readonly connections: number;
};

type Rows = { readonly ids: string[]; readonly offsets: Uint32Array; readonly targets: Uint32Array };

/** Compressed sparse rows: the neighbours of person i are `targets[offsets[i] … offsets[i + 1])`, ascending. */
function compress(edges: Iterable<readonly [string, string]>): Rows & { numberOf: Map<string, number> } {
  const numberOf = new Map<string, number>();
  const ids: string[] = [];
  const number = (id: string): number => {
    let found = numberOf.get(id);
    if (found === undefined) {
      found = ids.length;
      numberOf.set(id, found);
      ids.push(id);
    }
    return found;
  };
  const pairs: number[] = [];
  for (const [a, b] of edges) if (a !== b) pairs.push(number(a), number(b));
  const offsets = new Uint32Array(ids.length + 1);
  for (const person of pairs) offsets[person + 1] = (offsets[person + 1] ?? 0) + 1;
  for (let i = 0; i < ids.length; i++) offsets[i + 1] = (offsets[i + 1] ?? 0) + (offsets[i] ?? 0);
  const next = offsets.slice();
  const targets = new Uint32Array(pairs.length);
  const put = (from: number, to: number) => {
    const at = next[from] ?? 0;
    targets[at] = to;
    next[from] = at + 1;
  };
  for (let i = 0; i < pairs.length; i += 2) {
    const [a = 0, b = 0] = [pairs[i], pairs[i + 1]];
    put(a, b);
    put(b, a);
  }
  for (let i = 0; i < ids.length; i++) targets.subarray(offsets[i], offsets[i + 1]).sort();
  return { ids, offsets, targets, numberOf };
}

/**
 * Builds the graph from its edges, each given once or from both sides. Later changes go into a small delta beside
 * the compressed rows; `degree` meets in the middle, so that its cost is the two people's own neighbours.
 */
export function buildSocialGraph(edges: Iterable<readonly [string, string]>): SocialGraph {
  const rows = compress(edges);
  const added = new Map<string, Set<string>>();
  const removed = new Map<string, Set<string>>();
  const setOf = (delta: Map<string, Set<string>>, id: string): Set<string> => {
    const found = delta.get(id) ?? new Set<string>();
    delta.set(id, found);
    return found;
  };

  function neighbours(id: string): readonly string[] {
    const number = rows.numberOf.get(id);
    const gone = removed.get(id);
    const result: string[] = [];
    if (number !== undefined) {
      let last = -1;
      for (let at = rows.offsets[number] ?? 0; at < (rows.offsets[number + 1] ?? 0); at++) {
        const target = rows.targets[at] ?? 0;
        const other = rows.ids[target];
        // An edge that was given from both sides stands twice in a row.
        if (target !== last && other !== undefined && !gone?.has(other)) result.push(other);
        last = target;
      }
    }
    for (const other of added.get(id) ?? []) result.push(other);
    return result;
  }

  function stored(a: string, b: string): boolean {
    const [from, to] = [rows.numberOf.get(a), rows.numberOf.get(b)];
    if (from === undefined || to === undefined) return false;
    let low = rows.offsets[from] ?? 0;
    let high = (rows.offsets[from + 1] ?? 0) - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const target = rows.targets[middle] ?? 0;
      if (target === to) return true;
      if (target < to) low = middle + 1;
      else high = middle - 1;
    }
    return false;
  }

  function connected(a: string, b: string): boolean {
    return added.get(a)?.has(b) === true || (stored(a, b) && removed.get(a)?.has(b) !== true);
  }

  function mutual(a: string, b: string): readonly string[] {
    const [fewer, more] = [neighbours(a), neighbours(b)].sort((x, y) => x.length - y.length);
    const known = new Set(more);
    return (fewer ?? []).filter((id) => known.has(id));
  }

  function within(id: string, degree: 1 | 2): Map<string, 1 | 2> {
    const first = neighbours(id);
    const reached = new Map<string, 1 | 2>(first.map((other) => [other, 1]));
    if (degree === 2) {
      for (const other of first) {
        for (const further of neighbours(other)) if (further !== id && !reached.has(further)) reached.set(further, 2);
      }
    }
    return reached;
  }

  return {
    neighbours,
    connected,
    mutual,
    within,
    degree(a, b) {
      if (a === b) return 0;
      if (connected(a, b)) return 1;
      const ofA = new Set(neighbours(a));
      const ofB = neighbours(b);
      if (ofB.some((id) => ofA.has(id))) return 2;
      return ofB.some((id) => neighbours(id).some((further) => ofA.has(further))) ? 3 : null;
    },
    connect(a, b) {
      if (a === b || connected(a, b)) return;
      for (const [from, to] of [
        [a, b],
        [b, a],
      ] as const) {
        if (stored(from, to)) removed.get(from)?.delete(to);
        else setOf(added, from).add(to);
      }
    },
    disconnect(a, b) {
      if (!connected(a, b)) return;
      for (const [from, to] of [
        [a, b],
        [b, a],
      ] as const) {
        if (!added.get(from)?.delete(to)) setOf(removed, from).add(to);
      }
    },
    get people() {
      return rows.ids.length;
    },
    get connections() {
      let ends = 0;
      for (const id of rows.ids) ends += neighbours(id).length;
      for (const [id, others] of added) if (!rows.numberOf.has(id)) ends += others.size;
      return ends / 2;
    },
  };
}

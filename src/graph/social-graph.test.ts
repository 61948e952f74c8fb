import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildSocialGraph } from './social-graph.ts';

const person = fc.integer({ min: 0, max: 14 }).map((n) => `p${n}`);
const edge = fc.tuple(person, person);
const change = fc.record({ kind: fc.constantFrom('connect', 'disconnect'), between: edge });

/** The same graph as a set of pairs, and the degree by plain breadth-first search. */
function slowGraph(edges: Iterable<readonly [string, string]>) {
  const pairs = new Set<string>();
  const key = (a: string, b: string) => [a, b].sort().join(' ');
  const connect = (a: string, b: string) => a !== b && pairs.add(key(a, b));
  for (const [a, b] of edges) connect(a, b);
  const neighbours = (id: string) =>
    [...pairs].map((pair) => pair.split(' ')).flatMap(([a, b]) => (a === id ? [b ?? ''] : b === id ? [a ?? ''] : []));
  return {
    connect,
    disconnect: (a: string, b: string) => pairs.delete(key(a, b)),
    neighbours,
    size: () => pairs.size,
    degree(a: string, b: string): number | null {
      let frontier = new Set([a]);
      const seen = new Set([a]);
      for (let steps = 0; steps <= 3; steps++) {
        if (frontier.has(b)) return steps;
        frontier = new Set([...frontier].flatMap(neighbours).filter((id) => !seen.has(id)));
        for (const id of frontier) seen.add(id);
      }
      return null;
    },
  };
}

describe('the social graph', () => {
  test('agrees with breadth-first search over plain pairs, also after changes', () => {
    fc.assert(
      fc.property(fc.array(edge), fc.array(change), (edges, changes) => {
        const graph = buildSocialGraph(edges);
        const slow = slowGraph(edges);
        for (const { kind, between } of changes) {
          if (kind === 'connect') {
            graph.connect(...between);
            slow.connect(...between);
          } else {
            graph.disconnect(...between);
            slow.disconnect(...between);
          }
        }
        expect(graph.connections).toBe(slow.size());
        for (let i = 0; i < 15; i++) {
          expect([...graph.neighbours(`p${i}`)].sort()).toEqual(slow.neighbours(`p${i}`).sort());
          for (let j = 0; j < 15; j++) expect(graph.degree(`p${i}`, `p${j}`)).toBe(slow.degree(`p${i}`, `p${j}`));
        }
      }),
    );
  });

  test('names the people whom both know', () => {
    const graph = buildSocialGraph([
      ['a', 'x'],
      ['x', 'b'],
      ['a', 'y'],
      ['y', 'b'],
      ['a', 'z'],
    ]);
    expect([...graph.mutual('a', 'b')].sort()).toEqual(['x', 'y']);
    expect(graph.within('a', 2)).toEqual(
      new Map([
        ['x', 1],
        ['y', 1],
        ['z', 1],
        ['b', 2],
      ]),
    );
  });

  test('does not know strangers', () => {
    const graph = buildSocialGraph([]);
    expect(graph.degree('a', 'b')).toBeNull();
    expect(graph.neighbours('a')).toEqual([]);
  });
});

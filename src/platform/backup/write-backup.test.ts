import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parentsFirst } from './write-backup.ts';

test('every table comes after those that it references, and none is lost', () => {
  const graph = fc.integer({ min: 1, max: 12 }).chain((count) =>
    fc.record({
      names: fc.shuffledSubarray(
        Array.from({ length: count + 1 }, (_, n) => `t${n}`),
        { minLength: count + 1 },
      ),
      // A reference goes to a table of a lower number: no circles.
      references: fc.array(
        fc
          .tuple(fc.nat({ max: count - 1 }), fc.nat({ max: count - 1 }))
          .map(([a, b]) => ({ child: `t${Math.max(a, b) + 1}`, parent: `t${Math.min(a, b)}` })),
      ),
    }),
  );
  fc.assert(
    fc.property(graph, ({ names, references }) => {
      const ordered = parentsFirst(
        names.map((name) => ({ name })),
        references,
      ).map((table) => table.name);
      expect([...ordered].sort()).toEqual([...names].sort());
      for (const { child, parent } of references) expect(ordered.indexOf(parent)).toBeLessThan(ordered.indexOf(child));
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupNeighbours } from './neighbouring-labels.ts';
import { createLabelRanker } from './rank-labels.ts';

const WORK = 'baker,welder,lawyer,nurse,teacher,fisher,miner,tailor,pilot,gardener,actor,butcher'.split(',');
const FIELDS = 'ship,cotton,glass,dairy,road,airport,hotel,timber,copper,theatre,bridge,poultry'.split(',');

/** Fields in the order of `seed`, each with the same six names in the order of letters. */
const file = FIELDS.flatMap((field, at) => {
  const work = WORK[at] ?? '';
  return [`${work}, ${field}`, `assistant ${field} ${work}`, `${field} ${work}`, `master ${work} (${field})`]
    .sort()
    .map((label) => ({ id: field, label }));
});

const apart = (labels: readonly { label: string }[]) => labels.map(({ label }, row) => ({ id: String(row), label }));

describe('labels that stand together', () => {
  test('are found to be names of one work, without ids', () => {
    const groups = groupNeighbours(file) ?? [];
    const found = Map.groupBy(file.keys(), (row) => groups[row]);
    expect([...found.values()].map((rows) => [...new Set(rows.map((row) => file[row]?.id))])).toEqual(
      FIELDS.map((field) => [field]),
    );
  });

  test('are told apart where the list is shuffled or sorted', () => {
    const shuffled = file.map((label, row) => ({ label, key: (row * 29) % file.length })).sort((a, b) => a.key - b.key);
    expect(groupNeighbours(shuffled.map(({ label }) => label))).toBeNull();
    expect(groupNeighbours([...file].sort((a, b) => (a.label < b.label ? -1 : 1)))).toBeNull();
  });

  test('bring one another where each has an id of its own, and keep that id', () => {
    const results = createLabelRanker(apart(file))('glass lawyer', 4);
    expect(new Set(results.map(({ id }) => file[Number(id)]?.id))).toEqual(new Set(['glass']));
    for (const { id, label } of results) expect(file[Number(id)]?.label).toBe(label);
  });

  test('are numbered without a gap, from the first to the last', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...file), { maxLength: 80 }), (labels) => {
        const groups = [...(groupNeighbours(labels) ?? [])];
        for (const [row, group] of groups.entries()) {
          const before = groups[row - 1] ?? -1;
          expect(row === 0 ? group === 0 : group === before || group === before + 1).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });
});

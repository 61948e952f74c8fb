import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { occupationNames } from './occupation-names.ts';
import { createLabelRanker } from './rank-labels.ts';

const file = join(import.meta.dirname, '../lexicons/occupations.tsv');
const rows = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t'));

describe('the occupations', () => {
  test('have a code of O*NET-SOC, a title and a unit group of ISCO-08 each', () => {
    expect(new Set(rows.map(([soc]) => soc)).size).toBe(rows.length);
    for (const cells of rows) {
      expect(cells).toHaveLength(5);
      expect(cells[0]).toMatch(/^\d{2}-\d{4}\.\d{2}$/);
      expect(cells[2]).toMatch(/^\d{4}$/);
    }
  });

  test('are named by a role where the file gives no names', () => {
    const named = new Set(occupationNames().map(({ title }) => title));
    for (const [, title = ''] of rows) if (!title.includes('All Other')) expect(named, title).toContain(title);
  });

  const rank = createLabelRanker(
    ['derrickhand', 'bookmaker', 'zoologist', 'glass blower', 'tax inspector'].map((label) => ({ id: label, label })),
  );
  test.each([
    ['Derrick Operators, Oil and Gas', 'derrickhand'],
    ['Gambling and Sports Book Writers and Runners', 'bookmaker'],
    ['玻璃吹制工', 'glass blower'],
    ['税务稽查员', 'tax inspector'],
  ])('%s is a %s', (title, label) => {
    expect(rank(title, 3)[0]?.label).toBe(label);
  });
});

import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { openSheet } from './sheet.ts';

const folder = mkdtempSync(join(tmpdir(), 'renmai-sheet-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LONG = 'x'.repeat(2_000_000);

test('a sheet that was written out while another was waited for is ready', async () => {
  const file = join(folder, 'moves.tsv');
  const sheet = openSheet(file);
  sheet.write([LONG, null]);
  while ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) < LONG.length) await setImmediate();
  for (let turn = 0; turn < 20; turn++) await setImmediate();
  await sheet.ready();
  sheet.write(['last', 1n]);
  await sheet.close();
  expect(readFileSync(file, 'utf8')).toBe(`${LONG}\t\\N\nlast\t1\n`);
});

test('a sheet that cannot be written says so', async () => {
  const sheet = openSheet(join(folder, 'no-such-folder', 'sheet.tsv'));
  sheet.write([LONG]);
  await expect(sheet.close()).rejects.toThrow('ENOENT');
});

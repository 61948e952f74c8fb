import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeTables } from './describe.ts';

/** Without the padding that formatting gives to tables. */
const plain = (text: string) => text.replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---');

test('docs/warehouse.md has every table, column by column', () => {
  const docs = readFileSync(join(import.meta.dirname, '../../../docs/warehouse.md'), 'utf8');
  expect(plain(docs)).toContain(plain(describeTables()));
});

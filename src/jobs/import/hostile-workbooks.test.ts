import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, describe, expect, test } from 'vitest';
import { zip, zipOfOverlaps } from '../../../test/made-zip.ts';
import { checkWorkbook } from './check-workbook.ts';
import { plainText } from './plain-text.ts';
import { readXlsx } from './read-xlsx.ts';

const folder = await mkdtemp(join(tmpdir(), 'renmai-workbooks-'));
afterAll(() => rm(folder, { recursive: true }));
const MIB = 2 ** 20;
const utf8 = (text: string) => new TextEncoder().encode(text);

function written(name: string, content: Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

const row = '<row r="1"><c r="A1"><v>1</v></c></row>';

describe('a workbook made to hurt is refused with the reason', () => {
  test.each([
    [
      'shared strings without end',
      { 'xl/sharedStrings.xml': utf8('<si><t>x</t></si>'.repeat(20 * MIB)) },
      'unpacks-too-large',
    ],
    [
      'a sheet of the same row without end',
      { 'xl/worksheets/sheet1.xml': utf8(row.repeat(4 * MIB)) },
      'unpacks-too-large',
    ],
    [
      'a cell without end',
      { 'xl/worksheets/sheet1.xml': utf8(`<row><c><v>${'1'.repeat(4 * MIB)}`) },
      'unpacks-too-large',
    ],
    ['no part of a workbook', { 'word/document.xml': utf8('<a/>') }, 'not-xlsx'],
  ])('%s', async (name, parts, code) => {
    await expect(readXlsx(written(`${name}.xlsx`, zip(parts)))).rejects.toMatchObject({ failure: { code } });
  });

  test('a row without end', async () => {
    const file = written(
      'row.xlsx',
      zip({ 'xl/worksheets/sheet1.xml': utf8('<c r="A1"><v>1</v></c>'.repeat(4 * MIB)) }),
    );
    await expect(checkWorkbook(file)).rejects.toMatchObject({ failure: { code: 'unpacks-too-large' } });
  });

  test('a directory that lies, and files cut off anywhere', async () => {
    const whole = zip({ 'xl/workbook.xml': utf8('<workbook/>'), 'xl/worksheets/sheet1.xml': utf8(row.repeat(500)) });
    for (let length = 4; length < whole.length; length += 37) {
      await expect(checkWorkbook(written('cut.xlsx', whole.slice(0, length)))).rejects.toMatchObject({
        failure: { code: 'not-xlsx' },
      });
    }
    const many = zipOfOverlaps(utf8(row), 'xl/worksheets/sheet1.xml', 20_000);
    await expect(checkWorkbook(written('many.xlsx', many))).rejects.toMatchObject({ failure: { code: 'not-xlsx' } });
  });

  test('a real one of 20,000 rows is not', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('postings');
    for (let n = 0; n < 20_000; n++) sheet.addRow(['算法工程师', '北京', '30-50K', n]);
    const file = join(folder, 'real.xlsx');
    await workbook.xlsx.writeFile(file);
    await checkWorkbook(file);
    let rows = 0;
    for await (const _ of (await readXlsx(file)).rows) rows++;
    expect(rows).toBe(20_000);
  });
});

describe('a description of tags', () => {
  test.each(['<', '<script', '<style>', '<a ', '</p', '&#x1', '<script></script', ' \n '])(
    'of 1,000,000 characters of %j ends in a text',
    (piece) => {
      const text = `<p>${piece.repeat(Math.ceil(1_000_000 / piece.length))}`;
      expect(typeof plainText(text)).toBe('string');
    },
  );
  test('loses its scripts, and one that is never closed to the end', () => {
    expect(plainText('<p>A<script>x</script>B<style>y</style>C</p>')).toBe('A B C');
    expect(plainText('<p>A</p><script>x')).toBe('A');
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readResume, readResumeFile } from './index.ts';

const folder = join(import.meta.dirname, 'samples');
const files = readdirSync(folder).filter((name) => /\.(txt|md|pdf|docx)$/.test(name));

function expectSpansInSource(reading: ReturnType<typeof readResume>): void {
  JSON.stringify(reading, (_, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'start' in value && 'end' in value && 'text' in value) {
      expect(reading.sourceText.slice(Number(value.start), Number(value.end))).toBe(value.text);
    }
    return value;
  });
}

test.each(files)('%s gives a name and each value with its words, the same twice', async (file) => {
  const bytes = new Uint8Array(readFileSync(join(folder, file)));
  const first = await readResumeFile(bytes, file);
  expect(first.ok).toBe(true);
  if (!first.ok) return;
  expect(first.value.name, file).not.toBeNull();
  expectSpansInSource(first.value);
  expect(await readResumeFile(new Uint8Array(readFileSync(join(folder, file))), file)).toEqual(first);
});

test('positions, dates and skills of a plain Chinese resume', () => {
  const reading = readResume(readFileSync(join(folder, 'zh-bars.txt'), 'utf8'));
  expect(reading.positions.map((row) => [row.title?.value, row.start?.value, row.end?.value])).toEqual([
    ['高级产品经理', '2019-04', null],
    ['产品经理', '2016-03', '2019-03'],
    ['产品助理', '2013-07', '2016-02'],
  ]);
  expect(reading.education.map((row) => row.degree?.value)).toEqual(['bachelor']);
});

test('any text is read without an error, and nothing is said that it does not say', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => expectSpansInSource(readResume(text))),
    { numRuns: 200 },
  );
});

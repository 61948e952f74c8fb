import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, prefix: string): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}.${key}`, value] as [string, string]] : flat(value, `${prefix}.${key}`),
  );
}

function catalogue(language: string): Map<string, string> {
  const folder = join(root, 'locales', language);
  return new Map(
    readdirSync(folder).flatMap((file) =>
      flat(JSON.parse(readFileSync(join(folder, file), 'utf8')), file.slice(0, -5)),
    ),
  );
}

const zh = catalogue('zh-CN');
const en = catalogue('en');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.') && !name.includes('.gen.'))
  .map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }));

test('both languages say the same things, and none is empty', () => {
  expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
  const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();
  for (const [key, said] of zh) {
    const other = en.get(key) ?? '';
    expect(said.trim() && other.trim(), key).not.toBe('');
    expect(placeholders(other), key).toEqual(placeholders(said));
  }
});

/** A key as it stands, or in the forms that a number asks for. */
const has = (key: string) => zh.has(key) || zh.has(`${key}_other`);

test('every key that a page uses is there', () => {
  for (const { name, text } of sources) {
    for (const [, key = ''] of text.matchAll(/\bt\('([\w.-]+)'/g)) expect(has(key), `${name}: ${key}`).toBe(true);
    for (const [, stem = ''] of text.matchAll(/\bt\(`([\w.-]+)\.\$\{/g)) {
      expect(
        [...zh.keys()].some((key) => key.startsWith(`${stem}.`)),
        `${name}: ${stem}`,
      ).toBe(true);
    }
  }
});

test('no page has Chinese words of its own', () => {
  for (const { name, text } of sources) {
    const words = text.replaceAll(/(['"`])[、;:,/[\]\s]+\1/g, '').match(/\p{Script=Han}+/gu) ?? [];
    expect(words, name).toEqual([]);
  }
});

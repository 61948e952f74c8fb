import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Locale } from './demo.ts';

const folder = (locale: Locale) =>
  join(import.meta.dirname, '..', 'web', 'locales', locale === 'zh-CN' ? 'zh-CN' : 'en');
const catalogue = z.record(z.string(), z.unknown());

function readCatalogues(locale: Locale): Record<string, unknown> {
  const files = readdirSync(folder(locale)).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    files.map((name) => [name.slice(0, -5), JSON.parse(readFileSync(join(folder(locale), name), 'utf8'))]),
  );
}

/** What the pages say in a language, by the catalogue's key: `community.reply`. A key that is not there fails the test. */
export function wordsOf(locale: Locale): (key: string, values?: Readonly<Record<string, string | number>>) => string {
  const all = readCatalogues(locale);
  return (key, values = {}) => {
    let found: unknown = all;
    for (const part of key.split('.')) found = catalogue.parse(found)[part];
    if (typeof found !== 'string') throw new Error(`no words for ${key} in ${locale}`);
    return found.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
  };
}

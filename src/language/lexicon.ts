import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  CITY_TIERS,
  type City,
  type Company,
  type District,
  type Industry,
  type Province,
  type Role,
  type School,
  SENIORITIES,
  type Seniority,
  type Skill,
} from './model.ts';

const folder = join(import.meta.dirname, 'lexicons');

function rows(file: string, columns: number): string[][] {
  return readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line, index) => {
      const cells = line.split('\t');
      if (cells.length !== columns || cells[0] === '')
        throw new Error(`${file}: row ${index + 1} has not ${columns} columns`);
      return cells;
    });
}

/** The rungs from the first to the last of "first-last", or the one that stands alone. */
function rungs(cell: string | undefined): readonly Seniority[] {
  if (!cell) return [];
  const [first, last = first] = cell.split('-').map((rung) => z.enum(SENIORITIES).parse(rung));
  if (first === undefined || last === undefined) return [];
  return SENIORITIES.slice(SENIORITIES.indexOf(first), SENIORITIES.indexOf(last) + 1);
}

const list = (cell: string | undefined): string[] => (cell ? cell.split('|').filter((word) => word !== '') : []);

function once<T>(load: () => T): () => T {
  let value: T | undefined;
  return () => {
    value ??= load();
    return value;
  };
}

function indexOf<T extends { id: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  const index = new Map(entries.map((entry) => [entry.id, entry]));
  if (index.size !== entries.length) throw new Error('an id stands twice in a lexicon');
  return index;
}

const skillIndex = once(() =>
  indexOf(
    rows('skills.tsv', 8).map(
      ([id = '', zh = '', en = '', aliases, category = '', parents, ambiguous, neighbours]): Skill => ({
        id,
        zh,
        en,
        aliases: list(aliases),
        category,
        parents: list(parents),
        ambiguous: new Set(list(ambiguous)),
        neighbours: list(neighbours),
      }),
    ),
  ),
);

const roleIndex = once(() =>
  indexOf(
    rows('roles.tsv', 10).map(
      ([id = '', zh = '', en = '', aliases, family = '', collar, soc, isco = '', ladder, skills]): Role => ({
        id,
        zh,
        en,
        aliases: list(aliases),
        family,
        collar: z.enum(['white', 'blue']).parse(collar),
        soc: soc || null,
        isco,
        ladder: rungs(ladder),
        skills: list(skills),
      }),
    ),
  ),
);

const namedIndex = (file: string) =>
  once(() =>
    indexOf(rows(file, 4).map(([id = '', zh = '', en = '', aliases]) => ({ id, zh, en, aliases: list(aliases) }))),
  );

const industryIndex = once(() =>
  indexOf(
    rows('industries.tsv', 5).map(
      ([id = '', zh = '', en = '', aliases, parent]): Industry => ({
        id,
        zh,
        en,
        aliases: list(aliases),
        parent: parent || null,
      }),
    ),
  ),
);
const schoolIndex: () => ReadonlyMap<string, School> = namedIndex('schools.tsv');

const companyIndex = once(() =>
  indexOf(
    rows('companies.tsv', 5).map(
      ([id = '', zh = '', en = '', aliases, industryId = '']): Company => ({
        id,
        zh,
        en,
        aliases: list(aliases),
        industryId,
      }),
    ),
  ),
);

const cityIndex = once(() =>
  indexOf(
    rows('cities.tsv', 7).map(
      ([id = '', zh = '', en = '', province, tier, aliases, country = '']): City => ({
        id,
        zh,
        en,
        province: province || null,
        tier: tier ? z.enum(CITY_TIERS).parse(tier) : null,
        aliases: list(aliases),
        country,
      }),
    ),
  ),
);

const provinceIndex = once(() =>
  indexOf(rows('provinces.tsv', 3).map(([id = '', zh = '', en = '']): Province => ({ id, zh, en }))),
);

/** Districts and areas that people name instead of their city. */
export const districts = once((): readonly District[] =>
  rows('districts.tsv', 3).map(([name = '', cityId = '', ambiguous]) => ({
    name,
    cityId,
    ambiguous: ambiguous === '1',
  })),
);

export const skills = (): readonly Skill[] => [...skillIndex().values()];
export const roles = (): readonly Role[] => [...roleIndex().values()];
export const industries = (): readonly Industry[] => [...industryIndex().values()];
export const schools = (): readonly School[] => [...schoolIndex().values()];
/** Companies that recruiters name; many names are also common words, so they count only where a text speaks of employers. */
export const companies = (): readonly Company[] => [...companyIndex().values()];
export const cities = (): readonly City[] => [...cityIndex().values()];
export const provinces = (): readonly Province[] => [...provinceIndex().values()];

export const findSkill = (id: string): Skill | undefined => skillIndex().get(id);
export const findRole = (id: string): Role | undefined => roleIndex().get(id);
export const findIndustry = (id: string): Industry | undefined => industryIndex().get(id);
/** The industry that one is a part of, or itself where it is a part of none: restaurants are hospitality. */
export const broadIndustry = (id: string): string => findIndustry(id)?.parent ?? id;
export const findCompany = (id: string): Company | undefined => companyIndex().get(id);
export const findSchool = (id: string): School | undefined => schoolIndex().get(id);
export const findCity = (id: string): City | undefined => cityIndex().get(id);

import { type RawBuilder, sql } from 'kysely';
import type { RoleBrief } from '../../language/index.ts';
import { degreesFrom } from '../filter.ts';
import type { Filter } from '../model.ts';
import { markOf } from '../query/find-by-query.ts';
import type { Condition, Query, Term } from '../query/query-model.ts';
import type { Looking } from '../rules.ts';

/** A condition on a row of `talent_entry as e`. */
export type Sql = RawBuilder<boolean>;

const HAN_ALONE = /^\p{Script=Han}$/u;
const NOBODY: Sql = sql<boolean>`false`;
const EVERYBODY: Sql = sql<boolean>`true`;

export const allOf = (parts: readonly Sql[]): Sql =>
  parts.length === 0 ? EVERYBODY : sql<boolean>`(${sql.join([...parts], sql` and `)})`;
const oneOf = (parts: readonly Sql[]): Sql =>
  parts.length === 0 ? NOBODY : sql<boolean>`(${sql.join([...parts], sql` or `)})`;
const not = (part: Sql): Sql => sql<boolean>`(not ${part})`;

/** Whoever is in one of the sets. */
export const inAny = (names: readonly string[]): Sql =>
  names.length === 0 ? NOBODY : sql<boolean>`e.sets && ${[...names]}::text[]`;

export const isOneOf = (ids: Iterable<string>): Sql => sql<boolean>`e.member_id = any(${[...ids]}::uuid[])`;

/** Years of work in a month, to one decimal, as they are counted for everybody. */
const yearsAt = (month: number) =>
  sql<number>`round((e.worked + case when e.as_of = 0 then 0 else greatest(0, ${month}::integer - e.as_of) end)::numeric / 12, 1)`;

/** Whom the one who looks may be shown, by the index; whoever is shown is checked again by their rows. */
export function visibleTo(looking: Looking): Sql {
  const theirs = looking.companyIds.flatMap((id) => [`works:${id}`, `hides:${id}`]);
  const never = [...looking.applied, ...looking.blocked, looking.recruiterId].filter((id) => id !== '');
  return allOf([
    ...(theirs.length > 0 ? [not(inAny(theirs))] : []),
    oneOf([not(inAny(['for-connections'])), isOneOf(looking.connections)]),
    ...(never.length > 0 ? [not(isOneOf(never))] : []),
  ]);
}

/** Who lives, or would live, where the work is. */
export function inPlace(brief: RoleBrief): Sql {
  if (brief.cityIds.length === 0 || brief.remote?.value === true) return EVERYBODY;
  return inAny(brief.cityIds.flatMap(({ value }) => [`home:${value}`, `wish:${value}`]));
}

/** Who passes the filter. */
export function passing(filter: Filter, near: (steps: number) => Iterable<string>, month: number): Sql {
  return allOf([
    ...(filter.cityId === undefined ? [] : [inAny([`home:${filter.cityId}`])]),
    ...(filter.degree === undefined ? [] : [inAny(degreesFrom(filter.degree).map((degree) => `degree:${degree}`))]),
    ...(filter.skill === undefined ? [] : [inAny([`skill:${filter.skill}`])]),
    ...(filter.verified === 'true' ? [inAny(['verified'])] : []),
    ...(filter.connection === undefined ? [] : [isOneOf(near(filter.connection))]),
    ...(filter.yearsMin === undefined ? [] : [sql<boolean>`${yearsAt(month)} >= ${filter.yearsMin}::numeric`]),
  ]);
}

/** A word as PostgreSQL's full text keeps it, quoted so that nothing in it is an operator. */
const lexeme = (word: string): string => `'${word.replaceAll(/['\\]/g, (sign) => sign + sign)}'`;
const hasWord = (query: string): Sql => sql<boolean>`e.words @@ ${query}::tsquery`;

function wordSql({ where, prefix, terms }: Condition & { readonly kind: 'words' }, term: string, last: boolean): Sql {
  const alone = HAN_ALONE.test(term);
  const open = prefix && last;
  if (where === 'anywhere') {
    if (alone) return hasWord(lexeme(`~${term}`));
    return hasWord(open ? `${lexeme(term)}:*` : lexeme(term));
  }
  const begin = markOf(where, '');
  if (alone) {
    return sql<boolean>`exists (select from unnest(e.sets) as s where starts_with(s, ${begin}) and strpos(substr(s, ${begin.length + 1}::integer), ${term}) > 0)`;
  }
  if (!open || terms.length === 0) return inAny([markOf(where, term)]);
  return sql<boolean>`exists (select from unnest(e.sets) as s where starts_with(s, ${markOf(where, term)}))`;
}

/** Who a part of a query finds, from above and below: see `query/find-by-query.ts`. */
export type Bounds = { readonly most: Sql; readonly least: Sql };
const alike = (both: Sql): Bounds => ({ most: both, least: both });

export function boundsOfTerm({ condition, memberIds }: Term, month: number): Bounds {
  switch (condition.kind) {
    case 'words': {
      const { terms } = condition;
      const known = inAny(condition.sets);
      const words = terms.map((term, n) => wordSql(condition, term, n === terms.length - 1));
      const most = oneOf([known, ...(words.length > 0 ? [allOf(words)] : [])]);
      return { most, least: terms.length === 1 ? most : known };
    }
    case 'sets':
      return alike(inAny(condition.sets));
    case 'years': {
      const years = yearsAt(month);
      return alike(
        sql<boolean>`${years} between ${String(condition.min)}::numeric and ${String(condition.max)}::numeric`,
      );
    }
    case 'school':
      return alike(isOneOf(memberIds ?? []));
  }
}

export function boundsOf(query: Query, month: number): Bounds {
  if (query.kind === 'term') return boundsOfTerm(query, month);
  if (query.kind === 'not') {
    const inner = boundsOf(query.part, month);
    return { most: not(inner.least), least: not(inner.most) };
  }
  const parts = query.parts.map((part) => boundsOf(part, month));
  if (parts.length === 0) return alike(EVERYBODY);
  const join = query.kind === 'and' ? allOf : oneOf;
  return { most: join(parts.map(({ most }) => most)), least: join(parts.map(({ least }) => least)) };
}

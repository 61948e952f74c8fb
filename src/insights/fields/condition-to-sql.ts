import type { Condition } from '../model.ts';
import { rolesUnder, skillsUnder, termKey } from './condition.ts';

/** An expression and the values of its parameters (`$name`). */
export type Predicate = { readonly sql: string; readonly values: Readonly<Record<string, string>> };

/** How a table's rows answer the single terms. */
export type Columns = {
  /** The keys of the terms that were decided when the rows were taken in: each is a column of that name. */
  readonly terms: readonly string[];
  /** Before each column: `posting.`; empty where there is only one table. */
  readonly prefix?: string;
  /** Before each parameter, where several predicates stand in one statement. */
  readonly parameters?: string;
  /** Tables of the ids of rows that say a keyword, for keywords that were not decided: by the term's key. */
  readonly hits?: { readonly tables: ReadonlyMap<string, string>; readonly id: 'id' | 'person_id' };
};

/** A term as a column of truth values: "skill:aigc". */
export const termColumn = (key: string): string => `"${key.replaceAll('"', '""')}"`;

/**
 * The condition as an SQL predicate that is never null. A term that is among the decided ones is a column; another skill
 * is looked for in the row's skills; another keyword cannot be decided here and is an error: the warehouse keeps no texts.
 */
export function conditionToSql(condition: Condition, columns: Columns): Predicate {
  const values: Record<string, string> = {};
  const prefix = columns.prefix ?? '';
  const decided = new Set(columns.terms);
  const names = new Map<string, string>();
  const parameter = (value: string): string => {
    let name = names.get(value);
    if (!name) {
      name = `${columns.parameters ?? 'p'}${names.size}`;
      names.set(value, name);
      values[name] = value;
    }
    return `$${name}`;
  };
  const marked = (key: string): string | null => (decided.has(key) ? `${prefix}${termColumn(key)}` : null);
  const oneOf = (column: string, ids: readonly string[]) =>
    `coalesce(${prefix}${column} in (${ids.map(parameter).join(', ')}), false)`;
  const write = (part: Condition): string => {
    if ('all' in part) return part.all.length === 0 ? 'true' : `(${part.all.map(write).join(' and ')})`;
    if ('any' in part) return part.any.length === 0 ? 'false' : `(${part.any.map(write).join(' or ')})`;
    if ('not' in part) return `(not ${write(part.not)})`;
    if ('role' in part) return oneOf('role_id', rolesUnder(part.role));
    if ('industry' in part) return oneOf('industry_id', [part.industry]);
    if ('skill' in part) {
      const key = termKey({ kind: 'skill', value: part.skill });
      const each = [...skillsUnder(part.skill)].map((id) => `list_contains(${prefix}skills, ${parameter(id)})`);
      return marked(key) ?? `(${each.join(' or ')})`;
    }
    const key = termKey({ kind: 'keyword', value: part.keyword });
    const mark = marked(key);
    if (mark) return mark;
    const table = columns.hits?.tables.get(key);
    if (!columns.hits || !table) throw new Error(`the warehouse has not looked for ${key}`);
    return `(${prefix}${columns.hits.id} in (select id from ${table}))`;
  };
  return { sql: write(condition), values };
}

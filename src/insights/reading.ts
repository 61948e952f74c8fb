import type { z } from 'zod';
import type { Text } from '../platform/index.ts';
import type { Predicate } from './fields/condition-to-sql.ts';
import type { FieldView, Figure, Period, ReportQuery } from './model.ts';
import type { Warehouse } from './warehouse/index.ts';
import type { Weights } from './weights/read-weights.ts';

/** One report's question to the warehouse: which rows, which time, against what. Every figure is made from one. */
export type Reading = {
  readonly field: FieldView;
  readonly query: ReportQuery;
  readonly period: Period;
  /** The time that growth is measured against. */
  readonly before: Period;
  /** What shares are set against: the whole network or another field, in the same period. */
  readonly baseline: { readonly label: Text; readonly words: Text; readonly is: string };
  /** SQL that is true of the field's rows, in postings, people and posts alike. */
  readonly is: string;
  /** SQL that is true of the postings and applications of the chosen source. */
  readonly ofSource: string;
  /** SQL that is true of a posting that is counted as new. */
  readonly isNew: string;
  /** Whether the source has people: an imported set of postings has none. */
  readonly hasPeople: boolean;
  /** A field that this one differs from by so few people that nobody is counted; null where there is none. */
  readonly tooClose: Text | null;
  /** The month at whose end people are counted; null where none is kept at or before the period's end. */
  readonly peopleMonth: string | null;
  /** The names of topics that have one in both languages, by the topic as it is written. */
  readonly topicNames: Readonly<Record<string, Text>>;
  /** What people weigh; null where each counts for one. */
  readonly weights: Weights | null;
  ask<T extends z.ZodType>(schema: T, sql: string): Promise<z.output<T>[]>;
  /** The statement as it was run, with its values in place. */
  shown(sql: string): string;
};

/** A sentence that may lead the report, and how surprising it is: Cohen's h for shares, the logarithm for ratios. */
export type Claim = { readonly sentence: Text; readonly effect: number };

export type Draft = { readonly figure: Figure; readonly claims: readonly Claim[] };

export type FigureMaker = (reading: Reading) => Promise<Draft>;

/** Only the parameters that a statement uses: DuckDB refuses others. */
export function valuesFor(sql: string, values: Predicate['values']): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => new RegExp(`\\$${name}\\b`).test(sql)));
}

/** The statement with its values in place of its parameters. */
export function withValues(sql: string, values: Predicate['values']): string {
  return sql.replaceAll(/\$(\w+)/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : `'${value.replaceAll("'", "''")}'`;
  });
}

/** The statement with its values in place and its margin taken away, for readers to run. */
export function inlineValues(sql: string, values: Predicate['values']): string {
  const lines = withValues(sql, values)
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line.trim() !== '');
  const margin = Math.min(...lines.map((line) => line.length - line.trimStart().length));
  return lines.map((line) => line.slice(margin)).join('\n');
}

export function warehouseReader(warehouse: Warehouse, values: Predicate['values']): Pick<Reading, 'ask' | 'shown'> {
  return {
    ask: (schema, sql) => warehouse.rows(schema, sql, valuesFor(sql, values)),
    shown: (sql) => inlineValues(sql, values),
  };
}

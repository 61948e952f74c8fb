import { findIndustry, findRole, findSkill } from '../../language/index.ts';
import {
  formatCell,
  formatInterval,
  formatN,
  formatNumber,
  formatPeriod,
  type Locale,
  usualTitle,
} from '../charts/index.ts';
import type { Cell, Condition, Figure, FigureTable, Report } from '../model.ts';
import { reportWords } from './report-words.ts';

/** A table as text: intervals have columns of their own, beside what they belong to. */
export type OutlineTable = {
  readonly title: string;
  readonly header: readonly string[];
  /** Whether each column is a number and stands at the right. */
  readonly numeric: readonly boolean[];
  readonly rows: readonly (readonly string[])[];
  /** Whether each column is the interval of the one before it. */
  readonly intervals: readonly boolean[];
};

export type OutlineFigure = {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly sentences: readonly string[];
  /** Period, n and what it is set against, in one line. */
  readonly facts: string;
  readonly notes: readonly string[];
  readonly tables: readonly OutlineTable[];
  readonly definition: string;
  readonly formula: string;
  readonly sql: string;
  readonly references: readonly string[];
  readonly figure: Figure;
};

/** A report in one language, in the order in which every export says it. */
export type Outline = {
  readonly locale: Locale;
  readonly network: string;
  /** The field's name. */
  readonly subject: string;
  readonly title: string;
  readonly subtitle: string;
  readonly generated: string | null;
  readonly lead: readonly string[];
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly figures: readonly OutlineFigure[];
  readonly notes: readonly string[];
  /** `aigc-2023-01-2023-02-zh`: the stem of every file's name. */
  readonly stem: string;
};

const hasInterval = (cell: Cell | undefined): boolean => cell?.low !== undefined && cell.high !== undefined;

function outlineTable(table: FigureTable, locale: Locale): OutlineTable {
  const words = reportWords(locale);
  const columns = table.columns.flatMap((column, at) => {
    const value = {
      interval: false,
      header: column.label[locale],
      text: (cells: readonly Cell[]) => formatCell(cells[at], column.kind, locale),
    };
    if (!table.rows.some((row) => hasInterval(row.cells[at]))) return [value];
    const interval = {
      interval: true,
      header: words.interval,
      text: (cells: readonly Cell[]) => formatInterval(cells[at], column.kind, locale) ?? '',
    };
    return [value, interval];
  });
  return {
    title: table.title[locale],
    header: [table.rowLabel[locale], ...columns.map((column) => column.header)],
    numeric: [false, ...columns.map(() => true)],
    intervals: [false, ...columns.map((column) => column.interval)],
    rows: table.rows.map((row) => [row.label[locale], ...columns.map((column) => column.text(row.cells))]),
  };
}

/** More columns than this do not stand beside one another on a printed page. */
const MOST_ON_A_PAGE = 7;

/** A table for a page of paper: where it has too many columns, each interval stands under its value, in a second line of the cell. */
export function foldedTable(table: OutlineTable, locale: Locale): OutlineTable {
  if (table.header.length <= MOST_ON_A_PAGE) return table;
  const kept = table.intervals.flatMap((interval, at) => (interval ? [] : [at]));
  const only = <T>(list: readonly T[]): T[] => kept.flatMap((at) => list.slice(at, at + 1));
  const words = reportWords(locale);
  return {
    title: `${table.title}${words.below(words.interval)}`,
    header: only(table.header),
    numeric: only(table.numeric),
    intervals: kept.map(() => false),
    rows: table.rows.map((row) =>
      kept.map((at) => [row[at], table.intervals[at + 1] ? row[at + 1] : ''].filter(Boolean).join('\n')),
    ),
  };
}

/** What a figure was counted from: "2023年1–2月 · n = 814 个职位 · 对比:2022年同期(n = 620)". */
export function figureFacts(figure: Figure, locale: Locale): string {
  const words = reportWords(locale);
  const n = `${formatN(figure.n, locale)} ${words.units[figure.unit]}`;
  const { baseline } = figure;
  return [
    formatPeriod(figure.period, locale),
    n,
    ...(baseline ? [`${words.compared}${words.colon}${baseline.label[locale]} (${formatN(baseline.n, locale)})`] : []),
    ...(figure.suppressedGroups > 0 ? [words.hiddenGroups(figure.suppressedGroups)] : []),
  ].join(' · ');
}

function outlineFigure(figure: Figure, locale: Locale): OutlineFigure {
  const text = (value: { zh: string; en: string }) => value[locale];
  return {
    id: figure.id,
    code: figure.code,
    title: text(figure.title),
    sentences: figure.sentences.map(text),
    facts: figureFacts(figure, locale),
    notes: figure.notes.map(text),
    tables: figure.tables.map((table) => outlineTable(table, locale)),
    definition: text(figure.definition),
    formula: text(figure.formula),
    sql: figure.sql,
    references: figure.references,
    figure,
  };
}

/** A field's condition in words: `"AIGC" or skill Natural language processing`. */
export function conditionInWords(condition: Condition, locale: Locale): string {
  const zh = locale === 'zh';
  const named = (id: string, kind: string, entry: { zh: string; en: string } | undefined): string =>
    `${kind}${zh ? '' : ' '}${zh ? '“' : '"'}${entry?.[locale] ?? id}${zh ? '”' : '"'}`;
  const inside = (item: Condition): string =>
    'all' in item || 'any' in item ? `(${conditionInWords(item, locale)})` : conditionInWords(item, locale);
  if ('keyword' in condition) return zh ? `“${condition.keyword}”` : `"${condition.keyword}"`;
  if ('skill' in condition) return named(condition.skill, zh ? '技能' : 'skill', findSkill(condition.skill));
  if ('role' in condition) return named(condition.role, zh ? '岗位' : 'role', findRole(condition.role));
  if ('industry' in condition)
    return named(condition.industry, zh ? '行业' : 'industry', findIndustry(condition.industry));
  if ('not' in condition) return `${zh ? '非' : 'not '}${inside(condition.not)}`;
  if ('any' in condition) return condition.any.map(inside).join(zh ? '或' : ' or ');
  if (condition.all.length === 0) return zh ? '全部' : 'everything';
  return condition.all.map(inside).join(zh ? '且' : ' and ');
}

/** What a published report says of itself beside its numbers. */
export type Imprint = {
  /** In place of the usual title. */
  readonly title: string | null;
  readonly facts: readonly (readonly [label: string, value: string])[];
};

/** The report in one language, as text ready to be set: exports differ in form alone, never in a number. */
export function outlineReport(report: Report, locale: Locale, imprint?: Imprint): Outline {
  const words = reportWords(locale);
  const { field, query, network, sources, snapshot } = report;
  const count = (value: number) => formatNumber(value, 'count', locale);
  const name = field.name[locale];
  return {
    locale,
    network: network.name[locale],
    subject: name,
    title: imprint?.title ?? usualTitle(name, locale),
    subtitle: formatPeriod(query, locale),
    generated: network.generated ? words.generated : null,
    lead: report.lead.map((text) => text[locale]),
    facts: [
      [words.period, formatPeriod(query, locale)],
      [words.compared, words.compare[query.compare]],
      [
        words.sources,
        sources
          .map((source) => words.of(source.name[locale], count(source.postings), count(source.people)))
          .join(words.joint),
      ],
      ...(query.ghosts === 'without' ? [[words.ghosts, words.ghostsOut] as const] : []),
      ...(query.weights ? [[words.weights, words.weighted] as const] : []),
      ...(query.epsilon === undefined ? [] : [[words.privacy, `ε = ${query.epsilon}`] as const]),
      [words.field, field.about[locale] || name],
      [words.fieldDefinition, conditionInWords(field.definition, locale)],
      [words.snapshot, `${snapshot.hash.slice(0, 16)} · ${snapshot.at.slice(0, 10)}`],
      ...(imprint?.facts ?? []),
    ],
    figures: report.figures.map((figure) => outlineFigure(figure, locale)),
    notes: report.notes.map((text) => text[locale]),
    stem: `${field.id}-${query.from}-${query.to}${query.epsilon === undefined ? '' : '-public'}-${locale}`,
  };
}

import type { DayOptions } from '../../language/index.ts';
import type { Text } from '../../platform/index.ts';

/** What a column of a posting file can hold. `requirements` is one line with several of them ("3-4年经验 | 本科 | 招1人"). */
export const FIELDS = [
  'title',
  'company',
  'place',
  'pay',
  'payMin',
  'payMax',
  'payPeriod',
  'payCurrency',
  'years',
  'degree',
  'requirements',
  'headcount',
  'skills',
  'industry',
  'seniority',
  'publishedOn',
  'closedOn',
  'description',
  'url',
  'sourceId',
] as const;
export type Field = (typeof FIELDS)[number];

/** A file as rows of text cells, whatever its format. */
export type Table = {
  /** The columns' names; null where the first row may be data. */
  readonly columns: readonly string[] | null;
  readonly rows: AsyncIterable<TableRow>;
};
export type TableRow =
  | {
      /** As an editor or spreadsheet counts, from 1; the position of the record where a format has no lines. */
      readonly line: number;
      readonly cells: readonly string[];
      /** How much of the file has been read, 0–1; null where the format does not say. */
      readonly done: number | null;
    }
  | { readonly line: number; readonly unreadable: Text; readonly done: number | null };

/** Which field each column holds, and how that was found out. */
export type ColumnUse = {
  readonly column: number;
  readonly name: string;
  readonly field: Field | null;
  readonly by: 'told' | 'header' | 'values' | null;
};

/** A posting as read from its row; pay is a year, in its currency. */
export type UnderstoodPosting = {
  readonly title: string;
  readonly company: string;
  readonly cityId: string | null;
  readonly remote: boolean;
  readonly payText: string;
  readonly payMin: number | null;
  readonly payMax: number | null;
  readonly payCurrency: string;
  readonly degree: string | null;
  readonly yearsMin: number | null;
  readonly yearsMax: number | null;
  readonly headcount: number | null;
  readonly roleId: string | null;
  readonly seniority: string | null;
  readonly mustSkills: readonly string[];
  readonly niceSkills: readonly string[];
  readonly industryId: string | null;
  readonly publishedOn: string | null;
  readonly closedOn: string | null;
  readonly description: string;
  readonly url: string | null;
  readonly locale: 'zh' | 'en';
  /** The same posting has the same key in every file: made of its URL, else of its content. */
  readonly sourceKey: string;
};

export type RowError = { readonly line: number; readonly column: string | null; readonly reason: Text };

/** How a cell was read: `unknown` is an honest "does not say" (negotiable, elsewhere); `missed` is what we could not read. */
export type CellOutcome = 'understood' | 'unknown' | 'empty' | 'missed';

export type ColumnCount = {
  readonly name: string;
  readonly field: Field;
  understood: number;
  unknown: number;
  empty: number;
  missed: number;
  /** The first different cells that were missed. */
  readonly examples: { line: number; text: string }[];
};

export type ImportOptions = DayOptions & {
  /** Names for the columns of a file without a header row; `-` leaves one out. */
  readonly columns?: readonly string[] | undefined;
  /** Field → the name (or number, from 1) of the column that holds it. */
  readonly map?: Readonly<Record<string, string>> | undefined;
  readonly dryRun?: boolean | undefined;
  /** What the rows are filed under; the file's name where none is given. */
  readonly dataset?: string | undefined;
  /** Leaves role, rung and skills unread. */
  readonly withoutText?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
};

type ImportProgress = { readonly file: string; readonly rows: number; readonly done: number | null };

export type FileReport = {
  readonly file: string;
  readonly format: string;
  readonly columns: readonly ColumnUse[];
  readonly cells: readonly ColumnCount[];
  readonly rows: number;
  readonly added: number;
  /** Rows that the network already had, from this file or an earlier one. */
  readonly known: number;
  /** All rows with an error are counted; the first ones are listed. */
  readonly wrong: number;
  readonly errors: readonly RowError[];
  /** The first rows as understood, for a dry run. */
  readonly sample: readonly UnderstoodPosting[];
};

export type ImportReport = {
  readonly files: readonly FileReport[];
  readonly added: number;
  readonly known: number;
  readonly wrong: number;
  readonly companiesAdded: number;
  readonly dryRun: boolean;
  /** Whether the import was stopped before the end; what was read until then is kept. */
  readonly stopped: boolean;
};

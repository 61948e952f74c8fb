import { linkRole, readDay, readDegree, readHeadcount, readPay, readPlace, readYears } from '../../language/index.ts';
import { failure, ok, type Result } from '../../platform/index.ts';
import { fieldNamed, fieldOfHeader } from './header-words.ts';
import { type ColumnUse, FIELDS, type Field } from './model.ts';
import { isRequirementsLine } from './requirements.ts';

type Cells = readonly string[];
type Told = {
  readonly columns?: readonly string[] | undefined;
  readonly map?: Readonly<Record<string, string>> | undefined;
};

/** Longer cells are prose, whatever a reader finds in them. */
const LONGEST_VALUE = 60;
const short = (cell: string): boolean => cell.trim().length <= LONGEST_VALUE;

const isPay = (cell: string): boolean => {
  const pay = readPay(cell);
  // A bare number may be anything.
  return short(cell) && !/^\d+$/u.test(cell.trim()) && (pay.kind === 'range' || pay.reason === 'negotiable');
};
const isPlace = (cell: string): boolean =>
  short(cell) &&
  !/有限公司|\d{3}/u.test(cell) &&
  ![null, 'not-understood'].includes(readPlace(cell).reason ?? 'city') &&
  cell.trim().length <= 24;
const COMPANY =
  /公司|集团|研究院|事务所|大学|医院|银行|实验室|中心|工作室|\b(?:inc|ltd|llc|gmbh|corp|co|group|plc|limited|technologies|company|labs?)\b\.?/iu;

/** What share of a kind's cells must look like it, and how telling it is among others. */
const LOOKS: readonly { readonly field: Field; readonly least: number; readonly is: (cell: string) => boolean }[] = [
  { field: 'url', least: 0.8, is: (cell) => /^https?:\/\/\S+$/u.test(cell.trim()) },
  {
    field: 'publishedOn',
    least: 0.8,
    is: (cell) => short(cell) && readDay(cell, { year: 2000 }).kind === 'day' && !/^\d+$/u.test(cell),
  },
  { field: 'requirements', least: 0.4, is: isRequirementsLine },
  { field: 'pay', least: 0.6, is: isPay },
  { field: 'degree', least: 0.7, is: (cell) => cell.trim().length <= 16 && readDegree(cell) !== null },
  {
    field: 'years',
    least: 0.7,
    is: (cell) => cell.trim().length <= 24 && !/^\d+$/u.test(cell.trim()) && readYears(cell) !== null,
  },
  {
    field: 'headcount',
    least: 0.7,
    is: (cell) => cell.trim().length <= 8 && !/^\d+$/u.test(cell.trim()) && readHeadcount(cell) !== null,
  },
  { field: 'place', least: 0.6, is: isPlace },
  { field: 'description', least: 0.6, is: (cell) => cell.length > 80 },
  { field: 'company', least: 0.3, is: (cell) => short(cell) && COMPANY.test(cell) },
  { field: 'title', least: 0.3, is: (cell) => short(cell) && linkRole(cell) !== null },
];

function shareOf(rows: readonly Cells[], column: number, is: (cell: string) => boolean): number {
  const given = rows.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '');
  return given.length === 0 ? 0 : given.filter(is).length / given.length;
}

/** The fields that columns hold by the look of their cells; each field at most once, the surest first. */
function byValues(rows: readonly Cells[], width: number, taken: ReadonlySet<Field>, free: readonly number[]) {
  const found = new Map<number, Field>();
  const used = new Set(taken);
  // Kinds that cannot be mistaken go before those that can, whatever their shares.
  for (const { field, least, is } of LOOKS) {
    if (used.has(field)) continue;
    const [best] = free
      .filter((column) => column < width && !found.has(column))
      .map((column) => ({ column, share: shareOf(rows, column, is) }))
      .sort((a, b) => b.share - a.share);
    if (!best || best.share < least) continue;
    found.set(best.column, field);
    used.add(field);
  }
  return found;
}

const TYPED: ReadonlySet<Field> = new Set(['url', 'publishedOn', 'requirements', 'pay', 'degree', 'years', 'place']);

/**
 * Whether a first row is the columns' names: it has header words in it, or it stands over columns of dates, pay and
 * the like and is itself none of these.
 */
function isHeader(first: Cells, rest: readonly Cells[]): boolean {
  const given = first.filter((cell) => cell.trim() !== '');
  const known = given.filter((cell) => fieldOfHeader(cell) !== null).length;
  if (known >= 2 || (known >= 1 && given.length <= 2)) return true;
  if (rest.length < 3) return false;
  const columns = [...first.keys()];
  const typed = [...byValues(rest, first.length, new Set(), columns)].filter(([, field]) => TYPED.has(field));
  const fits = typed.filter(([column, field]) => LOOKS.find((look) => look.field === field)?.is(first[column] ?? ''));
  return typed.length >= 2 && fits.length === 0;
}

function tellUnknownField(name: string): Result<never> {
  return failure('invalid', 'unknown-field', {
    zh: `没有名为 ${name} 的字段;可用的是 ${FIELDS.join('、')}`,
    en: `There is no field ${name}; there are ${FIELDS.join(', ')}`,
  });
}

function applyMap(uses: ColumnUse[], map: Readonly<Record<string, string>>): Result<ColumnUse[]> {
  let result = uses;
  for (const [name, column] of Object.entries(map)) {
    const field = fieldNamed(name) ?? fieldOfHeader(name);
    if (!field) return tellUnknownField(name);
    const wanted = column.trim();
    const target =
      result.find((use) => use.name === wanted) ??
      result.find((use) => use.name.trim().toLowerCase() === wanted.toLowerCase()) ??
      (/^\d+$/u.test(wanted) ? result[Number(wanted) - 1] : undefined);
    if (!target) {
      return failure('invalid', 'unknown-column', {
        zh: `没有列 ${wanted};这个文件的列是 ${result.map((use) => use.name).join('、')}`,
        en: `There is no column ${wanted}; the file has ${result.map((use) => use.name).join(', ')}`,
      });
    }
    result = result.map((use) =>
      use.column === target.column
        ? { ...use, field, by: 'told' }
        : use.field === field
          ? { ...use, field: null, by: null }
          : use,
    );
  }
  return ok(result);
}

function byNames(names: readonly string[], by: 'told' | 'header'): ColumnUse[] {
  const used = new Set<Field>();
  return names.map((name, column) => {
    const field = by === 'told' && name === '-' ? null : (fieldNamed(name) ?? fieldOfHeader(name));
    // Two columns for one field: the first is it (城市 before 地址).
    if (!field || used.has(field)) return { column, name, field: null, by: null };
    used.add(field);
    return { column, name, field, by };
  });
}

/** A spreadsheet's header row may end in empty cells. */
const lastGiven = (row: Cells): number => row.findLastIndex((cell) => cell.trim() !== '') + 1;

/** How many cells most rows have: one that has more holds a delimiter inside a cell. Spreadsheets leave out empty cells at the end. */
function usualWidth(rows: readonly Cells[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(lastGiven(row), (counts.get(lastGiven(row)) ?? 0) + 1);
  const common = [...counts].filter(([, count]) => count * 10 >= rows.length);
  return Math.max(0, ...common.map(([width]) => width));
}

export type Recognised = { readonly columns: readonly ColumnUse[]; readonly firstRowIsHeader: boolean };

/**
 * Which field each column of a file holds: as told, else by its header, else by its values. `names` are the columns'
 * names where the format has them; `sample` are the first rows, which otherwise may begin with a header.
 */
export function recogniseColumns(
  names: readonly string[] | null,
  sample: readonly Cells[],
  told: Told,
): Result<Recognised> {
  const [first = []] = sample;
  const firstRowIsHeader = names === null && isHeader(first, sample.slice(1));
  const rows = firstRowIsHeader ? sample.slice(1) : sample;
  const header = names ?? (firstRowIsHeader ? first : null);
  const width = header ? lastGiven(header) : usualWidth(rows);
  let uses: ColumnUse[];
  if (told.columns) {
    const unknown = told.columns.find((name) => name !== '-' && !fieldNamed(name) && !fieldOfHeader(name));
    if (unknown !== undefined) return tellUnknownField(unknown);
    const given = [...told.columns, ...Array<string>(Math.max(0, width - told.columns.length)).fill('-')];
    uses = byNames(given, 'told').map((use) => ({
      ...use,
      name: header?.[use.column] ?? (use.field || `${use.column + 1}`),
    }));
  } else {
    const padded = Array.from({ length: width }, (_, column) => header?.[column]?.trim() || `${column + 1}`);
    uses = header ? byNames(padded, 'header') : padded.map((name, column) => ({ column, name, field: null, by: null }));
    const taken = new Set(uses.flatMap((use) => use.field ?? []));
    // A header that says nothing we know may still stand over cells that speak for themselves; a date may be any date.
    if (header)
      for (const field of ['publishedOn', 'title', 'company', 'description', 'headcount'] as const) taken.add(field);
    if (taken.has('years') || taken.has('degree')) taken.add('requirements');
    const free = uses.filter((use) => use.field === null).map((use) => use.column);
    const found = byValues(rows, width, taken, free);
    uses = uses.map((use) => {
      const field = found.get(use.column);
      return field ? { ...use, field, by: 'values' } : use;
    });
  }
  const mapped = told.map ? applyMap(uses, told.map) : ok(uses);
  if (!mapped.ok) return mapped;
  const missing = (['title', 'company'] as const).filter((field) => !mapped.value.some((use) => use.field === field));
  if (sample.length > 0 && missing.length > 0) {
    const columns = mapped.value.map((use) => use.name);
    return failure('invalid', 'columns-not-recognised', {
      zh: `认不出哪一列是${missing.map((field) => (field === 'title' ? '职位名称' : '公司')).join('和')};请用 --map title=列名 指明,列有:${columns.join('、')}`,
      en: `Cannot tell which column holds the ${missing.join(' and the ')}; say so with --map title=COLUMN. The columns are ${columns.join(', ')}`,
    });
  }
  return ok({ columns: mapped.value, firstRowIsHeader });
}

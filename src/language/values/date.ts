import { foldKeepingOffsets } from '../normalise.ts';

/** A calendar day as `YYYY-MM-DD`; or why there is none. */
export type DayReading =
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'unknown'; readonly reason: 'missing' | 'needs-year' | 'needs-base' | 'not-understood' };

export type DayOptions = {
  /** The year of days that are written without one ("08-27"). */
  readonly year?: number | undefined;
  /** The day from which "3 days ago" and "yesterday" count, as `YYYY-MM-DD`. */
  readonly base?: string | undefined;
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAME = '(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const CLOCK = '(?:[t\\s]+\\d{1,2}:\\d{2}.*)?(?:发布|更新)?';

const WITH_YEAR: readonly RegExp[] = [
  new RegExp(`^(?<year>\\d{4})\\s*[-/.年]\\s*(?<month>\\d{1,2})\\s*[-/.月]\\s*(?<day>\\d{1,2})\\s*日?${CLOCK}$`, 'u'),
  new RegExp(`^(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})${CLOCK}$`, 'u'),
  new RegExp(`^${MONTH_NAME}\\s*(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})${CLOCK}$`, 'u'),
  new RegExp(`^(?<day>\\d{1,2})(?:st|nd|rd|th)?[\\s-]+${MONTH_NAME},?[\\s-]+(?<year>\\d{4})${CLOCK}$`, 'u'),
];
/** A month alone stands for its first day: a posting's month is what matters. */
const MONTH_ONLY = /^(?<year>\d{4})\s*[-/.年]\s*(?<month>\d{1,2})\s*月?$/u;
/** 08/27/2019 and 27/08/2019: told apart only where one of the two cannot be a month. */
const SLASHES = new RegExp(`^(?<first>\\d{1,2})[/.](?<second>\\d{1,2})[/.](?<year>\\d{4})${CLOCK}$`, 'u');
const WITHOUT_YEAR: readonly RegExp[] = [
  new RegExp(`^(?<month>\\d{1,2})\\s*[-/.月]\\s*(?<day>\\d{1,2})\\s*日?${CLOCK}$`, 'u'),
  new RegExp(`^${MONTH_NAME}\\s*(?<day>\\d{1,2})(?:st|nd|rd|th)?$`, 'u'),
];
const AGO =
  /^(?:(?<count>\d{1,3})\s*\+?\s*(?<unit>天|日|周|个月|days?|weeks?|months?)\s*(?:前|以前|ago)|(?<today>今天|今日|刚刚|today|just now|.*(?:小时|分钟)前|.*(?:hours?|minutes?) ago)|(?<yesterday>昨天|昨日|yesterday)|(?<before>前天))(?:发布|更新)?$/u;

const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+|(?:\s*[((]?(?:周|星期)[一二三四五六日天][))]?)$/u;

const UNKNOWN = { kind: 'unknown', reason: 'not-understood' } as const;

/** The day, if a calendar has it; only years from 1950 to 2099, so that a stray number is not taken for a date. */
function calendarDay(year: number, month: number, day: number): DayReading {
  if (year < 1950 || year > 2099) return UNKNOWN;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return UNKNOWN;
  return { kind: 'day', day: date.toISOString().slice(0, 10) };
}

function fromGroups(groups: Record<string, string | undefined>, year: number): DayReading {
  const month = groups.name ? MONTHS.indexOf(groups.name) + 1 : Number(groups.month);
  return calendarDay(year, month, groups.day === undefined ? 1 : Number(groups.day));
}

function fromSlashes(first: number, second: number, year: number): DayReading {
  if (first > 12) return calendarDay(year, second, first);
  if (second > 12 || first === second) return calendarDay(year, first, second);
  return UNKNOWN;
}

/** Counting days from 30 December 1899, as spreadsheets do (with their leap day of 1900). */
const SPREADSHEET_EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/** Spreadsheet serials of 1955–2064, and seconds or milliseconds since 1970 of 1990 and later. */
function fromNumber(value: number): DayReading {
  const at =
    value >= 20_000 && value < 60_500
      ? SPREADSHEET_EPOCH + Math.floor(value) * DAY
      : value >= 631_152_000 && value < 4_102_444_800
        ? value * 1_000
        : value >= 631_152_000_000 && value < 4_102_444_800_000
          ? value
          : null;
  return at === null ? UNKNOWN : { kind: 'day', day: new Date(at).toISOString().slice(0, 10) };
}

function fromAgo(groups: Record<string, string | undefined>, base: string | undefined): DayReading {
  if (base === undefined) return { kind: 'unknown', reason: 'needs-base' };
  const date = new Date(`${base}T00:00:00Z`);
  const count = groups.today ? 0 : groups.yesterday ? 1 : groups.before ? 2 : Number(groups.count);
  const unit = groups.unit ?? '天';
  if (/月|month/u.test(unit)) date.setUTCMonth(date.getUTCMonth() - count);
  else date.setUTCDate(date.getUTCDate() - count * (/周|week/u.test(unit) ? 7 : 1));
  return { kind: 'day', day: date.toISOString().slice(0, 10) };
}

/**
 * The day that a cell names: ISO 8601, 2019年8月27日, 2019/8/27, Aug 27, 2019, a spreadsheet's serial number, seconds
 * or milliseconds since 1970. A day without a year, and "3 days ago", are read only where the options say from
 * where; 03/04/2019, which two countries read differently, is not understood.
 */
export function readDay(text: string, options: DayOptions = {}): DayReading {
  const folded = foldKeepingOffsets(text).trim().replace(WEEKDAY, '');
  if (folded === '') return { kind: 'unknown', reason: 'missing' };
  for (const form of WITH_YEAR) {
    const groups = form.exec(folded)?.groups;
    if (groups) return fromGroups(groups, Number(groups.year));
  }
  const month = MONTH_ONLY.exec(folded)?.groups;
  if (month) return fromGroups(month, Number(month.year));
  const slashes = SLASHES.exec(folded)?.groups;
  if (slashes) return fromSlashes(Number(slashes.first), Number(slashes.second), Number(slashes.year));
  const ago = AGO.exec(folded)?.groups;
  if (ago) return fromAgo(ago, options.base);
  if (/^\d+(?:\.\d+)?$/u.test(folded) && !/^\d{1,2}\.\d{1,2}$/u.test(folded)) return fromNumber(Number(folded));
  for (const form of WITHOUT_YEAR) {
    const groups = form.exec(folded)?.groups;
    if (!groups) continue;
    // A leap year shows whether any calendar has the day.
    if (fromGroups(groups, 2000).kind === 'unknown') return UNKNOWN;
    return options.year === undefined ? { kind: 'unknown', reason: 'needs-year' } : fromGroups(groups, options.year);
  }
  return UNKNOWN;
}

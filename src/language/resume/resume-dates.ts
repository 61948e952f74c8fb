import type { Read } from './model.ts';
import { spanOf } from './resume-lines.ts';

/** A stretch of time as written: offsets are those of the text that was searched. */
export type Period = {
  start: number;
  end: number;
  from: Read<string> | null;
  /** `{value: null}` is the present. */
  to: Read<string | null> | null;
  /** One date alone: "2016年", "June 2016". */
  single: boolean;
  /** A month or year that no calendar has: "2018.13". */
  unclear: boolean;
};

const year = '(?:19[5-9]\\d|20[0-4]\\d)';
const month = '(?:1[0-2]|0?[1-9])';
const monthName =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const day = '(?:3[01]|[12]\\d|0?[1-9])';

/** One date, most specific form first. */
const date = [
  `${year}\\s{0,2}年(?:\\s{0,2}\\d{1,2}\\s{0,2}月(?:份|底|初|中旬)?(?:\\s{0,2}${day}\\s{0,2}日)?|度|初|底)?`,
  `${year}\\s?[./\\-\\u2010-\\u2013]\\s?\\d{1,2}(?:\\s?[./\\-]\\s?${day})?(?!\\d)(?:月)?`,
  `(?<!\\d)${month}\\s?[/.\\-]\\s?${year}(?!\\d)`,
  `(?<![a-z])${monthName}\\.?,?\\s{0,2}(?:${day}(?:st|nd|rd|th)?,\\s{0,2})?(?:of\\s)?${year}(?!\\d)`,
  `(?<![a-z])${monthName}\\.?\\s?['’]\\d{2}(?!\\d)`,
  `(?<![a-z])(?:spring|summer|fall|autumn|winter)\\s${year}(?!\\d)`,
  `(?<!\\d)${year}(?:0[1-9]|1[0-2])(?!\\d)`,
  `(?<!\\d)${year}(?![\\d])`,
].join('|');

const present =
  '(?:至今|迄今|现在|目前|今(?!年|日|天|后)|present|now(?![a-z])|current(?:ly)?|today|ongoing|(?:to\\s)?date(?![a-z]))';
const separator =
  '\\s{0,3}(?:[-~～－−─\\u2010-\\u2015]{1,3}|起?至|到|--|(?:un)?till?(?![a-z])|to(?![a-z])|through|thru|and(?=\\s))\\s{0,3}';
const bareMonth = `${month}\\s?月(?!\\d)`;

const periodPattern = new RegExp(
  [
    // "(2012–13)", "2012–15": the century of the end is that of the beginning.
    `(?:(?<=[(（]\\s?)(?<shortFrom>${year})\\s?[-\u2013]\\s?(?<shortTo>\\d{2})(?=\\s?[)）])|(?<!\\d)(?<plainFrom>${year})\\s?[-\u2013]\\s?(?<plainTo>1[3-9]|[2-4]\\d)(?![\\d./年-]))`,
    // "Jan – Mar 2019": the first month takes the year of the second.
    `(?<![a-z])(?<openMonth>${monthName})\\.?${separator}(?<openEnd>${monthName}\\.?,?\\s{0,2}${year}(?!\\d))`,
    `(?<!\\d)(?<from>${date})(?:(?:${separator}(?:(?<to>${date})|(?<now>${present})|(?<toMonth>${bareMonth})))|\\s?(?<nowBare>至今|迄今|起(?!至)))?`,
    `(?<since>(?<![a-z])since\\s)(?<sinceDate>${date})`,
  ].join('|'),
  'giu',
);

const monthNumbers = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The value of one written date: `YYYY-MM`, or `YYYY` where no month is given; null for a month that no calendar has.
 */
export function dateValue(text: string): string | null {
  const lower = text.toLowerCase();
  const name = /(?<![a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/.exec(lower)?.[1];
  const shortYear = /['’](\d{2})$/.exec(lower)?.[1];
  const fullYear = new RegExp(year).exec(lower)?.[0];
  if (name !== undefined && shortYear !== undefined && fullYear === undefined) {
    const century = Number(shortYear) > 50 ? '19' : '20';
    return `${century}${shortYear}-${twoDigits(monthNumbers.indexOf(name) + 1)}`;
  }
  if (fullYear === undefined) return null;
  if (name !== undefined) return `${fullYear}-${twoDigits(monthNumbers.indexOf(name) + 1)}`;
  const before = new RegExp(`^(${month})\\s?[/.\\-]\\s?${year}$`).exec(lower)?.[1];
  if (before !== undefined) return `${fullYear}-${twoDigits(Number(before))}`;
  const joined = new RegExp(`^${year}(\\d{2})$`).exec(lower)?.[1];
  const after =
    joined ?? new RegExp(`^${year}\\s{0,2}(?:年|[./\\-\\u2010-\\u2013])\\s{0,2}(\\d{1,2})`).exec(lower)?.[1];
  if (after === undefined) return fullYear;
  const number = Number(after);
  return number >= 1 && number <= 12 ? `${fullYear}-${twoDigits(number)}` : null;
}

/** Every period and date of `text` from `start` to `end`, in order, not overlapping. */
export function findPeriods(source: string, start = 0, end = source.length): Period[] {
  const text = source.slice(start, end);
  const periods: Period[] = [];
  for (const match of text.matchAll(periodPattern)) {
    const groups = match.groups ?? {};
    const at = start + match.index;
    const whole = { start: at, end: at + match[0].length };
    const place = (part: string, last = false) => {
      const offset = last ? match[0].lastIndexOf(part) : match[0].indexOf(part);
      return spanOf(source, at + offset, at + offset + part.length);
    };
    if (groups.openMonth !== undefined && groups.openEnd !== undefined) {
      const to = dateValue(groups.openEnd);
      const from = to && dateValue(`${groups.openMonth} ${to.slice(0, 4)}`);
      periods.push({
        ...whole,
        from: readDate(from, place(groups.openMonth)),
        to: readDate(to, place(groups.openEnd, true)),
        single: false,
        unclear: false,
      });
      continue;
    }
    const shortFrom = groups.shortFrom ?? groups.plainFrom;
    const shortTo = groups.shortTo ?? groups.plainTo;
    if (shortFrom !== undefined && shortTo !== undefined) {
      const to = shortFrom.slice(0, 2) + shortTo;
      periods.push({
        ...whole,
        from: readDate(shortFrom, place(shortFrom)),
        to: readDate(to, place(shortTo, true)),
        single: false,
        unclear: Number(to) < Number(shortFrom),
      });
      continue;
    }
    const written = groups.from ?? groups.sinceDate ?? '';
    const from = dateValue(written);
    const fromRead = readDate(from, place(written));
    const now = groups.now ?? groups.nowBare ?? groups.since;
    const toText = groups.to ?? groups.toMonth;
    let to: Read<string | null> | null = null;
    let unclear = from === null;
    if (now !== undefined) {
      const span = place(now, groups.since === undefined);
      to = span && { value: null, span };
    } else if (toText !== undefined) {
      const value = groups.to !== undefined ? dateValue(toText) : sameYear(from, toText);
      unclear ||= value === null;
      to = readDate(value, place(toText, true));
    }
    periods.push({ ...whole, from: fromRead, to, single: now === undefined && toText === undefined, unclear });
  }
  return periods;
}

/** The only period of a stretch that covers a time, or its first; null when there is none. */
export function firstRange(periods: readonly Period[]): Period | null {
  return periods.find((period) => !period.single) ?? null;
}

function sameYear(from: string | null, monthText: string): string | null {
  const number = /\d{1,2}/.exec(monthText)?.[0];
  return from === null || number === undefined ? null : `${from.slice(0, 4)}-${twoDigits(Number(number))}`;
}

function readDate(value: string | null, span: Read<string>['span'] | null): Read<string> | null {
  return value === null || span === null ? null : { value, span };
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

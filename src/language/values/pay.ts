import type { Read } from '../model.ts';
import { foldKeepingOffsets } from '../normalise.ts';

/** What a year has for pay by the day and by the hour: 250 working days of 8 hours, as China's statutory calendar leaves. */
const WORKING_DAYS = 250;
const WORKING_HOURS = 2_000;
const MONTHS = 12;
/** A yearly pay outside of this is a misreading or a joke, and is unknown. In the stated currency. */
const LEAST_YEARLY = 1_000;
const MOST_YEARLY = 100_000_000;

export type Currency = 'CNY' | 'USD' | 'EUR' | 'GBP' | 'HKD' | 'SGD' | 'JPY';
export type PayPeriod = 'year' | 'month' | 'week' | 'day' | 'hour';

/** Pay as integers a year in its currency, with what was said about months; or honestly unknown. */
export type Pay =
  | {
      readonly kind: 'range';
      /** Null where only the other end was said ("以上", "up to"). */
      readonly yearlyMin: number | null;
      readonly yearlyMax: number | null;
      readonly currency: Currency;
      readonly period: PayPeriod;
      /** Months paid a year: 16 in "30-50K·16薪". */
      readonly months: number;
    }
  | { readonly kind: 'unknown'; readonly reason: 'negotiable' | 'missing' | 'not-understood' };

const NEGOTIABLE =
  /面议|面谈|另议|详谈|可谈|保密|不公开|negotiable|competitive|undisclosed|not disclosed|confidential|\bdoe\b|\btbd\b/u;
/** Money that we do not count in; a dollar that is not the United States', Hong Kong's or Singapore's is among it. */
const OTHER_MONEY =
  /(?:\b(?:aud|cad|chf|twd|ntd?|nz|nzd|inr|rs\.?|krw|thb|vnd|myr|rm|php|idr|brl|mxn|sek|nok|dkk|pln|czk|zar|aed|sar|mop)|[₩₹฿₫₽])\s*$/u;

const SYMBOL = String.raw`(?<symbol>rmb|cny|usd|us\$|hk\$|s\$|eur|gbp|hkd|sgd|jpy|¥|$|€|£)?`.replace(
  '$|€',
  String.raw`\$|€`,
);
const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}|\d+(?:\.\d+)?`;
const UNIT = '(?:万|千|k(?![a-z])|w(?![a-z])|m(?![a-z])|元)';
const SEPARATOR = String.raw`\s{0,4}(?:-|~|–|—|―|至|到|to)\s{0,4}`;
const PAY = new RegExp(
  `${SYMBOL}\\s{0,4}(?<low>${NUMBER})\\s{0,4}(?<lowUnit>${UNIT})?(?:${SEPARATOR}(?:rmb|us\\$|hk\\$|s\\$|¥|\\$|€|£)?\\s{0,4}(?<high>${NUMBER})\\s{0,4})?(?<unit>${UNIT})?`,
  'gu',
);
const MONTHS_PAID = /(?:·|\*|x|×|,|\s|\/)?\s*(\d{2})\s*(?:薪|个月|months)/u;
const STAR_MONTHS = /^\s*[*x×]\s*(1[2-9]|2[0-4])\b/u;

const FACTOR: Record<string, number> = { 万: 10_000, w: 10_000, 千: 1_000, k: 1_000, m: 1_000_000, 元: 1 };

const PERIODS: readonly (readonly [RegExp, PayPeriod])[] = [
  [/(?:\/|每|一|per |a |an |\/ ?)\s*(?:小时|时|hour|hr)\b|小时|时薪|\/h\b|hourly|per hour/u, 'hour'],
  [/(?:\/|每)\s*(?:天|日)|日薪|天薪|(?:per|a|\/)\s*day|daily/u, 'day'],
  [/(?:\/|每)\s*周|周薪|(?:per|a|\/)\s*week|weekly/u, 'week'],
  [/(?:\/|每|一)\s*年|年薪|年包|总包|(?:per|a|\/)\s*(?:year|annum|yr)\b|annual|yearly|p\.a\./u, 'year'],
  [/(?:\/|每)\s*月|月薪|(?:per|a|\/)\s*(?:month|mo)\b|monthly|薪/u, 'month'],
];

function currencyOf(symbol: string | undefined, around: string): Currency | null {
  const said = `${symbol ?? ''} ${around}`;
  if (/hk\$|hkd|港币|港元/u.test(said)) return 'HKD';
  if (/(?<!u)s\$|sgd|新币/u.test(said)) return 'SGD';
  if (/\$|usd|美元|美金/u.test(said)) return 'USD';
  if (/€|eur|欧元/u.test(said)) return 'EUR';
  if (/£|gbp|英镑/u.test(said)) return 'GBP';
  if (/jpy|日元/u.test(said)) return 'JPY';
  return symbol === undefined && !/元|人民币|rmb|cny|万|千|薪|月|年包/u.test(said) ? null : 'CNY';
}

const perYear = (period: PayPeriod, months: number): number =>
  ({ year: 1, month: months, week: 52, day: WORKING_DAYS, hour: WORKING_HOURS })[period];

function periodOf(before: string, after: string, currency: Currency, amount: number): PayPeriod | null {
  for (const [words, period] of PERIODS) if (words.test(after)) return period;
  for (const [words, period] of PERIODS) if (words.test(before)) return period;
  // What nobody says: yearly abroad; at home by size, since nobody is paid 200,000 a month or 9,000 a year. Between the
  // sizes of two periods it stays unknown.
  if (currency === 'CNY') return amount >= 120_000 ? 'year' : amount >= 800 ? 'month' : null;
  if (amount >= 15_000) return 'year';
  if (amount >= 1_000) return 'month';
  return amount >= 7 && amount <= 300 ? 'hour' : null;
}

/** Thousands are parted by commas, and in euros by points as well. */
function amountOf(text: string, currency: Currency): number {
  const points = currency === 'EUR' && /^\d{1,3}(?:\.\d{3})+$/u.test(text);
  return Number(text.replaceAll(points ? '.' : ',', ''));
}

/** "25-45k", "60w-90w" in a Chinese text, where nothing else is counted so. */
function isShorthand(groups: Record<string, string | undefined>, folded: string, rest: string): boolean {
  const unit = groups.unit ?? groups.lowUnit;
  if ((unit !== 'k' && unit !== 'w') || groups.high === undefined || !/\p{Script=Han}/u.test(folded)) return false;
  return (
    number(groups.high) > 4 &&
    !/^\s*(?:[+*]?\s*)?(?:人|用户|粉丝|行|字|条|qps|pv|uv|dau|star|分辨率|视频|屏|画质|hz|瓦|w\b)/u.test(rest)
  );
}

const AT_LEAST = /(?:不低于|不少于|至少|起薪|at least|from|starting (?:at|from)|minimum)\s*$/u;
const UP_TO = /(?:up to|最高|不超过)\s*(?:[a-z]{3})?\s*$/u;

const number = (text: string): number => Number(text.replaceAll(',', ''));

type Found = { readonly pay: Pay & { kind: 'range' }; readonly start: number; readonly end: number };

function interpret(match: RegExpMatchArray, folded: string, alone: boolean): Found | null {
  const groups = match.groups ?? {};
  const start = match.index ?? 0;
  const end = start + match[0].trimEnd().length;
  const clause =
    folded
      .slice(Math.max(0, start - 12), start)
      .split(/[;。\n]/u)
      .at(-1) ?? '';
  // "22元/小时,月综合6000-8000元": what is said of another amount is not said of this one.
  const before = clause.replace(/^.*(?:\d|小时|[天日年月])[^,\d]{0,8},/u, '');
  const rest = folded.slice(end, end + 24).split(/[;;。\n]/u)[0] ?? '';
  const wantsPay = /薪|年包|总包|待遇|工资|salary|pay|compensation|package|base/u.test(before);
  const unit = groups.unit ?? groups.lowUnit;
  const implied =
    unit === undefined && /年包|总包|年薪/u.test(before) && number(groups.low ?? '') < 1_000 ? '万' : undefined;
  const strange = groups.symbol ? /[a-z]$/u.test(before) && /^\$/u.test(groups.symbol) : OTHER_MONEY.test(before);
  if (strange) return null;
  const currency =
    currencyOf(groups.symbol, `${unit ?? ''}${implied ?? ''}${rest.slice(0, 8)}${wantsPay ? '薪' : ''}`) ??
    (alone || isShorthand(groups, folded, rest) ? 'CNY' : null);
  if (!currency || groups.low === undefined) return null;
  const said =
    unit !== undefined ||
    groups.symbol !== undefined ||
    implied !== undefined ||
    /^\s*(?:\/|每|元)/u.test(rest) ||
    wantsPay;
  const bounded = groups.high !== undefined || /^\s*(?:\+|以上|起|以下|以内)/u.test(rest) || UP_TO.test(before);
  if (!said && !(alone && bounded && number(groups.low) >= 500)) return null;
  const factor = FACTOR[unit ?? implied ?? '元'] ?? 1;
  const lowFactor = groups.lowUnit && groups.unit ? (FACTOR[groups.lowUnit] ?? 1) : factor;
  const low = amountOf(groups.low, currency) * lowFactor;
  const high = groups.high === undefined ? null : amountOf(groups.high, currency) * factor;
  const period = periodOf(before, rest, currency, high ?? low);
  if (period === null) return null;
  const paid = MONTHS_PAID.exec(rest) ?? STAR_MONTHS.exec(rest);
  const months = paid?.[1] ? Math.min(24, Math.max(12, Number(paid[1]))) : MONTHS;
  const yearly = (amount: number) => Math.round(amount * perYear(period, paid && period !== 'year' ? months : MONTHS));
  const above = AT_LEAST.test(before) || /^\s*(?:\/?[年月天]?)?(?:以上|起|\+|\band above|\bor more)/u.test(rest);
  const below = /^\s*(?:\/?[年月天]?)?(?:以下|以内)/u.test(rest) || UP_TO.test(before);
  const around = /^\s*(?:左右|上下)/u.test(rest);
  const [min, max] =
    high !== null
      ? [low, high]
      : above
        ? [low, null]
        : below
          ? [null, low]
          : around
            ? [low * 0.9, low * 1.1]
            : [low, low];
  const [yearlyMin, yearlyMax] = [min === null ? null : yearly(min), max === null ? null : yearly(max)];
  if ([yearlyMin, yearlyMax].some((value) => value !== null && (value < LEAST_YEARLY || value > MOST_YEARLY)))
    return null;
  if (yearlyMin !== null && yearlyMax !== null && yearlyMin > yearlyMax) return null;
  const periodWords =
    /^\s*(?:(?:元)?\s*(?:\/|每|per |a )\s*(?:年|月|天|日|小时|周|year|month|day|hour|annum)|以上|以下|左右)/u.exec(
      rest,
    )?.[0] ?? '';
  const monthWords = paid && rest.indexOf(paid[0]) < 6 ? rest.slice(0, rest.indexOf(paid[0]) + paid[0].length) : '';
  return {
    pay: { kind: 'range', yearlyMin, yearlyMax, currency, period, months },
    start: start + (match[0].length - match[0].trimStart().length),
    end: end + Math.max(periodWords.length, monthWords.length),
  };
}

/**
 * The pay that a cell states, as yearly integers: months are 12 unless said ("16薪"), a day is 1/250 and an hour
 * 1/2000 of a year; "万", "K" and the like count for both ends ("0.8-1.3万/月"). Unknown rather than guessed.
 */
export function readPay(text: string): Pay {
  const folded = foldKeepingOffsets(text).trim();
  if (folded === '') return { kind: 'unknown', reason: 'missing' };
  for (const match of folded.matchAll(PAY)) {
    const found = interpret(match, folded, true);
    if (found) return found.pay;
  }
  return { kind: 'unknown', reason: NEGOTIABLE.test(folded) ? 'negotiable' : 'not-understood' };
}

/** Every pay stated in running text, with the words that state it. */
export function findPay(text: string): Read<Pay & { kind: 'range' }>[] {
  const folded = foldKeepingOffsets(text);
  return [...folded.matchAll(PAY)].flatMap((match) => {
    const found = interpret(match, folded, false);
    if (!found) return [];
    return [
      { value: found.pay, span: { start: found.start, end: found.end, text: text.slice(found.start, found.end) } },
    ];
  });
}

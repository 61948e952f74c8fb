import type { Text } from '../../platform/index.ts';

/** A share that people have a word for. */
type Landmark = { readonly share: number; readonly zh: string; readonly en: string };

const LANDMARKS: readonly Landmark[] = [
  { share: 1 / 10, zh: '一成', en: '10%' },
  { share: 1 / 5, zh: '两成', en: '20%' },
  { share: 1 / 4, zh: '四分之一', en: 'a quarter' },
  { share: 3 / 10, zh: '三成', en: '30%' },
  { share: 1 / 3, zh: '三分之一', en: 'a third' },
  { share: 2 / 5, zh: '四成', en: '40%' },
  { share: 1 / 2, zh: '一半', en: 'half' },
  { share: 3 / 5, zh: '六成', en: '60%' },
  { share: 2 / 3, zh: '三分之二', en: 'two thirds' },
  { share: 7 / 10, zh: '七成', en: '70%' },
  { share: 3 / 4, zh: '四分之三', en: 'three quarters' },
  { share: 4 / 5, zh: '八成', en: '80%' },
  { share: 9 / 10, zh: '九成', en: '90%' },
];

/** How far a share may be from its landmark to be called "about" it, and to be "close to" or "over" it. */
export const ABOUT = 0.004;
export const NEAR = 0.03;

export function percent(share: number, digits = 1): string {
  return `${(share * 100).toFixed(digits)}%`;
}

/**
 * A share in the words of such reports: 近三分之一, 超六成, 约一半; "close to half", "over 60%". Chosen only where it is
 * true: "about" within ±0.4 points, 近 and "close to" below by no more than 3 points, 超 and "over" above by no more
 * than 3. Where no landmark is near, the percentage itself.
 */
export function shareWords(share: number): Text {
  const nearest = [...LANDMARKS].sort((a, b) => Math.abs(share - a.share) - Math.abs(share - b.share))[0];
  const distance = nearest ? share - nearest.share : Number.NaN;
  if (!nearest || !(Math.abs(distance) <= NEAR)) return { zh: percent(share), en: percent(share) };
  if (Math.abs(distance) <= ABOUT) return { zh: `约${nearest.zh}`, en: `about ${nearest.en}` };
  return distance < 0
    ? { zh: `近${nearest.zh}`, en: `close to ${nearest.en}` }
    : { zh: `超${nearest.zh}`, en: `over ${nearest.en}` };
}

/** Whether the words say more than the percentage beside them would. */
export function isLandmark(share: number): boolean {
  return !/\d\.\d%/.test(shareWords(share).en);
}

/**
 * How many times another thing something is, for a ratio from 1 up: 约为甲的3倍 within 5 % of a whole number, 近甲的3倍 below
 * it by no more than a fifth, 超过甲的3倍 above it by no more than three tenths, else to one decimal.
 */
export function timesOf(ratio: number, other: Text): Text {
  const whole = Math.round(ratio);
  if (whole >= 2 && Math.abs(ratio / whole - 1) <= 0.05) {
    return { zh: `约为${other.zh}的${whole}倍`, en: `about ${whole} times as many as ${other.en}` };
  }
  const above = Math.ceil(ratio);
  if (above >= 2 && above - ratio <= 0.2) {
    return { zh: `近${other.zh}的${above}倍`, en: `close to ${above} times as many as ${other.en}` };
  }
  const below = Math.floor(ratio);
  if (below >= 2 && ratio > below && ratio - below <= 0.3) {
    return { zh: `超过${other.zh}的${below}倍`, en: `more than ${below} times as many as ${other.en}` };
  }
  return { zh: `为${other.zh}的${ratio.toFixed(1)}倍`, en: `${ratio.toFixed(1)} times as many as ${other.en}` };
}

/** A change as reports write it: 增长31.3%, 下降4.0%, 持平. */
export function changeWords(change: number): Text {
  const size = percent(Math.abs(change), Math.abs(change) >= 1 ? 2 : 1);
  if (/^0\.0%$/.test(size)) return { zh: '持平', en: 'level with' };
  return change > 0 ? { zh: `增长${size}`, en: `up ${size} on` } : { zh: `下降${size}`, en: `down ${size} on` };
}

const grouped = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 0 });

export const countWords = (value: number): string => grouped(value);

/** CNY a year: 102.5万元; "CNY 1.03 million". */
export function moneyWords(value: number): Text {
  return {
    zh: `${trimmed(value / 10_000, 1)}万元`,
    en:
      value >= 1_000_000
        ? `CNY ${(value / 1_000_000).toFixed(2)} million`
        : `CNY ${grouped(Math.round(value / 1_000) * 1_000)}`,
  };
}

function trimmed(value: number, digits: number): string {
  return value.toFixed(digits).replace(/\.0+$/, '');
}

const ORDER_ZH = ['', '首', '第二', '第三', '第四', '第五', '第六', '第七', '第八', '第九', '第十'];
const ORDER_EN = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** A place in a ranking: 位居第四, "fourth". */
export function placeWords(place: number): Text {
  return {
    zh: place === 1 ? '位居首位' : `位居${ORDER_ZH[place] ?? `第${place}`}`,
    en: ORDER_EN[place] ?? `number ${place}`,
  };
}

/** Names in a row: 甲、乙和丙; "a, b and c". */
export function listWords(names: readonly Text[]): Text {
  const join = (parts: readonly string[], comma: string, and: string) =>
    parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(comma)}${and}${parts.at(-1)}`;
  return {
    zh: join(
      names.map((name) => name.zh),
      '、',
      '和',
    ),
    en: join(
      names.map((name) => name.en),
      ', ',
      ' and ',
    ),
  };
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A period: 2023年1—2月; "January–February 2023". */
export function periodWords(period: { readonly from: string; readonly to: string }): Text {
  const [fromYear = '', fromMonth = ''] = period.from.split('-');
  const [toYear = '', toMonth = ''] = period.to.split('-');
  const zh = (month: string) => String(Number(month));
  const en = (month: string) => MONTHS[Number(month) - 1] ?? month;
  if (period.from === period.to) return { zh: `${fromYear}年${zh(fromMonth)}月`, en: `${en(fromMonth)} ${fromYear}` };
  if (fromYear === toYear) {
    return fromMonth === '01' && toMonth === '12'
      ? { zh: `${fromYear}年`, en: fromYear }
      : { zh: `${fromYear}年${zh(fromMonth)}—${zh(toMonth)}月`, en: `${en(fromMonth)}–${en(toMonth)} ${fromYear}` };
  }
  return {
    zh: `${fromYear}年${zh(fromMonth)}月—${toYear}年${zh(toMonth)}月`,
    en: `${en(fromMonth)} ${fromYear} – ${en(toMonth)} ${toYear}`,
  };
}

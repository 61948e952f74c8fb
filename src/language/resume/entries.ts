import { labelOf } from './header-cells.ts';
import { findPeriods, firstRange, type Period } from './resume-dates.ts';
import type { Line } from './resume-lines.ts';

/** One entry of a section: the lines of its header, its dates, and the lines below. */
export type Entry = { header: Line[]; period: Period | null; body: Line[] };

export const maxHeaderLines = 3;

/**
 * Cuts a section into entries. An entry is recognised by a line that states a period and little else; lines without
 * dates above it belong to its header when the section's first entry has such lines too, since people lay out all
 * their entries alike.
 */
export function splitEntries(source: string, lines: readonly Line[], hasHeaderWords: (line: Line) => boolean): Entry[] {
  const anchors = lines.flatMap((line, index) => {
    const period = anchorPeriod(source, line);
    return period ? [{ index, period }] : [];
  });
  const first = anchors[0];
  if (first === undefined) return [];
  const leading = first.index <= maxHeaderLines && lines.slice(0, first.index).every(isHeaderLike) ? first.index : 0;
  const starts = anchors.map(({ index }, number) => {
    const previous = number === 0 ? -1 : (anchors[number - 1]?.index ?? -1);
    let start = index;
    while (start - 1 > previous && index - start < leading) {
      const above = lines[start - 1];
      if (above === undefined || !isHeaderLike(above) || (number > 0 && !hasHeaderWords(above))) break;
      start--;
    }
    return start;
  });
  return anchors.map(({ index, period }, number) => {
    const start = starts[number] ?? index;
    const end = starts[number + 1] ?? lines.length;
    const below = lines.slice(index + 1, end);
    return { header: lines.slice(start, index + 1), period, body: below };
  });
}

/** The period of a line that is an entry's header: its dates stand at an edge of the line and no sentence surrounds them. */
export function anchorPeriod(source: string, line: Line): Period | null {
  const periods = findPeriods(source, line.start, line.end);
  const period = firstRange(periods) ?? (periods.length === 1 ? (periods[0] ?? null) : null);
  if (period === null) return null;
  if (period.single && (line.bullet || line.text.length > 60)) return null;
  const before = source.slice(line.start, period.start).replace(/^[•●■◆▪▶➢➤★※◇\d.、\s]+/, '');
  const after = source.slice(period.end, line.end);
  const rest = before + after;
  // "1969年出生，工商管理硕士": a birth opens no entry.
  if (/^\s*(?:出生|生(?=[于，,。\s]|$)|参加工作|加入中国共产党|入党)/.test(after)) return null;
  if (isSentenceLike(rest)) return null;
  const wide = (rest.match(/[一-龥]/g)?.length ?? 0) * 2 + rest.replace(/[一-龥]/g, '').length;
  if (wide > 150) return null;
  const atEdge = /^[\s(（【[]*$/.test(before) || /^[\s)）】\].,，：:;；]*$/.test(after);
  const isCell =
    /(?:\t|\s{2,}|[|｜·•(（[,，:：/—–-]\s*)$/.test(before) &&
    /^(?:\s*[)）\]])?(?:\t|\s{2,}|\s*[|｜·•,，)）\]/—–-]|\s|$)/.test(after);
  const isLabelled = labelOf(line.text)?.label === 'period';
  if (!(atEdge || isCell || isLabelled)) return null;
  if (line.bullet && !isBulletHeader(before, after)) return null;
  // "2019年负责…" tells what was done in a year; it opens no entry.
  return period.single && /^(?:[，,]|\s*(?:负责|参与|主导|完成|获|荣获|实现|带领|推动))/.test(after) ? null : period;
}

function isBulletHeader(before: string, after: string): boolean {
  return /^\s*$/.test(before) || /^[\s)）】\]。.]*$/.test(after);
}

/** Whether words hold the end of a sentence; the full stop of "Inc." ends none. */
function isSentenceLike(text: string): boolean {
  const bare = text
    .replace(/(?<![A-Za-z])(?:Inc|Ltd|Co|Corp|S\.A|L\.L\.C|Sr|Jr|Dr|St|No)\./gi, '')
    .replace(/[。.；;]\s*$/, '');
  return /[。；;!！]|(?<=[a-z]{2})\.\s/.test(bare);
}

/** A short line without a sentence in it. */
export function isHeaderLike(line: Line): boolean {
  if (line.bullet && line.text.length > 40) return false;
  const wide = (line.text.match(/[一-龥]/g)?.length ?? 0) * 2 + line.text.replace(/[一-龥]/g, '').length;
  const ends = /[a-z]{3}\.$|[。；;!]$/.test(line.text.replace(/(?:Inc|Ltd|Corp)\.$/i, ''));
  return wide <= 90 && !ends && !isSentenceLike(line.text);
}

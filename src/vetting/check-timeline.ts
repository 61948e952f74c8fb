import { SENIORITIES } from '../language/index.ts';

/** A position as the timeline sees it. Months as `2021-03`; `end` is the last month worked, null while it lasts. */
export type TimedPosition = {
  readonly id: string;
  readonly title: string;
  readonly seniority: string | null;
  readonly cityId: string | null;
  readonly start: string;
  readonly end: string | null;
};
export type TimedEducation = { readonly id: string; readonly endYear: number | null };

export type Finding =
  | { readonly kind: 'gap'; readonly from: string; readonly to: string; readonly months: number }
  | {
      readonly kind: 'overlap';
      readonly positionId: string;
      readonly otherId: string;
      readonly months: number;
      /** The two cities, where both are known and differ. */
      readonly cities: readonly [string, string] | null;
    }
  | { readonly kind: 'study-beside-work'; readonly educationId: string; readonly positionId: string }
  | {
      readonly kind: 'rungs-skipped';
      readonly positionId: string;
      readonly beforeId: string;
      readonly from: string;
      readonly to: string;
    };

/** A gap is worth a word when it is longer than this many months. */
const GAP_MONTHS = 6;
/** Two jobs share a month when one follows the other within it. */
const HANDOVER_MONTHS = 1;
/** From one rung to the next but one is a promotion; more at once is worth a word. */
const USUAL_RUNGS = 2;

const PART_TIME =
  /兼职|实习|顾问|志愿|董事|客座|外聘|自由职业|part[- ]?time|\bintern(ship)?\b|\badvis[eo]r\b|consultant|volunteer|freelance|board member|adjunct/iu;

/** Whether a title says that the position is not a person's whole working time. */
export function isPartTime(title: string): boolean {
  return PART_TIME.test(title);
}

export const monthNumber = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
const monthText = (n: number) => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;

type Span = { readonly position: TimedPosition; readonly start: number; readonly end: number };

function gaps(spans: readonly Span[]): Finding[] {
  const found: Finding[] = [];
  let worked: number | null = null;
  for (const { start, end } of spans) {
    const months = worked === null ? 0 : start - worked - 1;
    if (worked !== null && months > GAP_MONTHS) {
      found.push({ kind: 'gap', from: monthText(worked + 1), to: monthText(start - 1), months });
    }
    worked = Math.max(worked ?? end, end);
  }
  return found;
}

function overlaps(spans: readonly Span[]): Finding[] {
  const full = spans.filter(({ position }) => !isPartTime(position.title));
  return full.flatMap((later, at) =>
    full.slice(0, at).flatMap((earlier): Finding[] => {
      const months = Math.min(earlier.end, later.end) - later.start + 1;
      if (months <= HANDOVER_MONTHS) return [];
      const [a, b] = [earlier.position.cityId, later.position.cityId];
      const cities = a !== null && b !== null && a !== b ? ([a, b] as const) : null;
      return [{ kind: 'overlap', positionId: later.position.id, otherId: earlier.position.id, months, cities }];
    }),
  );
}

function studies(spans: readonly Span[], education: readonly TimedEducation[]): Finding[] {
  const first = spans.find(({ position }) => !isPartTime(position.title));
  if (!first) return [];
  const began = Math.floor(first.start / 12);
  return education
    .filter(({ endYear }) => endYear !== null && endYear > began)
    .map(({ id }) => ({ kind: 'study-beside-work', educationId: id, positionId: first.position.id }));
}

function skippedRungs(spans: readonly Span[]): Finding[] {
  const rung = (seniority: string | null) => (SENIORITIES as readonly (string | null)[]).indexOf(seniority);
  const known = spans.filter(({ position }) => rung(position.seniority) >= 0);
  return known.slice(1).flatMap(({ position }, at): Finding[] => {
    const before = known[at]?.position;
    if (!before || rung(position.seniority) - rung(before.seniority) <= USUAL_RUNGS) return [];
    const [from, to] = [before.seniority ?? '', position.seniority ?? ''];
    return [{ kind: 'rungs-skipped', positionId: position.id, beforeId: before.id, from, to }];
  });
}

/**
 * What a timeline shows by itself: months between positions for which none is stated, whole-time positions at the same
 * time, a degree that was finished after the first of them began, and rungs of the ladder that a new title leaves
 * out. Each is a fact with ordinary explanations; none is a judgement.
 */
export function checkTimeline(
  positions: readonly TimedPosition[],
  education: readonly TimedEducation[],
  now: Date,
): Finding[] {
  const present = monthNumber(now.toISOString());
  const spans = positions
    .map((position) => ({
      position,
      start: monthNumber(position.start),
      end: position.end === null ? present : monthNumber(position.end),
    }))
    .sort((a, b) => a.start - b.start || (a.position.id < b.position.id ? -1 : 1));
  return [...gaps(spans), ...overlaps(spans), ...studies(spans, education), ...skippedRungs(spans)];
}

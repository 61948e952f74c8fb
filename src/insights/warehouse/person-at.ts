import { DEGREES } from '../../language/index.ts';

export type CareerStep = {
  readonly companyId: string | null;
  readonly industryId: string | null;
  readonly roleId: string | null;
  readonly seniority: string | null;
  readonly cityId: string | null;
  /** Months from the year 0; `end` is null while it lasts. */
  readonly start: number;
  readonly end: number | null;
  /** CNY a year, where they share it for statistics. */
  readonly pay: number | null;
  /** The month in which it was verified. */
  readonly verified: number | null;
};

/** What is counted of a person: no name, no text. */
export type Counted = {
  readonly cityId: string | null;
  readonly birthYear: number | null;
  /** The month they joined the network. */
  readonly joined: number;
  readonly degrees: readonly { readonly degree: string; readonly endYear: number | null }[];
  /** By their start, the first one first. */
  readonly steps: readonly CareerStep[];
};

export type PersonAt = Omit<CareerStep, 'start' | 'end' | 'verified'> & {
  readonly employed: boolean;
  readonly degree: string | null;
  readonly monthsWorked: number | null;
  readonly verified: boolean;
};

/** Months up to `month` in which there was any position; overlapping ones count once. `steps` are by their start. */
export function monthsWorkedBy(steps: readonly Pick<CareerStep, 'start' | 'end'>[], month: number): number {
  let months = 0;
  let covered = Number.NEGATIVE_INFINITY;
  for (const { start, end } of steps) {
    const last = Math.min(month, end ?? month);
    const from = Math.max(start, covered + 1);
    if (last >= from) {
      months += last - from + 1;
      covered = last;
    }
  }
  return months;
}

function highestDegree(person: Counted, month: number): string | null {
  const held = person.degrees.filter(({ endYear }) => endYear === null || endYear <= Math.floor(month / 12));
  return [...DEGREES].reverse().find((degree) => held.some((one) => one.degree === degree)) ?? null;
}

/**
 * The person as they were at the end of a month; null before they joined. Of several positions that last, the one that
 * began last counts; between jobs, the one that ended last. The city that a person states is today's: for an
 * earlier position it is that position's.
 */
export function personAt(person: Counted, month: number): PersonAt | null {
  if (month < person.joined) return null;
  const begun = person.steps.filter((step) => step.start <= month);
  const lasting = begun.filter((step) => step.end === null || step.end >= month);
  const byEnd = [...begun].sort((a, b) => (a.end ?? month) - (b.end ?? month));
  const step = lasting.at(-1) ?? byEnd.at(-1);
  const isLatest = step === undefined || step === person.steps.at(-1);
  return {
    companyId: step?.companyId ?? null,
    industryId: step?.industryId ?? null,
    roleId: step?.roleId ?? null,
    seniority: step?.seniority ?? null,
    cityId: isLatest ? (person.cityId ?? step?.cityId ?? null) : (step.cityId ?? person.cityId),
    pay: step?.pay ?? null,
    employed: lasting.length > 0,
    degree: highestDegree(person, month),
    monthsWorked: person.steps.length > 0 ? monthsWorkedBy(begun, month) : null,
    verified: step?.verified != null && step.verified <= month,
  };
}

export type Move = { readonly month: number; readonly from: CareerStep; readonly to: CareerStep; readonly nth: number };

/** Changes of employer: from the position that began before to the one that began after it, at another company. */
export function movesOf(person: Counted): Move[] {
  return person.steps.slice(1).flatMap((to, n) => {
    const from = person.steps[n];
    if (!from || from.companyId === null || to.companyId === null || from.companyId === to.companyId) return [];
    const isLatest = n + 2 === person.steps.length;
    return [{ month: to.start, from, to: isLatest ? { ...to, cityId: person.cityId ?? to.cityId } : to, nth: n + 1 }];
  });
}

import type { Month, Period } from '../model.ts';

/** Months are counted from the year 0, so that they subtract: January 2023 is 2023 × 12. */
export function monthNumber(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

export function monthName(number: number): Month {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}

export function addMonths(month: Month, count: number): Month {
  return monthName(monthNumber(month) + count);
}

/** How many months the period has. */
export function lengthOf(period: Period): number {
  return monthNumber(period.to) - monthNumber(period.from) + 1;
}

export function shiftPeriod(period: Period, months: number): Period {
  return { from: addMonths(period.from, months), to: addMonths(period.to, months) };
}

export function monthsOf(period: Period): Month[] {
  return Array.from({ length: Math.max(0, lengthOf(period)) }, (_, n) => addMonths(period.from, n));
}

const EVERY_MONTH_FOR = 25;

/**
 * The months whose ends people are kept for: each of the last 25, so that a year compares with the one before it, and
 * each quarter's last before them. A copy of everybody for each month of many years would be most of the warehouse.
 */
export function monthsKept(first: Month, last: Month): Month[] {
  return monthsOf({ from: first, to: last }).filter((month) => {
    const number = monthNumber(month);
    return monthNumber(last) - number < EVERY_MONTH_FOR || number % 3 === 2;
  });
}

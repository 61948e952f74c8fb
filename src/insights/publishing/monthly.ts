import type { Month, ReportQuery } from '../model.ts';
import { addMonths } from '../warehouse/index.ts';

/** The last month that is over at a moment, by UTC as everywhere in the warehouse. */
export function lastFullMonth(now: Date): Month {
  return addMonths(now.toISOString().slice(0, 7), -1);
}

/** What a monthly report asks: that month, against the same month of earlier years. */
export function monthlyQuery(month: Month): ReportQuery {
  return { from: month, to: month, compare: 'year-on-year', source: 'network' };
}

import { useSearch } from '@tanstack/react-router';
import type { Schemas } from '../api/client.ts';

export type Compare = Schemas['TalentReport']['query']['compare'];
export const COMPARISONS: readonly Compare[] = ['year-on-year', 'previous-period', 'network'];

/** What a report's address says; what it leaves out is filled in from the data. */
export type ReportSearch = {
  readonly from?: string;
  readonly to?: string;
  readonly compare?: Compare;
  readonly against?: string;
  readonly source?: string;
  readonly ghosts?: 'without';
  readonly weights?: 'reference';
};

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;

/** Reads an address; what is no month, comparison or name is left out. */
export function readReportSearch(search: Record<string, unknown>): ReportSearch {
  const word = (name: string): string | undefined => {
    const value = search[name];
    return typeof value === 'string' && value !== '' && value.length <= 60 ? value : undefined;
  };
  const month = (name: string) => (MONTH.test(word(name) ?? '') ? word(name) : undefined);
  const compare = COMPARISONS.find((one) => one === word('compare'));
  const ghosts = search.ghosts === 'without' ? 'without' : undefined;
  const weights = search.weights === 'reference' ? 'reference' : undefined;
  const names = { against: word('against'), source: word('source') };
  const parts = { from: month('from'), to: month('to'), compare, ...names, ghosts, weights };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}

export const useReportSearch = (): ReportSearch => readReportSearch(useSearch({ strict: false }));

export function shiftMonth(month: string, by: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** The last two whole months before the network's present, as far as there are data. */
export function usualPeriod(now: string, months: { readonly first: string | null; readonly last: string | null }) {
  const before = shiftMonth(now.slice(0, 7), -1);
  const to = months.last !== null && months.last < before ? months.last : before;
  const from = shiftMonth(to, -1);
  return { from: months.first !== null && from < months.first ? to : from, to };
}

export const earlierOf = (...months: string[]): string => months.sort()[0] ?? '';
export const laterOf = (...months: string[]): string => months.sort().at(-1) ?? '';

/** All months from the last to the first. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = last; month >= first && months.length < 600; month = shiftMonth(month, -1)) months.push(month);
  return months;
}

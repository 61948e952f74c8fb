import type { Schemas } from '../api/client.ts';
import type { Row } from '../components/my-row.ts';
import { PARTS } from '../components/score-parts.tsx';

export type Part = Schemas['Reason']['part'];
export type Said = { readonly zh: string; readonly en: string };
/** A sentence of an entry in one's file; entries of earlier versions do not say of which part it is. */
export type Reason = Said & { readonly part: Part | null; readonly row: Row | null };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is Said & Record<string, unknown> =>
  isObject(value) && typeof value.zh === 'string' && typeof value.en === 'string';

/** The sentences in a list; whatever else stands there is left out. */
export const saidOf = (value: unknown): Said[] => (Array.isArray(value) ? value.filter(isText) : []);

export function reasonsOf(value: unknown): Reason[] {
  return (Array.isArray(value) ? value.filter(isText) : []).map((one) => ({
    zh: one.zh,
    en: one.en,
    part: PARTS.find((part) => part === one.part) ?? null,
    row: isObject(one.row) ? { kind: String(one.row.kind), id: String(one.row.id) } : null,
  }));
}

export function partsOf(value: unknown): Record<string, number | null> {
  if (!isObject(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([part, one]) => [part, typeof one === 'number' ? one : null]));
}

/** The page and place where the facts of a part are put right. */
export function fieldOf(part: Part): { to: '/me' | '/verification' | '/network'; hash: string | null } {
  if (part === 'evidence') return { to: '/verification', hash: null };
  if (part === 'reach') return { to: '/network', hash: null };
  const wishes = part === 'pay' || part === 'openness' || part === 'place';
  return { to: '/me', hash: wishes ? 'preferences' : null };
}

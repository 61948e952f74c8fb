import type { FieldView, ReportQuery } from '../model.ts';

/**
 * The address of a report's first edition, from what it reports on: `aigc-2023-01-2023-02`. What is as usual is left out;
 * an imported data set goes by the first part of its id.
 */
export function baseSlug(field: Pick<FieldView, 'id'>, query: ReportQuery): string {
  const { from, to, compare, against, source, ...more } = query;
  const asked = Object.entries(more).filter(([, value]) => value !== undefined);
  return [
    field.id,
    from,
    ...(to === from ? [] : [to]),
    ...(compare === 'year-on-year' ? [] : [compare]),
    ...(against === undefined ? [] : [`against-${against}`]),
    ...(source === 'network' ? [] : [`data-${source.slice(0, 8)}`]),
    // Whatever else a report can be asked for makes it another report: `ghosts-without`, `epsilon-0-5`.
    ...asked.map(([name, value]) => `${name}-${value}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')),
  ].join('-');
}

/** The address of an edition: the first one's is the base itself. */
export function editionSlug(base: string, edition: number): string {
  return edition === 1 ? base : `${base}-edition-${edition}`;
}

/** What an address of a report may look like. */
export const SLUG = /^[a-z0-9][a-z0-9-]{2,240}$/;

export type Earlier = {
  readonly edition: number;
  readonly slug: string;
  readonly state: 'draft' | 'published' | 'withdrawn';
};

/** What the next edition is, or why there cannot be one; `earlier` is the last one, if there is any. */
export function nextEdition(
  earlier: Earlier | undefined,
  corrects: boolean,
): { readonly edition: number; readonly supersedes: string | null } | 'draft-waits' | 'already-published' {
  if (!earlier) return { edition: 1, supersedes: null };
  if (earlier.state === 'draft') return 'draft-waits';
  if (!corrects) return 'already-published';
  return { edition: earlier.edition + 1, supersedes: earlier.slug };
}

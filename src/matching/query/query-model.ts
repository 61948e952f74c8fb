/** Where a part of a query stands in what was typed, in UTF-16 code units. */
export type At = { readonly start: number; readonly end: number };

/** Where words are looked for: everywhere in a profile's text, or in the titles or the companies of its positions alone. */
export type Where = 'anywhere' | 'title' | 'company';

/** What one term of a query asks of a person. */
export type Condition =
  | {
      readonly kind: 'words';
      readonly where: Where;
      /** The words, next to one another in one text. */
      readonly terms: readonly string[];
      /** Whether the last word may go on (`kube*`). */
      readonly prefix: boolean;
      /** Names of the index's sets whose people are found too: the skill or role that the words are a name of. */
      readonly sets: readonly string[];
    }
  | { readonly kind: 'sets'; readonly sets: readonly string[] }
  /** Years of work, to one decimal, both bounds counted in. */
  | { readonly kind: 'years'; readonly min: number; readonly max: number }
  | { readonly kind: 'school'; readonly schoolId: string | null; readonly name: string };

export type Term = {
  readonly kind: 'term';
  readonly at: At;
  /** As it was typed. */
  readonly said: string;
  readonly condition: Condition;
  /** The company as named, whose other names are looked up; null for other terms. */
  readonly companyName: string | null;
  /** Who of the network the term finds, where rows had to be asked for it (schools); null for other terms. */
  readonly memberIds: ReadonlySet<string> | null;
};

/** A Boolean search as a tree. */
export type Query =
  | Term
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Query[] }
  | { readonly kind: 'not'; readonly part: Query };

/** How long a query may be (in code units), how many terms it may have, and how deep it may nest. */
export const LIMITS = { length: 1_000, terms: 60, depth: 20 } as const;

/** The terms of a query from left to right. */
export function termsIn(query: Query): Term[] {
  if (query.kind === 'term') return [query];
  if (query.kind === 'not') return termsIn(query.part);
  return query.parts.flatMap(termsIn);
}

/** The query with each of its terms changed by `change`. */
export function mapTerms(query: Query, change: (term: Term) => Term): Query {
  if (query.kind === 'term') return change(query);
  if (query.kind === 'not') return { kind: 'not', part: mapTerms(query.part, change) };
  return { kind: query.kind, parts: query.parts.map((part) => mapTerms(part, change)) };
}

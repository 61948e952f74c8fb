import { similarity } from './sketch.ts';

/** One employer's posting, as far as copies of it are told by. */
export type Copyable = {
  readonly id: string;
  readonly cityId: string | null;
  /** Days from any fixed one. */
  readonly day: number;
  /** Title and every word of it: equal for exact copies alone. */
  readonly exact: string;
  /** Of the description, without the title; null where it is too short. */
  readonly sketch: Uint8Array | null;
};

export type Repost = { readonly id: string; readonly of: string; readonly nth: number };

export const WINDOW_DAYS = 60;
/** Texts of which nine tenths of the shingles are the same are the same text, edited. */
export const SAME_TEXT = 0.9;
const BAND = 4;

/**
 * Which of one employer's postings repeat an earlier one, in two steps as job-market statistics do it (Lightcast's
 * "two-step approach" with a window of 60 days from the first): the same title and words in the same city; then, so
 * that a renamed copy does not count as new, nearly the same description in the same city under any title. Candidates
 * for the second step share a band of four bins (locality-sensitive hashing), so that the work is linear in
 * practice. `postings` are by day, then id; the result names every repetition and its first posting.
 */
export function findReposts(postings: readonly Copyable[]): Repost[] {
  const found: Repost[] = [];
  const exact = new Map<string, Copyable>();
  const bands = new Map<string, Copyable[]>();
  const copies = new Map<string, number>();
  const isRecent = (first: Copyable, later: Copyable) => later.day - first.day <= WINDOW_DAYS;
  const bandsOf = (posting: Copyable, sketch: Uint8Array) =>
    Array.from({ length: sketch.length / BAND }, (_, n) => {
      const bytes = sketch.subarray(n * BAND, (n + 1) * BAND);
      return bytes.some((byte) => byte !== 0) ? `${posting.cityId} ${n} ${bytes.join()}` : null;
    }).filter((band) => band !== null);
  for (const posting of postings) {
    const key = `${posting.cityId} ${posting.exact}`;
    const twin = exact.get(key);
    let first = twin && isRecent(twin, posting) ? twin : undefined;
    const { sketch } = posting;
    const own = sketch ? bandsOf(posting, sketch) : [];
    if (!first && sketch) {
      const near = own
        .flatMap((band) => bands.get(band) ?? [])
        .filter((other) => isRecent(other, posting) && other.sketch && similarity(other.sketch, sketch) >= SAME_TEXT);
      first = near.sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1))[0];
    }
    if (first) {
      const nth = (copies.get(first.id) ?? 0) + 1;
      copies.set(first.id, nth);
      found.push({ id: posting.id, of: first.id, nth });
      continue;
    }
    exact.set(key, posting);
    for (const band of own) {
      const recent = (bands.get(band) ?? []).filter((other) => isRecent(other, posting));
      bands.set(band, [...recent, posting]);
    }
  }
  return found;
}

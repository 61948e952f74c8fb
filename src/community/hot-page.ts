import { z } from 'zod';
import { encodeCursor } from '../platform/index.ts';
import { byHotRank, type Ranked } from './hot-rank.ts';

/** How many of the newest posts compete for the top at once; older ones follow in windows of the same size. */
export const HOT_WINDOW = 400;
/** Hexadecimal digits kept of a shown id: the last forty bits of a UUIDv7 are chance. */
const KEPT_DIGITS = 10;
/** The longest cursor: a whole window shown, five bytes a post, twice in base 64. */
export const HOT_CURSOR_LENGTH = 4_000;

/**
 * Where a reader stands in the hot list: the moment at which it was first read, from which ages count and after which
 * posts are not in it; the window's upper end (the last post of the window before); and what was shown of this window.
 */
export type HotPlace = {
  readonly at: Date;
  readonly below: { readonly createdAt: Date; readonly id: string } | null;
  readonly shown: ReadonlySet<string>;
};

const start = [z.number().int(), z.base64url()] as const;
export const hotCursor = z.union([z.tuple(start), z.tuple([...start, z.number().int(), z.uuid()])]);

const kept = (id: string) => id.replaceAll('-', '').slice(-KEPT_DIGITS);

/** The place that a cursor holds. */
export function hotPlaceOf([at, shown, belowAt, belowId]: z.output<typeof hotCursor>): HotPlace {
  const digits = Buffer.from(shown, 'base64url').toString('hex');
  return {
    at: new Date(at),
    below: belowAt !== undefined && belowId ? { createdAt: new Date(belowAt), id: belowId } : null,
    shown: new Set(digits.match(/.{10}/g)),
  };
}

export function encodeHotPlace({ at, below, shown }: HotPlace): string {
  const bytes = Buffer.from([...shown].join(''), 'hex').toString('base64url');
  return encodeCursor([at.getTime(), bytes, ...(below ? [below.createdAt.getTime(), below.id] : [])]);
}

/**
 * The next page of the hot list: the hottest of the window that were not shown yet. Votes may change between two pages:
 * what was shown is not shown again, and what was not is still to come, since the place remembers the posts rather
 * than a rank. `window` is the window's posts at this moment, newest first, at most `HOT_WINDOW`; of these only the
 * `visible` ones are shown. `next` is null at the end of the list.
 */
export function takeHotPage<T extends Ranked>(
  window: readonly T[],
  place: HotPlace,
  limit: number,
  visible: (post: T) => boolean = () => true,
): { page: readonly T[]; next: HotPlace | null } {
  const waiting = byHotRank(
    window.filter((post) => visible(post) && !place.shown.has(kept(post.id))),
    place.at,
  );
  const page = waiting.slice(0, limit);
  if (waiting.length > limit) {
    return { page, next: { ...place, shown: new Set([...place.shown, ...page.map((post) => kept(post.id))]) } };
  }
  const last = window.at(-1);
  const more = window.length >= HOT_WINDOW && last;
  return { page, next: more ? { at: place.at, below: last, shown: new Set() } : null };
}

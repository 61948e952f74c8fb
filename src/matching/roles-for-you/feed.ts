import type { Context, StoredEvent } from '../../platform/index.ts';
import { dateOf, dayOf, openPostingOf } from './open-posting.ts';
import { emptyPostingIndex, type PostingIndex } from './posting-index.ts';
import { findOpenPosting, nextOpenPostings } from './store.ts';

const BATCH = 5_000;
/** After this long a posting that is still open is taken to be filled, or to be no offer at all: it is not put before anybody. */
export const OPEN_DAYS = 90;

/** The first day whose postings are put before readers. */
export const firstDay = (now: Date): number => dayOf(now) - OPEN_DAYS;

/** A posting index that follows the network. */
export type FollowingPostings = PostingIndex & {
  /** Brings the index up to an event; events of other kinds leave it as it is. Telling it twice changes nothing. */
  apply(event: StoredEvent): Promise<void>;
};

/** Reads open postings in, after an id, of one import where it is named. Returns the last id. */
async function readIn(context: Context, index: PostingIndex, from: string | null, datasetId?: string) {
  const since = dateOf(firstDay(context.clock.now()));
  for (let after = from; ; ) {
    const rows = await nextOpenPostings(context.db, { after, since, limit: BATCH, ...(datasetId && { datasetId }) });
    for (const row of rows) index.put(openPostingOf(row));
    after = rows.at(-1)?.id ?? after;
    if (rows.length < BATCH) return after;
  }
}

/** Every open posting from the database; it then follows the outbox. */
export async function loadPostingIndex(context: Context): Promise<FollowingPostings> {
  const index = emptyPostingIndex();
  await readIn(context, index, null);
  /** By import the last posting that was read: an import only adds, in the order of ids. */
  const imported = new Map<string, string | null>();
  return {
    ...index,
    get size() {
      return index.size;
    },
    async apply(event) {
      if (event.kind === 'posting.changed') {
        const row = await findOpenPosting(context.db, event.key);
        if (row) index.put(openPostingOf(row));
        else index.remove(event.key);
        index.forgetBefore(firstDay(context.clock.now()));
      }
      if (event.kind === 'posting.imported') {
        imported.set(event.key, await readIn(context, index, imported.get(event.key) ?? null, event.key));
      }
    },
  };
}

/** An index with nothing in it that follows nothing, to describe the routes that need one. */
export const noPostingIndex = (): FollowingPostings => ({ ...emptyPostingIndex(), apply: async () => undefined });

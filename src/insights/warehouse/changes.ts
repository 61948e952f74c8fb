import type { Context, OutboxPosition, StoredEvent } from '../../platform/index.ts';
import { readOutbox } from '../../platform/index.ts';
import type { Touched } from './source-store.ts';

/** What has happened since a position: which rows are to be read again, or that all are. */
export type Changes = {
  readonly any: boolean;
  readonly everything: boolean;
  readonly postings: Set<string>;
  /** Companies of which any posting may have changed. */
  readonly companies: Set<string>;
  readonly people: Set<string>;
  readonly posts: Set<string>;
  /** Data sets that rows were added to since the given moment. */
  readonly datasets: Map<string, Date>;
};

/** Beyond this many events it is quicker to make all anew. */
const MOST_EVENTS = 50_000;

/** Of a member, and yet of nothing that is counted. */
const NOT_COUNTED = new Set(['member.blocked', 'member.unblocked']);

function take(changes: Changes, event: StoredEvent): boolean {
  if (NOT_COUNTED.has(event.kind)) return false;
  const [subject = ''] = event.kind.split('.');
  switch (subject) {
    case 'posting':
      if (event.kind === 'posting.imported') {
        const since = changes.datasets.get(event.key);
        if (!since || event.at < since) changes.datasets.set(event.key, event.at);
      } else changes.postings.add(event.key);
      return true;
    case 'application':
    case 'pipeline':
      changes.postings.add(event.key);
      return true;
    case 'company':
      changes.companies.add(event.key);
      return true;
    case 'profile':
    case 'preferences':
    case 'verification':
    case 'member':
      changes.people.add(event.key);
      return true;
    case 'post':
    case 'comment':
    case 'vote':
      changes.posts.add(event.key);
      return true;
    default:
      return false;
  }
}

/** The changes that concern the warehouse, from the outbox after `position`. */
export async function changesSince(context: Context, position: OutboxPosition): Promise<Changes> {
  const changes: Changes = {
    any: false,
    everything: false,
    postings: new Set(),
    companies: new Set(),
    people: new Set(),
    posts: new Set(),
    datasets: new Map(),
  };
  let any = false;
  let from = position;
  for (let read = 0; read < MOST_EVENTS; ) {
    const events = await readOutbox(context.db, from);
    for (const event of events) {
      if (event.kind === 'world.made' || event.kind === 'member.deleted')
        return { ...changes, any: true, everything: true };
      any = take(changes, event) || any;
    }
    const last = events.at(-1);
    if (!last) return { ...changes, any };
    from = { transactionId: last.transactionId, id: last.id };
    read += events.length;
  }
  return { ...changes, any: true, everything: true };
}

/**
 * The rows to read again: all postings of the companies that any changed posting belongs to, since copies are looked for
 * within a company; and, where a company itself changed, its people.
 */
export async function touchedRows(context: Context, changes: Changes): Promise<Touched> {
  const companies = new Set(changes.companies);
  const postings = new Set(changes.postings);
  const people = new Set(changes.people);
  const byPosting = await context.pool.query<{ company_id: string }>(
    'select distinct company_id from posting where id = any($1::uuid[])',
    [[...postings]],
  );
  for (const row of byPosting.rows) companies.add(row.company_id);
  for (const [dataset, since] of changes.datasets) {
    const added = await context.pool.query<{ id: string; company_id: string }>(
      'select id, company_id from posting where dataset_id = $1 and created_at >= $2',
      [dataset, since],
    );
    for (const row of added.rows) companies.add(row.company_id);
  }
  if (changes.companies.size > 0) {
    const there = await context.pool.query<{ member_id: string }>(
      'select distinct member_id from position where company_id = any($1::uuid[])',
      [[...changes.companies]],
    );
    for (const row of there.rows) people.add(row.member_id);
  }
  return { companies, postings, people, posts: changes.posts };
}

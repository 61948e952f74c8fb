import { type Kysely, sql } from 'kysely';
import type { Schema } from '../database/schema.ts';

/** A change that others must see. */
export type DomainEvent = {
  /** Past tense, by domain: `message.sent`, `connection.made`. */
  readonly kind: string;
  /** The row that changed; also the distribution key. */
  readonly key: string;
  readonly payload?: Record<string, unknown>;
  /** The accounts whose open pages should hear of it at once. */
  readonly audience?: readonly string[];
  readonly at: Date;
};

export type StoredEvent = {
  readonly id: number;
  readonly transactionId: string;
  readonly kind: string;
  readonly key: string;
  readonly payload: unknown;
  readonly audience: readonly string[];
  readonly at: Date;
};

/** The channel on which a committed event is announced. */
export const OUTBOX_CHANNEL = 'renmai_outbox';

/** Writes the event within the caller's transaction; it is announced when that commits. */
export async function emit(trx: Kysely<Schema>, event: DomainEvent): Promise<void> {
  await trx
    .insertInto('outbox')
    .values({
      kind: event.kind,
      key: event.key,
      payload: JSON.stringify(event.payload ?? {}),
      audience: [...(event.audience ?? [])],
      at: event.at,
    })
    .execute();
  await sql`select pg_notify(${OUTBOX_CHANNEL}, '')`.execute(trx);
}

export type OutboxPosition = { readonly transactionId: string; readonly id: number };

/** The position after the last event whose order can no longer change. */
export async function currentPosition(db: Kysely<Schema>): Promise<OutboxPosition> {
  const { rows } = await sql<{ horizon: string }>`
    select (pg_snapshot_xmin(pg_current_snapshot())::text::numeric - 1)::text as horizon
  `.execute(db);
  return { transactionId: rows[0]?.horizon ?? '0', id: Number.MAX_SAFE_INTEGER };
}

/**
 * The next events after `position`, oldest first. Only transactions below the oldest one still running are
 * read, so that an event that commits late is never skipped.
 */
export async function readOutbox(
  db: Kysely<Schema>,
  position: OutboxPosition,
  limit = 500,
): Promise<readonly StoredEvent[]> {
  const { rows } = await sql<StoredEvent>`
    select id, transaction_id::text as "transactionId", kind, key, payload, audience, at
    from outbox
    where (transaction_id, id) > (${position.transactionId}::xid8, ${position.id}::bigint)
      and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
    order by transaction_id, id
    limit ${limit}
  `.execute(db);
  return rows;
}

/** The first transaction that has not begun yet: every event committed until now is of an earlier one. */
export async function nextTransaction(db: Kysely<Schema>): Promise<string> {
  const { rows } = await sql<{ next: string }>`
    select pg_snapshot_xmax(pg_current_snapshot())::text as next`.execute(db);
  return rows[0]?.next ?? '0';
}

/** Whether an event after `position` has committed in a transaction before `next`, though it may not be read yet. */
export async function isEventWaiting(db: Kysely<Schema>, position: OutboxPosition, next: string): Promise<boolean> {
  const { rows } = await sql<{ waiting: boolean }>`
    select exists (
      select 1 from outbox
      where (transaction_id, id) > (${position.transactionId}::xid8, ${position.id}::bigint)
        and transaction_id < ${next}::xid8
    ) as waiting`.execute(db);
  return rows[0]?.waiting ?? false;
}

import { type Kysely, sql } from 'kysely';

/** Ranked lists that are being paged through. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table ranked_list (
      account_id uuid not null,
      id uuid not null,
      posting_id uuid,
      member_ids uuid[] not null,
      fitting integer not null,
      searched integer not null,
      made_at timestamptz not null,
      primary key (account_id, id)
    );
    comment on table ranked_list is 'distribution: account_id; kept for a day, so that pages neither repeat nor lose anybody';
  `.execute(db);
}

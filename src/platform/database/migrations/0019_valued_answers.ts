import { type Kysely, sql } from 'kysely';

/** What peers valued of what somebody wrote on a skill, where every member may read it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table valued_answer (
      member_id uuid not null,
      skill text not null,
      voters integer not null,
      points integer not null,
      post_id uuid not null,
      primary key (member_id, skill)
    );
    comment on table valued_answer is 'distribution: member_id (who wrote); made from votes, and made again at any time';
    comment on column valued_answer.points is 'tenths of a vote, as they count: src/community/valued/worth-of-votes.ts';
    comment on column valued_answer.post_id is 'the post, or the post with the comment, that was valued most';
  `.execute(db);
}

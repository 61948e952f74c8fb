import { type Kysely, sql } from 'kysely';

/** The talent index in the database: for networks whose servers are several. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table talent_entry (
      member_id uuid primary key,
      profile jsonb not null,
      sets text[] not null,
      words tsvector not null,
      impacts jsonb not null,
      worked integer not null,
      as_of integer not null
    );
    comment on table talent_entry is 'distribution: member_id; made from the profile, and made again at any time; empty where the index is kept in the server''s memory';
    comment on column talent_entry.words is 'pairs of Han characters and whole Latin words, and each Han character behind a tilde: no dictionary of a language, so that words of two characters are found';
    comment on column talent_entry.worked is 'months of work by the month as_of, which is 0 for those who work no more';
    create index talent_entry_sets on talent_entry using gin (sets);
    create index talent_entry_words on talent_entry using gin (words);

    create table talent_word (
      word text primary key,
      people integer not null
    );
    comment on table talent_word is 'distribution: reference; how many profiles have each word, counted once a day';
  `.execute(db);
}

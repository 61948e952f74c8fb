import { type Kysely, sql } from 'kysely';

/** Claims about the future, what people hold of them, and how they came out. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table forecast (
      id uuid primary key,
      entered_by uuid,
      author_name text,
      source text not null default '',
      said_on date not null,
      statement_zh text not null,
      statement_en text not null,
      about_zh text not null default '',
      about_en text not null default '',
      test jsonb not null,
      frozen jsonb not null,
      stated double precision check (stated between 0 and 1),
      resolves_on date not null,
      made_up boolean not null default false,
      crowd jsonb not null default '[]',
      entered_at timestamptz not null,
      withdrawn_at timestamptz,
      withdrawal text,
      outcome text check (outcome in ('true', 'false', 'cannot-be-told')),
      resolved_at timestamptz,
      resolution jsonb
    );
    comment on table forecast is 'distribution: id; statement and test are never changed';
    comment on column forecast.entered_by is 'null: comes with the program';
    comment on column forecast.author_name is 'whose claim it is, where not that of the one who entered it';
    comment on column forecast.frozen is 'the definitions of the fields that the test names, and the names of its parts, as they were at entry';
    comment on column forecast.stated is 'the probability that an author outside the network gave';
    comment on column forecast.crowd is 'the means of the members'' probabilities that were published, each with at least five changes since the one before';
    create index forecast_open on forecast (resolves_on, id) where outcome is null and withdrawn_at is null;
    create index forecast_order on forecast (resolves_on, id);

    create table forecast_probability (
      forecast_id uuid not null,
      account_id uuid not null,
      id uuid not null,
      probability double precision not null check (probability between 0 and 1),
      published boolean not null default false,
      at timestamptz not null,
      primary key (forecast_id, account_id, id)
    );
    comment on table forecast_probability is 'distribution: forecast_id; every revision is kept';
    comment on column forecast_probability.published is 'whether it is in a mean that was published';
    create index forecast_probability_account on forecast_probability (account_id);
  `.execute(db);
}

import { type Kysely, sql } from 'kysely';

/** Circles and their conversations. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table circle (
      id uuid primary key,
      slug text not null unique,
      name_zh text not null,
      name_en text not null,
      about_zh text not null default '',
      about_en text not null default '',
      kind text not null check (kind in ('topic', 'company', 'school', 'city')),
      created_at timestamptz not null
    );
    comment on table circle is 'distribution: reference';

    create table circle_member (
      member_id uuid not null,
      circle_id uuid not null,
      joined_at timestamptz not null,
      primary key (member_id, circle_id)
    );
    comment on table circle_member is 'distribution: member_id';
    create index circle_member_circle on circle_member (circle_id);

    create table post (
      id uuid primary key,
      circle_id uuid not null,
      author_id uuid not null,
      title text not null,
      body text not null default '',
      locale text not null check (locale in ('zh', 'en')),
      topics text[] not null default '{}',
      score integer not null default 0,
      comment_count integer not null default 0,
      created_at timestamptz not null,
      hidden_at timestamptz
    );
    comment on table post is 'distribution: id (= post_id)';
    create index post_circle on post (circle_id, created_at desc, id desc);
    create index post_author on post (author_id);
    create index post_time on post (created_at desc, id desc);

    create table comment (
      post_id uuid not null,
      id uuid not null,
      author_id uuid not null,
      reply_to uuid,
      body text not null,
      score integer not null default 0,
      created_at timestamptz not null,
      hidden_at timestamptz,
      primary key (post_id, id)
    );
    comment on table comment is 'distribution: post_id';
    create index comment_author on comment (author_id);

    create table vote (
      post_id uuid not null,
      target_id uuid not null,
      member_id uuid not null,
      value smallint not null check (value in (-1, 1)),
      at timestamptz not null,
      primary key (post_id, target_id, member_id)
    );
    comment on table vote is 'distribution: post_id; target_id is the post or one of its comments';
    create index vote_member on vote (member_id);
  `.execute(db);
}

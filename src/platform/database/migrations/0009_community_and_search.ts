import { type Kysely, sql } from 'kysely';

/**
 * What a circle belongs to (who may join a company's or a school's circle follows from it), topics, threads, the search
 * for members by what their card says, and a place in a person's file for what that search showed of them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table circle add column company_id uuid, add column school_id text, add column city_id text;
    comment on column circle.company_id is 'whose present and former people the circle is for';
    comment on column circle.school_id is 'id in the lexicon; whose alumni the circle is for';
    update circle set school_id = substr(slug, 8) where kind = 'school' and slug like 'school-%';
    update circle set city_id = substr(slug, 6) where kind = 'city' and slug like 'city-%';
    update circle set company_id = (select min(company.id::text)::uuid from company where company.name = circle.name_zh)
      where kind = 'company';

    create index post_topics on post using gin (topics);
    create index post_topical on post (created_at desc) where topics <> '{}';
    create index comment_thread on comment (post_id, reply_to, created_at, id);
    alter table content_report add column note text not null default '';
    create index content_report_target on content_report (target_id);

    create function bigrams(words text) returns text[]
      language plpgsql immutable strict parallel safe cost 1000 as $$
      declare
        low text := lower(words);
        pairs text[] := '{}';
      begin
        for i in 1 .. length(low) - 1 loop
          pairs[i] := substr(low, i, 2);
        end loop;
        return pairs;
      end $$;
    comment on function bigrams is 'pairs of characters: unlike trigrams they find Chinese names of two, in any locale';
    create index member_words on member using gin (bigrams(name || ' ' || coalesce(other_name, '')));
    create index position_current_words on position using gin (bigrams(company_name || ' ' || title))
      where end_month is null;

    alter table disclosure drop constraint disclosure_surface_check;
    alter table disclosure add constraint disclosure_surface_check
      check (surface in ('match-list', 'profile', 'message', 'introduction', 'check', 'search'));
  `.execute(db);
}

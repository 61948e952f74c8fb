import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

/** Between the words of a list inside a cell. */
export const LIST_SEPARATOR = '\u001f';
const LIST = `E'\\x1f'`;

/** Ids of what changed; all rows are read where it is null. */
export type Touched = {
  readonly companies: ReadonlySet<string>;
  readonly postings: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
  readonly posts: ReadonlySet<string>;
};

const ESCAPED = /\\([nrtbfv\\])/g;

/** A cell of COPY's text format as it was; words only, so that every control character may become a blank. */
export function unescapeCell(cell: string): string {
  return cell.includes('\\') ? cell.replace(ESCAPED, (_, code: string) => (code === '\\' ? '\\' : ' ')) : cell;
}

/** A cell without the characters that part cells and lines. */
export function plainCell(cell: string): string {
  return cell.replaceAll(/[\t\n\r\\]/g, ' ');
}

/** The rows of a query by COPY, in batches as they arrive; null cells are null, others still escaped. */
export async function* copyOut(
  client: pg.ClientBase,
  select: string,
): AsyncGenerator<(string | null)[][], void, undefined> {
  const stream = client.query(copyTo(`copy (${select}) to stdout`));
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of stream) {
    const text = rest + decoder.decode(chunk, { stream: true });
    const end = text.lastIndexOf('\n');
    rest = text.slice(end + 1);
    if (end < 0) continue;
    yield text
      .slice(0, end)
      .split('\n')
      .map((line) => line.split('\t').map((cell) => (cell === '\\N' ? null : cell)));
  }
}

/** Tables of this connection alone that hold the ids of what changed, for the queries below to join. */
export async function writeTouched(client: pg.ClientBase, touched: Touched): Promise<void> {
  for (const [name, ids] of Object.entries(touched)) {
    await client.query(`create temp table touched_${name} (id uuid primary key) on commit drop`);
    const into = client.query(copyFrom(`copy touched_${name} from stdin`));
    await new Promise<void>((resolve, reject) => {
      into.on('error', reject).on('finish', resolve);
      into.end([...ids].map((id) => `${id}\n`).join(''));
    });
  }
}

/** Members who may be counted: not those who said no, nor those who were brought in and never came themselves. */
const COUNTED = `(m.origin <> 'import' or exists (select 1 from auth_user u where u.id = m.id))
  and not exists (select 1 from preference no where no.member_id = m.id and not no.counted)`;

/** Published postings, of the touched companies where only those are wanted. */
export function selectPostings(some: boolean): string {
  return `
    select p.id, p.published_on, p.closed_on, p.company_id, coalesce(c.industry_id, p.industry_id), p.role_id,
      p.seniority, p.city_id, p.remote, p.degree, p.years_min,
      case when p.pay_currency = 'CNY' then
        (coalesce(p.pay_min, p.pay_max)::bigint + coalesce(p.pay_max, p.pay_min)::bigint) / 2 end,
      array_to_string(array(select s from unnest(p.must_skills || p.nice_skills) s group by s order by s collate "C"), ${LIST}),
      p.locale, p.origin, p.dataset_id,
      exists (select 1 from application a where a.posting_id = p.id and a.state in ('advanced', 'declined'))
        or exists (select 1 from pipeline_entry e where e.posting_id = p.id and e.stage in ('offer', 'hired')),
      p.pay_text, p.title, p.description
    from posting p join company c on c.id = p.company_id
    where p.published_on is not null and p.state <> 'draft'
      ${some ? 'and p.company_id in (select id from touched_companies)' : ''}`;
}

/** Applications by people who may be counted. */
export function selectApplications(some: boolean): string {
  return `
    select a.posting_id, a.member_id, a.applied_at::date, p.role_id, to_char(p.published_on, 'YYYY-MM'), a.state, p.dataset_id
    from application a join posting p on p.id = a.posting_id join member m on m.id = a.member_id
    where a.state <> 'withdrawn' and p.published_on is not null and p.state <> 'draft' and ${COUNTED}
      ${some ? 'and (a.posting_id in (select id from touched_postings) or a.member_id in (select id from touched_people))' : ''}`;
}

/** One line a person; careers and education as JSON, so that nothing is read twice. */
export function selectPeople(some: boolean): string {
  return `
    select m.id, m.city_id, m.birth_year, to_char(m.created_at, 'YYYY-MM'), m.origin,
      (select string_agg(s.skill, ${LIST} order by s.skill collate "C") from member_skill s where s.member_id = m.id),
      (select json_agg(json_build_object(
          'companyId', p.company_id, 'industryId', c.industry_id, 'roleId', p.role_id, 'seniority', p.seniority,
          'cityId', p.city_id, 'start', to_char(p.start_month, 'YYYY-MM'), 'end', to_char(p.end_month, 'YYYY-MM'),
          'pay', case when shares.share_pay then p.yearly_pay end,
          'verified', (select to_char(min(v.decided_at), 'YYYY-MM') from verification v
                       where v.member_id = m.id and v.position_id = p.id and v.state = 'verified'))
          order by p.start_month, p.id)
        from position p left join company c on c.id = p.company_id
          left join preference shares on shares.member_id = p.member_id
        where p.member_id = m.id),
      (select json_agg(json_build_object('degree', e.degree, 'endYear', e.end_year) order by e.id)
        from education e where e.member_id = m.id and e.degree is not null),
      (select array_to_string(array(select r from unnest(w.desired_role_ids) r group by r order by r collate "C"), ${LIST})
        from preference w where w.member_id = m.id),
      (select to_char(w.updated_at, 'YYYY-MM') from preference w where w.member_id = m.id),
      concat_ws(E'\\n', m.headline, m.summary,
        (select string_agg(p.title || ' ' || p.description, E'\\n') from position p where p.member_id = m.id))
    from member m
    where ${COUNTED} ${some ? 'and m.id in (select id from touched_people)' : ''}`;
}

/** Posts that are not hidden, each with the name of its circle. */
export function selectPosts(some: boolean): string {
  return `
    select p.id, to_char(p.created_at, 'YYYY-MM'), p.circle_id,
      array_to_string(array(select t from unnest(p.topics) t group by t order by t collate "C"), ${LIST}), p.score, p.comment_count,
      concat_ws(E'\\n', p.title, p.body, array_to_string(p.topics, ' '), c.name_zh, c.name_en)
    from post p join circle c on c.id = p.circle_id
    where p.hidden_at is null ${some ? 'and p.id in (select id from touched_posts)' : ''}`;
}

/** Who took part in a post that is not hidden. */
export function selectSpeakers(some: boolean): string {
  return `
    select distinct p.id, said.by, to_char(p.created_at, 'YYYY-MM')
    from post p
      cross join lateral (select p.author_id as by union all
        select c.author_id from comment c where c.post_id = p.id and c.hidden_at is null) said
      join member m on m.id = said.by
    where p.hidden_at is null and ${COUNTED}
      ${some ? 'and (p.id in (select id from touched_posts) or said.by in (select id from touched_people))' : ''}`;
}

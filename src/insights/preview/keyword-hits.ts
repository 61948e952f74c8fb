import type { Context } from '../../platform/index.ts';
import { foldWords } from '../fields/condition.ts';

const LATIN = 'a-z0-9\\u00c0-\\u024f';
const ENDS_LATIN = /[a-z0-9\u00c0-\u024f]$/u;
const BEGINS_LATIN = /^[a-z0-9\u00c0-\u024f]/u;
const MOST = 200_000;

/** The keyword as a regular expression of PostgreSQL that finds it where `says` does. */
export function keywordPattern(keyword: string): string {
  const folded = foldWords(keyword.trim());
  const quoted = folded.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const before = BEGINS_LATIN.test(folded) ? `(^|[^${LATIN}])` : '';
  const after = ENDS_LATIN.test(folded) ? `([^${LATIN}+#]|$)` : '';
  return `${before}${quoted}${after}`;
}

/**
 * The postings and the people whose words say a keyword that the warehouse was not told to look for, straight from the
 * database: a scan, for an analyst who is trying a definition out.
 */
export async function keywordHits(
  context: Context,
  keyword: string,
): Promise<{ readonly postings: readonly string[]; readonly people: readonly string[] }> {
  const like = `%${foldWords(keyword.trim()).replaceAll(/[\\%_]/g, '\\$&')}%`;
  const pattern = keywordPattern(keyword);
  const ids = async (sql: string) => {
    const { rows } = await context.pool.query<{ id: string }>(`${sql} limit ${MOST}`, [like, pattern]);
    return rows.map((row) => row.id);
  };
  const postings = await ids(
    `select id from posting, lower(title || E'\\n' || description) words
     where published_on is not null and state <> 'draft' and words like $1 and words ~ $2`,
  );
  const people = await ids(
    `select m.id from member m cross join lateral (
       select lower(concat_ws(E'\\n', m.headline, m.summary,
         (select string_agg(p.title || ' ' || p.description, E'\\n') from position p where p.member_id = m.id))) as words) said
     where words like $1 and words ~ $2`,
  );
  return { postings, people };
}

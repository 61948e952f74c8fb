import { join } from 'node:path';
import { z } from 'zod';
import { GHOST_DAYS, GHOST_REPOSTS } from './ghosts.ts';
import { type Copyable, findReposts } from './reposts.ts';
import {
  eachRow,
  listCell,
  listOf,
  loadSheet,
  openSheet,
  type SheetColumn,
  type Staging,
  stagedColumns,
  words,
} from './sheet.ts';
import { bareUnits, digestOf, sketchOf } from './sketch.ts';
import { selectApplications, selectPostings } from './source-store.ts';
import { createMarker } from './terms.ts';

const isMark = ({ name }: SheetColumn) => name.startsWith('terms_');
/** What is only known when all of an employer's postings are. */
const LATER = ['repost_of', 'reposts', 'ghost'];

async function stageSketched(staging: Staging): Promise<void> {
  const file = join(staging.folder, 'postings.tsv');
  const sheet = openSheet(file);
  const mark = createMarker(staging.terms);
  await eachRow(staging, selectPostings(staging.some), [sheet], (row) => {
    const [published] = row.slice(1, 2);
    const [skills, locale, origin, dataset, answered, payText, title, description] = row.slice(12);
    const [head, body] = [words(title), words(description)];
    const bare = bareUnits(body);
    const sketch = sketchOf(bare);
    const asked = listOf(skills);
    sheet.write([
      published?.slice(0, 7),
      ...row.slice(0, 12),
      ...[listCell(asked), locale, origin, dataset, answered],
      digestOf(bareUnits(head), bare, bareUnits(words(payText))),
      sketch && Buffer.from(sketch).toString('hex'),
      ...mark(asked, `${head}\n${body}`),
    ]);
  });
  const columns = stagedColumns('postings', staging.terms.length);
  await loadSheet(staging.duck, 'sketched', file, [
    ...columns.filter((column) => !LATER.includes(column.name) && !isMark(column)),
    { name: 'answered', type: 'BOOLEAN' },
    { name: 'exact', type: 'VARCHAR' },
    { name: 'sketch', type: 'VARCHAR' },
    ...columns.filter(isMark),
  ]);
}

const sketchedRow = z.tuple([
  z.string(),
  z.string(),
  z.string().nullable(),
  z.number(),
  z.string(),
  z.string().nullable(),
]);

async function stageReposts(staging: Staging): Promise<void> {
  const file = join(staging.folder, 'reposts.tsv');
  const sheet = openSheet(file);
  let company: string | null = null;
  let postings: Copyable[] = [];
  const settle = () => {
    for (const repost of findReposts(postings)) sheet.write([repost.id, repost.of, repost.nth]);
    postings = [];
  };
  const rows = staging.duck.stream(`
    select company_id::varchar, id::varchar, city_id, (published_on - date '2000-01-01')::integer, exact, sketch
    from sketched order by company_id, published_on, id`);
  for await (const portion of rows) {
    for (const row of portion) {
      const [companyId, id, cityId, day, exact, sketch] = sketchedRow.parse(row);
      if (companyId !== company) settle();
      company = companyId;
      postings.push({ id, cityId, day, exact, sketch: sketch === null ? null : Buffer.from(sketch, 'hex') });
    }
    await sheet.ready();
  }
  settle();
  await sheet.close();
  await loadSheet(staging.duck, 'reposts', file, [
    { name: 'id', type: 'UUID' },
    { name: 'repost_of', type: 'UUID' },
    { name: 'nth', type: 'SMALLINT' },
  ]);
}

/** Stages `postings`: all, or all of the touched companies, since copies are looked for within a company. */
export async function stagePostings(staging: Staging): Promise<void> {
  await stageSketched(staging);
  await stageReposts(staging);
  const columns = stagedColumns('postings', staging.terms.length);
  const select = columns.map((column) => {
    if (column.name === 'repost_of') return 'r.repost_of';
    if (column.name === 'reposts') return 'coalesce(r.nth, 0)::SMALLINT as reposts';
    if (column.name === 'ghost') {
      return `p.dataset_id is null and not coalesce(c.answered, p.answered)
        and (coalesce(c.days, p.closed_on - p.published_on, 0) >= ${GHOST_DAYS} or coalesce(c.reposts, 0) >= ${GHOST_REPOSTS}) as ghost`;
    }
    return `p.${column.name}`;
  });
  // A posting and all repetitions of it are judged as one.
  await staging.duck.run(`
    create or replace table copies as
      select of, count(*) - 1 as reposts, bool_or(p.answered) as answered, max(p.closed_on - p.published_on) as days
      from (select repost_of as of, id from reposts union all select distinct repost_of, repost_of from reposts)
        join sketched p using (id)
      group by of`);
  await staging.duck.run(`
    create or replace table staged_postings as
      select ${select.join(', ')} from sketched p left join reposts r on r.id = p.id
        left join copies c on c.of = coalesce(r.repost_of, p.id)`);
  await staging.duck.run('drop table sketched; drop table reposts; drop table copies');
}

/** Stages `applications`. */
export async function stageApplications(staging: Staging): Promise<void> {
  const file = join(staging.folder, 'applications.tsv');
  const sheet = openSheet(file);
  await eachRow(staging, selectApplications(staging.some), [sheet], (row) =>
    sheet.write([row[2]?.slice(0, 7), ...row]),
  );
  await loadSheet(staging.duck, 'staged_applications', file, stagedColumns('applications', staging.terms.length));
}

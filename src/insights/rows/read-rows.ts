import { z } from 'zod';
import { type Context, decodeCursor, encodeCursor, type Text } from '../../platform/index.ts';
import { FIGURES } from '../figures/index.ts';
import { cityLabel, degreeLabel, roleLabel } from '../figures/labels.ts';
import type { FigureId, FigureRows, ReportQuery } from '../model.ts';
import { withReading } from '../open-reading.ts';
import { mayOpenPosting, mayQuoteFrom } from '../policy.ts';
import { K, suppress } from '../privacy/suppress.ts';
import type { Reading } from '../reading.ts';
import { hydratePostings, hydratePosts } from '../store.ts';
import { type GroupFilter, groupFilter, rowsOfReading } from './group-filter.ts';

export type RowsQuery = {
  readonly table: string;
  readonly key: string;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

const label = (zh: string, en: string): Text => ({ zh, en });
const same = (words: string): Text => ({ zh: words, en: words });
const NOTHING: Omit<FigureRows, 'notes'> = { columns: [], rows: [], total: 0, nextCursor: null };

const COLUMNS = {
  postings: [
    { id: 'title', label: label('职位', 'Title') },
    { id: 'company', label: label('公司', 'Company') },
    { id: 'city', label: label('城市', 'City') },
    { id: 'pay', label: label('薪资', 'Pay') },
    { id: 'published', label: label('发布日期', 'Published') },
  ],
  people: [
    { id: 'role', label: label('岗位', 'Role') },
    { id: 'city', label: label('城市', 'City') },
    { id: 'degree', label: label('学历', 'Degree') },
    { id: 'people', label: label('人数', 'People') },
  ],
  posts: [
    { id: 'title', label: label('标题', 'Title') },
    { id: 'circle', label: label('圈子', 'Circle') },
    { id: 'comments', label: label('回复', 'Answers') },
    { id: 'date', label: label('日期', 'Date') },
  ],
};

const total = z.object({ n: z.number() });

async function countRows(reading: Reading, filter: GroupFilter): Promise<number> {
  const where = `${rowsOfReading(reading, filter.of)} and ${filter.is}`;
  const [found] = await reading.ask(total, `select count(*)::integer as n from ${filter.of} where ${where}`);
  return found?.n ?? 0;
}

const posted = z.object({ id: z.string(), at: z.string() });

/** The ids of a page, the newest first, and the cursor of the next. */
async function pageOfIds(reading: Reading, filter: GroupFilter, at: string, query: RowsQuery) {
  const after = decodeCursor(query.cursor, z.tuple([z.string().regex(/^[\d-]{7,10}$/), z.uuid()]));
  const rest = after ? `and (${at}, id) < ('${after[0]}', '${after[1]}'::uuid)` : '';
  const found = await reading.ask(
    posted,
    `select id::varchar as id, ${at} as at from ${filter.of}
     where ${rowsOfReading(reading, filter.of)} and ${filter.is} ${rest}
     order by ${at} desc, id desc limit ${query.limit + 1}`,
  );
  const page = found.slice(0, query.limit);
  const last = page.at(-1);
  return {
    ids: page.map((row) => row.id),
    nextCursor: found.length > query.limit && last ? encodeCursor([last.at, last.id]) : null,
  };
}

async function postingRows(
  context: Context,
  reading: Reading,
  filter: GroupFilter,
  query: RowsQuery,
): Promise<FigureRows> {
  const { ids, nextCursor } = await pageOfIds(reading, filter, 'published_on::varchar', query);
  const postings = await hydratePostings(context.db, ids);
  const rows = ids.flatMap((id) => {
    const posting = postings.get(id);
    if (!posting) return [];
    const cells = [
      same(posting.title),
      same(posting.companyName),
      cityLabel(posting.cityId),
      same(posting.payText),
      same(posting.publishedOn),
    ];
    return [{ id, cells, postingId: mayOpenPosting(posting) ? id : null }];
  });
  return { columns: COLUMNS.postings, rows, total: await countRows(reading, filter), notes: [], nextCursor };
}

async function postRows(
  context: Context,
  reading: Reading,
  filter: GroupFilter,
  query: RowsQuery,
): Promise<FigureRows> {
  const { ids, nextCursor } = await pageOfIds(reading, filter, 'month', query);
  const posts = await hydratePosts(context.db, ids);
  const rows = ids.flatMap((id) => {
    const post = posts.get(id);
    if (!post || !mayQuoteFrom(post)) return [];
    const cells = [same(post.title), post.circle, same(String(post.comments)), same(post.day)];
    return [{ id, cells, postingId: null }];
  });
  const notes =
    rows.length < ids.length
      ? [label('只对成员开放的圈子里的帖子不列出', 'Posts of closed circles are not listed')]
      : [];
  return { columns: COLUMNS.posts, rows, total: await countRows(reading, filter), notes, nextCursor };
}

const alike = z.object({
  role: z.string().nullable(),
  city: z.string().nullable(),
  degree: z.string().nullable(),
  n: z.number(),
});
type Alike = z.output<typeof alike>;
const MOST_GROUPS = 5_000;
/** From the finest to the coarsest. */
const LIKENESS = [['role', 'city', 'degree'], ['role', 'city'], ['role', 'degree'], ['role']] as const;
type Trait = (typeof LIKENESS)[0][number];
const TRAIT_COLUMN: Readonly<Record<Trait, string>> = { role: 'role_id', city: 'city_id', degree: 'degree' };

async function groupsBy(reading: Reading, filter: GroupFilter, traits: readonly Trait[]) {
  const select = (['role', 'city', 'degree'] as const).map((trait) =>
    traits.includes(trait) ? `${TRAIT_COLUMN[trait]} as ${trait}` : `null::varchar as ${trait}`,
  );
  const groups = await reading.ask(
    alike,
    `select ${select.join(', ')}, count(*)::integer as n from people
     where ${rowsOfReading(reading, 'people')} and ${filter.is}
     group by all order by n desc, role, city, degree limit ${MOST_GROUPS}`,
  );
  const hidden = suppress(groups.map((group) => ({ here: group.n, rest: null })));
  const sum = (list: readonly Alike[]) => list.reduce((total, group) => total + group.n, 0);
  const shown = groups.filter((_, n) => !hidden[n]);
  return { traits, shown, told: sum(shown), all: sum(groups) };
}

/** The finest likeness that tells of at least half of the people; where none does, the one that tells of the most. */
async function alikeGroups(reading: Reading, filter: GroupFilter) {
  const tried: Awaited<ReturnType<typeof groupsBy>>[] = [];
  for (const traits of LIKENESS) {
    const groups = await groupsBy(reading, filter, traits);
    if (groups.told * 2 >= groups.all) return groups;
    tried.push(groups);
  }
  return tried.toSorted((a, b) => b.told - a.told)[0] ?? { traits: [], shown: [], told: 0, all: 0 };
}

/** People as groups that are alike, never one by one: those of fewer than K are told of together, if they are K. */
async function peopleRows(reading: Reading, filter: GroupFilter, query: RowsQuery): Promise<FigureRows> {
  const { traits, shown, told, all } = await alikeGroups(reading, filter);
  const start = decodeCursor(query.cursor, z.tuple([z.number().int().min(0)]))?.[0] ?? 0;
  const cellOf = (group: Alike): Readonly<Record<string, Text>> => ({
    role: roleLabel(group.role),
    city: cityLabel(group.city),
    degree: degreeLabel(group.degree),
    people: same(String(group.n)),
  });
  const columns = COLUMNS.people.filter(({ id }) => id === 'people' || traits.some((trait) => trait === id));
  return {
    columns,
    rows: shown.slice(start, start + query.limit).map((group) => ({
      id: [group.role, group.city, group.degree].map((part) => part ?? '').join('/'),
      cells: columns.map(({ id }) => cellOf(group)[id] ?? same('')),
      postingId: null,
    })),
    total: shown.length,
    notes: [
      label('人只以相似的群体列出，每组至少5人', `People are listed as groups that are alike, of ${K} or more`),
      ...(all > told
        ? [label(`另有${all - told}人分散在更小的群体里`, `${all - told} more people are in smaller groups`)]
        : []),
    ],
    nextCursor: start + query.limit < shown.length ? encodeCursor([start + query.limit]) : null,
  };
}

/** Whether the figure itself shows this group, and lets its rows be opened. */
async function opens(reading: Reading, figureId: FigureId, query: RowsQuery): Promise<boolean> {
  const { figure } = await FIGURES[figureId](reading);
  const table = figure.tables.find((one) => one.id === query.table);
  return table?.rows.find((row) => row.key === query.key)?.opens === true;
}

/** The rows behind one group of a figure: postings and posts one by one, people as groups. */
export async function readFigureRows(
  context: Context,
  fieldId: string,
  figureId: FigureId,
  report: ReportQuery,
  query: RowsQuery,
): Promise<FigureRows> {
  return withReading(context, fieldId, report, async ({ reading }) => {
    const filter = groupFilter(figureId, query.table, query.key);
    if (!filter || !(await opens(reading, figureId, query))) {
      return { ...NOTHING, notes: [label('这一组不能展开', 'This group cannot be opened')] };
    }
    if (filter.of === 'people') return peopleRows(reading, filter, query);
    return filter.of === 'posts'
      ? postRows(context, reading, filter, query)
      : postingRows(context, reading, filter, query);
  });
}

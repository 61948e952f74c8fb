/** A column of the warehouse: its type in DuckDB, and what it means. */
export type Column = { readonly name: string; readonly type: string; readonly means: string };

/** A table of the warehouse. Its files are partitioned by `month`, which stands in the folder's name alone. */
export type WarehouseTable = {
  readonly name: TableName;
  readonly means: string;
  /** What `month` is. */
  readonly month: string;
  /** The columns that together name a row within its month, in the order in which files are sorted. */
  readonly key: readonly string[];
  readonly columns: readonly Column[];
  /** Whether rows carry marks of the watched terms (`terms_0`, …). */
  readonly marked: boolean;
};

export type TableName = 'postings' | 'applications' | 'people' | 'moves' | 'posts' | 'speakers';

const column = (name: string, type: string, means: string): Column => ({ name, type, means });

export const TABLES: readonly WarehouseTable[] = [
  {
    name: 'postings',
    means: 'One row for each posting that was published and has a date. Drafts are left out.',
    month: 'the month of publication',
    key: ['id'],
    marked: true,
    columns: [
      column('id', 'UUID', 'the posting'),
      column('published_on', 'DATE', 'day of publication'),
      column('closed_on', 'DATE', 'day it was closed; null while it is open or where nobody said'),
      column('company_id', 'UUID', 'the employer'),
      column('industry_id', 'VARCHAR', "the employer's industry, an id of the lexicon; else the posting's own"),
      column('role_id', 'VARCHAR', 'the role that the title names, an id of the lexicon'),
      column('seniority', 'VARCHAR', 'intern, junior, middle, senior, lead, manager, director or executive'),
      column('city_id', 'VARCHAR', 'the place of work, an id of the lexicon'),
      column('remote', 'BOOLEAN', 'whether the work can be done from anywhere'),
      column('degree', 'VARCHAR', 'the least degree asked for'),
      column('years_min', 'SMALLINT', 'the least years of experience asked for'),
      column('pay', 'INTEGER', 'CNY a year: the middle of the range offered; null where it is not in CNY or not given'),
      column('skills', 'VARCHAR[]', 'what is asked for or welcome: ids of the lexicon, else words as written; sorted'),
      column('locale', 'VARCHAR', 'zh or en'),
      column('origin', 'VARCHAR', 'network, import or world (made up)'),
      column('dataset_id', 'UUID', "the imported data set it came with; null for the network's own"),
      column('repost_of', 'UUID', 'the first posting that this one repeats within 60 days; null where it is new'),
      column('reposts', 'SMALLINT', 'how many repetitions of it came before this one, 0 for the first'),
      column(
        'ghost',
        'BOOLEAN',
        'whether it looks as if nobody was to be hired, false where it is not judged: see "Ghost postings"',
      ),
    ],
  },
  {
    name: 'applications',
    means: 'One row for each application that was not taken back, by a person who may be counted.',
    month: 'the month of the application',
    key: ['posting_id', 'person_id'],
    marked: false,
    columns: [
      column('posting_id', 'UUID', 'what was applied for'),
      column('person_id', 'UUID', 'who applied'),
      column('applied_on', 'DATE', 'the day'),
      column('role_id', 'VARCHAR', "the posting's role"),
      column('posting_month', 'VARCHAR', 'the month in which the posting was published, to find it by'),
      column('state', 'VARCHAR', 'sent, declined or advanced'),
      column('dataset_id', 'UUID', "the posting's data set; null for the network's own"),
    ],
  },
  {
    name: 'people',
    means:
      'Everybody who may be counted, as they were at the end of a month: one row a person and month, for each of the last 25 months and each quarter before. No names and no texts.',
    month: 'the month at whose end this was so',
    key: ['person_id'],
    marked: true,
    columns: [
      column('person_id', 'UUID', 'the person'),
      column('city_id', 'VARCHAR', 'where they lived or worked'),
      column('company_id', 'UUID', 'where they worked; the last employer where they were between jobs'),
      column('industry_id', 'VARCHAR', "the employer's industry"),
      column('role_id', 'VARCHAR', 'what they did'),
      column('seniority', 'VARCHAR', 'their rung'),
      column('employed', 'BOOLEAN', 'whether the position lasted at that time'),
      column('birth_year', 'SMALLINT', 'null where not given'),
      column('degree', 'VARCHAR', 'the highest degree held by then'),
      column('months_worked', 'SMALLINT', 'months in which they held any position; null where no position is given'),
      column('verified', 'BOOLEAN', 'whether the position was verified by then'),
      column('pay', 'INTEGER', 'CNY a year in that position, of those who share it for statistics'),
      column('skills', 'VARCHAR[]', 'ids of the lexicon, else words as written; sorted'),
      column(
        'wished_role_ids',
        'VARCHAR[]',
        'the roles they say they wish for, from the month in which they last changed their preferences; empty before',
      ),
      column('origin', 'VARCHAR', 'signup, import or world (made up)'),
    ],
  },
  {
    name: 'moves',
    means: 'One row for each change of employer of a person who may be counted.',
    month: 'the first month of the new job',
    key: ['person_id', 'to_position'],
    marked: false,
    columns: [
      column('person_id', 'UUID', 'who moved'),
      column('to_position', 'SMALLINT', 'the how-many-th position it is in their career'),
      column('from_company_id', 'UUID', 'the employer before'),
      column('to_company_id', 'UUID', 'the employer after'),
      column('from_industry_id', 'VARCHAR', 'its industry'),
      column('to_industry_id', 'VARCHAR', 'its industry'),
      column('from_city_id', 'VARCHAR', 'the city of the job before'),
      column('to_city_id', 'VARCHAR', 'the city of the job after'),
      column('from_role_id', 'VARCHAR', 'the role before'),
      column('to_role_id', 'VARCHAR', 'the role after'),
    ],
  },
  {
    name: 'posts',
    means: 'One row for each post in a circle that is not hidden.',
    month: 'the month it was written',
    key: ['id'],
    marked: true,
    columns: [
      column('id', 'UUID', 'the post'),
      column('circle_id', 'UUID', 'the circle'),
      column('topics', 'VARCHAR[]', 'the topics it was filed under, as written; sorted'),
      column('skills', 'VARCHAR[]', 'skills of the lexicon that its words or the name of its circle mention; sorted'),
      column('role_id', 'VARCHAR', 'always null: a post has no role'),
      column('industry_id', 'VARCHAR', 'always null: a post has no industry'),
      column('score', 'INTEGER', 'votes for it less those against it'),
      column('comments', 'INTEGER', 'how many answers it has'),
    ],
  },
  {
    name: 'speakers',
    means: 'Who took part in a post: its author and those who answered, if they may be counted; each once.',
    month: "the post's month",
    key: ['post_id', 'person_id'],
    marked: false,
    columns: [column('post_id', 'UUID', 'the post'), column('person_id', 'UUID', 'who took part')],
  },
];

export function tableOf(name: TableName): WarehouseTable {
  const found = TABLES.find((table) => table.name === name);
  if (!found) throw new Error(`no table ${name}`);
  return found;
}

import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  type Manifest,
  monthFile,
  openDuck,
  SHIPPED_FIELDS,
  type Snapshot,
  TABLES,
  watchedTerms,
} from '../../src/insights/index.ts';
import { cities, industries, roles, skills } from '../../src/language/index.ts';

export type MadeSize = { readonly postings: number; readonly people: number };

const FIRST = 2019 * 12;
const MONTHS = 51;
const monthAt = (n: number) => `${Math.floor((FIRST + n) / 12)}-${String(((FIRST + n) % 12) + 1).padStart(2, '0')}`;
/** Of a hundred postings and people, how many are in the AIGC field. */
const IN_FIELD = { postings: 4, people: 16 };

const list = (ids: readonly string[]) => `[${ids.map((id) => `'${id}'`).join(', ')}]`;
/** One of a list, the first ones more often; always the same for the same row. */
const pick = (ids: readonly string[], salt: number) =>
  `${list(ids)}[1 + ((hash(n, ${salt}) % 1000) * (hash(n, ${salt + 100}) % 1000) * ${ids.length} // 1000000)::integer]`;
const uuid = (of: string, salt: number) => `md5(concat(${of}, '/${salt}'))::uuid`;

/**
 * Writes a warehouse of made rows straight into Parquet, month by month: not a society as `world/` makes one, but columns
 * with the number of values and the skew of one. Returns the snapshot.
 */
export async function makeWarehouse(folder: string, size: MadeSize): Promise<Snapshot> {
  const duck = await openDuck({ threads: 2, memory: '4GB', overflow: `${folder}/overflow` });
  const terms = watchedTerms(SHIPPED_FIELDS);
  const bit = (kind: string, value: string) =>
    1n << BigInt(terms.findIndex((term) => term.kind === kind && term.value === value));
  const marks = bit('skill', 'aigc') | bit('keyword', 'aigc');
  const others = skills()
    .map((skill) => skill.id)
    .filter((id) => !/aigc|generation|diffusion|prompt|large-language|digital-human/.test(id));
  const files: Manifest['files'] = [];
  const write = async (table: Manifest['files'][number]['table'], month: string, rows: number, sql: string) => {
    const file = monthFile(folder, table, month);
    mkdirSync(dirname(file), { recursive: true });
    const columns = TABLES.find((one) => one.name === table);
    const names = [...(columns?.columns.map((column) => column.name) ?? []), ...(columns?.marked ? ['terms_0'] : [])];
    await duck.run(`copy (select ${names.join(', ')} from (${sql})) to '${file}' (format parquet, compression zstd)`);
    files.push({ table, month, rows, hash: '0' });
  };
  const roleIds = roles().map((role) => role.id);
  const industryIds = industries().map((industry) => industry.id);
  const cityIds = cities().map((city) => city.id);
  const inField = (of: keyof typeof IN_FIELD) => `hash(n, 7) % 100 < ${IN_FIELD[of]}`;
  const skillList = (of: keyof typeof IN_FIELD) =>
    `list_sort(list_distinct(list_concat(case when ${inField(of)} then ['aigc', 'text-generation'] else [] end,
       [${[1, 2, 3, 4, 5].map((salt) => pick(others, 200 + salt)).join(', ')}])))`;
  const mark = (of: keyof typeof IN_FIELD) => `(case when ${inField(of)} then ${marks} else 0 end)::bigint as terms_0`;
  for (let m = 0; m < MONTHS; m++) {
    const month = monthAt(m);
    const from = Math.floor((size.postings * m) / MONTHS);
    const to = Math.floor((size.postings * (m + 1)) / MONTHS);
    await write(
      'postings',
      month,
      to - from,
      `select ${uuid('n', 1)} as id, ('${month}-01'::date + (hash(n, 1) % 28)::integer) as published_on, null::date as closed_on,
         ${uuid(`hash(n, 2) % ${Math.ceil(size.postings / 100)}`, 2)} as company_id, ${pick(industryIds, 3)} as industry_id,
         ${pick(roleIds, 4)} as role_id, ['junior', 'middle', 'senior', 'lead'][1 + (hash(n, 5) % 4)::integer] as seniority,
         ${pick(cityIds, 6)} as city_id, false as remote, ['bachelor', 'master', 'associate'][1 + (hash(n, 8) % 3)::integer] as degree,
         (hash(n, 9) % 8)::smallint as years_min, (80 + hash(n, 10) % 900)::integer * 1000 as pay, ${skillList('postings')} as skills,
         'zh' as locale, 'world' as origin, null::uuid as dataset_id,
         case when hash(n, 11) % 20 = 0 then ${uuid('n', 9)} end as repost_of, 0::smallint as reposts, false as ghost, ${mark('postings')}
       from range(${from}, ${to}) r(n)`,
    );
    await write(
      'applications',
      month,
      Math.floor((to - from) / 3),
      `select ${uuid('n', 1)} as posting_id, ${uuid(`hash(n, 20) % ${size.people}`, 3)} as person_id, '${month}-15'::date as applied_on,
         ${pick(roleIds, 4)} as role_id, '${month}' as posting_month, 'sent' as state, null::uuid as dataset_id
       from range(${from}, ${from + Math.floor((to - from) / 3)}) r(n)`,
    );
    const moves = Math.floor(size.people / 40);
    await write(
      'moves',
      month,
      moves,
      `select ${uuid(`hash(n, 30 + ${m}) % ${size.people}`, 3)} as person_id, 1::smallint as to_position, ${uuid('n', 2)} as from_company_id,
         ${uuid('n + 1', 2)} as to_company_id, ${pick(industryIds, 31)} as from_industry_id, ${pick(industryIds, 32)} as to_industry_id,
         ${pick(cityIds, 33)} as from_city_id, ${pick(cityIds, 34)} as to_city_id, ${pick(roleIds, 35)} as from_role_id, ${pick(roleIds, 36)} as to_role_id
       from range(${moves}) r(n)`,
    );
    await write(
      'posts',
      month,
      1_000,
      `select ${uuid('n', 40 + m)} as id, ${uuid('n % 25', 41)} as circle_id, ['topic ' || (hash(n, 42) % 40)::varchar] as topics,
         ${skillList('people')} as skills, null::varchar as role_id, null::varchar as industry_id, (hash(n, 43) % 90)::integer as score,
         (hash(n, 44) % 12)::integer as comments, ${mark('people')} from range(1000) r(n)`,
    );
    await write(
      'speakers',
      month,
      5_000,
      `select ${uuid('n % 1000', 40 + m)} as post_id, ${uuid(`hash(n, 45) % ${size.people}`, 3)} as person_id from range(5000) r(n)`,
    );
  }
  await write(
    'people',
    '2023-02',
    size.people,
    `select ${uuid('n', 3)} as person_id, ${pick(cityIds, 50)} as city_id, ${uuid('n % 50000', 2)} as company_id, ${pick(industryIds, 51)} as industry_id,
       ${pick(roleIds, 52)} as role_id, ['junior', 'middle', 'senior', 'lead', 'manager'][1 + (hash(n, 53) % 5)::integer] as seniority, true as employed,
       (1973 + hash(n, 54) % 28)::smallint as birth_year, ['bachelor', 'master', 'doctor', 'associate'][1 + (hash(n, 55) % 4)::integer] as degree,
       (hash(n, 56) % 240)::smallint as months_worked, hash(n, 57) % 4 < 3 as verified,
       case when hash(n, 58) % 10 < 6 then (80 + hash(n, 59) % 900)::integer * 1000 end as pay, ${skillList('people')} as skills,
       case when hash(n, 60) % 10 < 3 then [${pick(roleIds, 61)}] else []::VARCHAR[] end as wished_role_ids, 'world' as origin, ${mark('people')}
     from range(${size.people}) r(n)`,
  );
  duck.close();
  return {
    folder,
    manifest: {
      version: 4,
      at: '2023-03-31T01:00:00.000Z',
      position: { transactionId: '0', id: 0 },
      month: '2023-03',
      terms,
      hash: '0',
      files,
    },
  };
}

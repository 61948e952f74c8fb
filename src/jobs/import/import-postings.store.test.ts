import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createTestContext } from '../../../test/database.ts';
import { importPostings } from './import-postings.ts';
import { presentImportReport } from './present-report.ts';

const sample = (name: string) => join(import.meta.dirname, 'samples', name);

describe('importing postings', async () => {
  const context = await createTestContext();
  const count = async (table: 'posting' | 'company' | 'dataset') => {
    const { rows } = await context.pool.query<{ count: number }>(`select count(*)::integer as count from ${table}`);
    return rows[0]?.count;
  };

  test('a dry run writes nothing and reports as the import would', async () => {
    const report = await importPostings(context, [sample('boss-style.csv')], { dryRun: true });
    expect(report).toMatchObject({ added: 0, dryRun: true });
    expect(report.files[0]?.sample).toHaveLength(5);
    expect([await count('posting'), await count('company'), await count('dataset')]).toEqual([0, 0, 0]);
    expect(presentImportReport(report, 'zh')).toContain('没有写入');
  });

  test('rows are written with their company; one company under two names of its legal form is one row', async () => {
    const report = await importPostings(context, [sample('boss-style.csv')]);
    expect(report).toMatchObject({ added: 5, known: 1, wrong: 0, companiesAdded: 4 });
    const posting = await context.db
      .selectFrom('posting')
      .innerJoin('company', 'company.id', 'posting.company_id')
      .select([
        'posting.city_id',
        'pay_min',
        'pay_max',
        'must_skills',
        'published_on',
        'state',
        'posting.origin',
        'company.industry_id',
      ])
      .where('title', '=', '高级算法工程师')
      .executeTakeFirstOrThrow();
    expect(posting).toMatchObject({
      city_id: 'beijing',
      pay_min: 480_000,
      pay_max: 800_000,
      state: 'open',
      origin: 'import',
      industry_id: 'ai',
    });
    expect(posting.must_skills).toContain('deep-learning');
  });

  test('the same file again adds nothing; a file whose page is known adds only what is new', async () => {
    const again = await importPostings(context, [sample('boss-style.csv'), sample('boss-style.csv')]);
    expect(again).toMatchObject({ added: 0, known: 12, companiesAdded: 0 });
    const file = join(context.dataFolder, 'more.csv');
    writeFileSync(
      file,
      '职位,公司,链接\n别名,澄海网络技术有限公司,https://jobs.example.com/p/1002?utm_campaign=x\n会计,澄海网络技术有限公司,https://jobs.example.com/p/9\n',
    );
    expect(await importPostings(context, [file])).toMatchObject({ added: 1, known: 1, companiesAdded: 0 });
    expect(await count('dataset')).toBe(2);
  });

  test('a posting from long ago is kept as a record, closed', async () => {
    await importPostings(context, [sample('headerless.csv')], { year: 2019 });
    const states = await context.db
      .selectFrom('posting')
      .select('state')
      .where('published_on', '<', '2020-01-01')
      .distinct()
      .execute();
    expect(states).toEqual([{ state: 'closed' }]);
  });

  test('a batch is announced by one event', async () => {
    const events = await context.db
      .selectFrom('outbox')
      .select(['kind', 'payload'])
      .where('kind', '=', 'posting.imported')
      .execute();
    expect(events.map((event) => event.payload)).toEqual([{ added: 5 }, { added: 1 }, { added: 5 }]);
  });

  test('what is stopped keeps its batches, and the next run completes it', async () => {
    const file = join(context.dataFolder, 'long.csv');
    const lines = Array.from({ length: 3_500 }, (_, index) => `职位${index},第${index % 40}公司,${index}`);
    writeFileSync(file, `职位,公司,编号\n${lines.join('\n')}\n`);
    const controller = new AbortController();
    const seen: number[] = [];
    const stopped = await importPostings(context, [file], {
      signal: controller.signal,
      onProgress: ({ rows }) => {
        seen.push(rows);
        if (rows >= 2_000) controller.abort();
      },
    });
    expect(stopped).toMatchObject({ added: 2_000, stopped: true });
    expect(seen).toEqual([1_000, 2_000, 2_000]);
    expect(await importPostings(context, [file])).toMatchObject({ added: 1_500, known: 2_000, stopped: false });
  });

  test('a name with NUL, quotes and SQL in it is only text', async () => {
    const file = join(context.dataFolder, 'odd.jsonl');
    writeFileSync(
      file,
      `${JSON.stringify({ title: "x'); drop table posting; --\u0000 \\u0000", company: 'Ω "quoted" \\u0000' })}\n`,
    );
    expect(await importPostings(context, [file])).toMatchObject({ added: 1 });
  });
});

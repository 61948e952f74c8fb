import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, test } from 'vitest';
import type { ImportOptions, UnderstoodPosting } from './model.ts';
import { openTable } from './open-table.ts';
import { readPostings } from './read-postings.ts';

const samples = join(import.meta.dirname, 'samples');
const folder = await mkdtemp(join(tmpdir(), 'renmai-import-'));
afterAll(() => rm(folder, { recursive: true }));

async function read(file: string, options: ImportOptions = {}) {
  const { format, table } = await openTable(file);
  const reading = await readPostings(table, options);
  const postings: UnderstoodPosting[] = [];
  for await (const posting of reading.postings) postings.push(posting);
  const fields = reading.columns.map((use) => use.field);
  const missed = reading.cells.flatMap((count) =>
    count.examples.map((example) => [count.field, example.line, example.text]),
  );
  return { ...reading, format, postings, fields, missed };
}

const sample = (name: string, options: ImportOptions = {}) => read(join(samples, name), options);

function written(name: string, content: string | Buffer): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

describe('each format', () => {
  test('CSV with a Chinese header, quoted cells with line breaks, and one page given twice', async () => {
    const { postings, missed, errors } = await sample('boss-style.csv');
    expect(errors).toEqual([]);
    expect(missed).toEqual([]);
    expect(postings[0]).toMatchObject({
      title: '高级算法工程师',
      company: '晨帆智能科技有限公司',
      cityId: 'beijing',
      payMin: 480_000,
      payMax: 800_000,
      yearsMin: 3,
      yearsMax: 5,
      degree: 'master',
      roleId: 'algorithm-engineer',
      seniority: 'senior',
      industryId: 'ai',
      publishedOn: '2023-02-14',
      locale: 'zh',
    });
    expect(postings[0]?.mustSkills).toEqual(expect.arrayContaining(['deep-learning', 'cpp', 'pytorch', 'python']));
    expect(postings[0]?.niceSkills).toEqual(['cuda']);
    expect(postings[2]).toMatchObject({ payMin: 37_500, yearsMin: 0, degree: null, publishedOn: '2023-02-16' });
    expect(postings[3]).toMatchObject({ payMin: null, payText: '面议' });
    expect(postings[4]).toMatchObject({ cityId: null, remote: true, yearsMin: 5, yearsMax: null });
    expect(postings[5]?.sourceKey).toBe(postings[0]?.sourceKey);
  });

  test('CSV without a header: columns by their values, a line of requirements split, days of the given year', async () => {
    const { fields, postings, missed } = await sample('headerless.csv', { year: 2019 });
    expect(fields).toEqual(['publishedOn', 'title', 'company', 'place', 'pay', 'requirements', 'description', 'url']);
    expect(missed).toEqual([]);
    expect(postings[0]).toMatchObject({
      publishedOn: '2019-03-01',
      yearsMin: 3,
      yearsMax: 4,
      degree: 'bachelor',
      headcount: 1,
    });
    expect(postings[3]).toMatchObject({ cityId: 'hefei', payMin: null, payText: '', yearsMin: 0 });
  });

  test('the same file with its columns told', async () => {
    const columns = ['publishedOn', 'title', 'company', '-', '薪资', 'requirements', '-', 'url'];
    const { fields, postings } = await sample('headerless.csv', { columns });
    expect(fields).toEqual(['publishedOn', 'title', 'company', null, 'pay', 'requirements', null, 'url']);
    expect(postings[0]).toMatchObject({ publishedOn: null, payMin: 120_000 });
  });

  test('TSV in English', async () => {
    const { postings, missed, errors } = await sample('english.tsv');
    expect(errors).toEqual([]);
    // A title that names no role we know is kept as it is, and listed.
    expect(missed).toEqual([['title', 5, 'Dream Wrangler']]);
    expect(postings.map((posting) => [posting.payMin, posting.payMax, posting.payCurrency])).toEqual([
      [120_000, 150_000, 'USD'],
      [240_000, 360_000, 'CNY'],
      [120_000, 120_000, 'USD'],
      [null, null, 'CNY'],
    ]);
    expect(postings.map((posting) => posting.cityId)).toEqual(['shenzhen', 'shanghai', null, 'guangzhou']);
    expect(postings.map((posting) => posting.yearsMin)).toEqual([5, 3, 3, 0]);
    expect(postings[0]).toMatchObject({ degree: 'master', locale: 'en', publishedOn: '2023-02-14' });
  });

  test('GB18030 with semicolons, as old spreadsheets save it', async () => {
    const { postings, missed } = await sample('gb18030.csv');
    expect(missed).toEqual([]);
    expect(postings.map((posting) => [posting.title, posting.company, posting.cityId, posting.payMax])).toEqual([
      ['护士', '仁泽医院', 'changsha', 108_000],
      ['医药代表', '仁泽医药有限公司', 'zhuzhou', 144_000],
    ]);
  });

  test('XLSX with dates, rich text, links, formulas and a bare serial number', async () => {
    const { postings, missed } = await sample('workbook.xlsx');
    expect(missed).toEqual([]);
    expect(postings.map((posting) => [posting.title, posting.publishedOn, posting.payMin, posting.url])).toEqual([
      ['运维工程师', '2023-02-20', 180_000, 'https://board.example.cn/1'],
      ['高级运维工程师', '2023-02-21', 450_000, null],
      ['采购专员', '2023-02-21', 72_000, null],
    ]);
  });

  test('JSON lines, with pay in several cells, and bad lines that are reported', async () => {
    const { postings, errors } = await sample('postings.jsonl');
    expect(
      postings.map((posting) => [posting.title, posting.company, posting.payMin, posting.payMax, posting.payCurrency]),
    ).toEqual([
      ['NLP算法工程师', '知微语言科技有限公司', 360_000, 540_000, 'CNY'],
      ['Recruiter', 'Zhiwei Language', null, null, 'CNY'],
      ['图像识别工程师', '知微语言科技有限公司', 80_000, 120_000, 'USD'],
    ]);
    expect(errors.map((error) => [error.line, error.column])).toEqual([
      [3, null],
      [4, 'job_title'],
      [5, null],
    ]);
  });

  test('a JSON document with its rows inside', async () => {
    const { postings } = await sample('array.json');
    expect(postings.map((posting) => [posting.cityId, posting.payMin, posting.yearsMin, posting.publishedOn])).toEqual([
      ['hefei', 180_000, 3, '2023-01-30'],
      ['wuxi', 350_000, 0, '2023-01-31'],
    ]);
  });

  test('schema.org JobPosting as JSON-LD', async () => {
    const { postings } = await sample('posting.jsonld');
    expect(postings).toHaveLength(1);
    expect(postings[0]).toMatchObject({
      title: 'Product Manager, AIGC',
      company: 'Luming Creative Ltd.',
      cityId: 'beijing',
      payMin: 480_000,
      payMax: 720_000,
      yearsMin: 5,
      degree: 'bachelor',
      publishedOn: '2023-02-10',
      closedOn: '2023-06-30',
      description: 'Own the roadmap of a text generation product.\n5 years of product work',
    });
  });

  test('schema.org JobPosting inside a web page, beside a script that is broken', async () => {
    const { postings, errors } = await sample('page.html');
    expect(postings[0]).toMatchObject({
      title: 'Java架构师',
      remote: true,
      payMin: 600_000,
      degree: 'bachelor',
      headcount: 2,
    });
    expect(errors).toMatchObject([{ line: 8 }]);
  });

  test('Parquet, with dates, lists and nothing', async () => {
    const { postings } = await sample('postings.parquet');
    expect(postings[0]).toMatchObject({
      cityId: 'hangzhou',
      payMin: 300_000,
      payMax: 480_000,
      publishedOn: '2023-02-01',
    });
    expect(postings[0]?.mustSkills).toEqual(expect.arrayContaining(['java', 'mysql']));
    expect(postings[1]).toMatchObject({ payMin: null, degree: null });
  });
});

describe('bad rows', () => {
  test('are reported with line, column and reason, and the rest goes on', async () => {
    const { postings, errors, missed } = await sample('bad-rows.csv');
    expect(postings.map((posting) => posting.title)).toEqual(['会计', '税务专员', '总账会计']);
    expect(errors.map(({ line, column, reason }) => [line, column, reason.zh, reason.en])).toEqual([
      [3, '职位', '没有职位名称', 'no job title'],
      [4, '公司', '没有公司名称', 'no company name'],
      [5, null, '有 6 格，应为 5 格', '6 cells where there are 5 columns'],
    ]);
    expect(missed).toEqual([
      ['place', 6, '某地'],
      ['pay', 6, '给得起'],
      ['publishedOn', 6, '二月初'],
      ['publishedOn', 7, '2023-02-30'],
    ]);
  });

  test('an unclosed quotation mark does not take the rows before it along', async () => {
    const file = written('quote.csv', '职位,公司\n会计,甲公司\n出纳,"乙公司\n审计,丙公司\n');
    const { postings, errors } = await read(file);
    expect(postings.map((posting) => posting.title)).toEqual(['会计']);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.reason.en).toBe('a quote is not closed');
  });

  test('line numbers count the lines of the file, also after cells of several lines', async () => {
    const { errors } = await read(written('lines.csv', 'title,company,description\n"A","B","x\ny\nz"\n"",C,d\n'));
    expect(errors.map((error) => error.line)).toEqual([5]);
  });
});

describe('a file that cannot be read at all is refused, with what to do', () => {
  test.each([
    ['nothing.csv', null, 'no-such-file'],
    ['posting.pages', 'x', 'unknown-format'],
    ['old.xlsx', 'not a zip', 'not-xlsx'],
    ['broken.json', '{"a": ', 'not-json'],
    ['unknown.csv', 'x,y\n1,2\n3,4\n', 'columns-not-recognised'],
  ])('%s', async (name, content, code) => {
    const file = content === null ? join(folder, name) : written(name, content);
    await expect(read(file)).rejects.toMatchObject({ failure: { code } });
  });

  test('and so is a column or field that is not there', async () => {
    await expect(sample('boss-style.csv', { map: { title: '没有这列' } })).rejects.toMatchObject({
      failure: { code: 'unknown-column' },
    });
    await expect(sample('boss-style.csv', { map: { colour: '1' } })).rejects.toMatchObject({
      failure: { code: 'unknown-field' },
    });
  });

  test('a column that is named is used, and the one that was recognised is let go', async () => {
    const file = written('mapped.csv', '职位名称,内部职务,公司\nA,会计,甲公司\n');
    const { postings, fields } = await read(file, { map: { title: '内部职务' } });
    expect(postings[0]?.title).toBe('会计');
    expect(fields).toEqual([null, 'title', 'company']);
  });
});

test('a byte-order mark, UTF-16 and characters that come late in a GB18030 file are read', async () => {
  const rows = `职位,公司\n${'abc,def\n'.repeat(20_000)}会计,甲公司\n`;
  for (const [name, content] of [
    ['bom.csv', iconv.encode(rows, 'utf-8', { addBOM: true })],
    ['utf16.csv', iconv.encode(rows, 'utf-16le', { addBOM: true })],
    ['gb.csv', iconv.encode(rows, 'gb18030')],
  ] as const) {
    const { postings } = await read(written(name, content), { withoutText: true });
    expect(postings).toHaveLength(20_001);
    expect(postings.at(-1)).toMatchObject({ title: '会计', company: '甲公司' });
  }
});

import { beforeAll, describe, expect, test } from 'vitest';
import { createTestContext } from '../../test/database.ts';
import { type Context, newId } from '../platform/index.ts';
import { buildReport } from './build-report.ts';
import { type Report, reportQuery, reportView } from './model.ts';

const context: Context = await createTestContext();
const at = context.clock.now();

async function report(fieldId = 'aigc', query: object = {}): Promise<Report> {
  const found = await buildReport(context, fieldId, reportQuery.parse({ from: '2023-01', to: '2023-02', ...query }));
  expect(reportView.parse(found)).toEqual(found);
  return found;
}

async function addPosting(values: object): Promise<string> {
  const [id, company] = [newId(), newId()];
  await context.db
    .insertInto('company')
    .values({ id: company, name: company, normal_name: company, origin: 'network', created_at: at })
    .execute();
  await context.db
    .insertInto('posting')
    .values({
      id,
      company_id: company,
      title: 'AIGC 算法工程师',
      state: 'open',
      origin: 'network',
      published_on: '2023-01-15',
      created_at: at,
      updated_at: at,
      ...values,
    })
    .execute();
  await context.db.insertInto('outbox').values({ kind: 'posting.changed', key: id, at }).execute();
  return id;
}

/** Every figure of a report says in words why it has nothing to say. */
function expectWords(found: Report): void {
  for (const figure of found.figures.filter((one) => one.n === 0)) {
    expect([figure.id, figure.notes.length > 0, figure.sentences, figure.chart]).toEqual([figure.id, true, [], null]);
    for (const note of figure.notes) expect(note.zh).toMatch(/\p{Script=Han}/u);
  }
}

describe('a network with nobody in it', () => {
  test('has a report that says so in every figure', async () => {
    const found = await report('all');
    expect(found.figures.map((figure) => figure.n)).toEqual(found.figures.map(() => 0));
    expectWords(found);
    expect(found.lead).toEqual([]);
  });
});

describe('one posting, of a city and skill that nobody has heard of', () => {
  let found: Report;
  beforeAll(async () => {
    await addPosting({
      city_id: 'atlantis',
      industry_id: 'levitation',
      role_id: 'wizard',
      must_skills: ["o'brien", 'aigc'],
      pay_min: 100_000,
      pay_max: 200_000,
    });
    found = await report();
  });
  const figure = (id: string) => found.figures.find((one) => one.id === id);

  test('is counted, with a word of caution', () => {
    expect(figure('new-postings')).toMatchObject({ n: 1 });
    expect(figure('new-postings')?.notes.map((note) => note.en)).toContain(
      'Only 1 posting: read these numbers with care',
    );
    expect(
      figure('new-postings')
        ?.notes.map((note) => note.en)
        .join(),
    ).toContain('growth cannot be told');
    expectWords(found);
  });

  test('keeps the names that the lexicon does not know', () => {
    expect(figure('postings-by-industry')?.tables[0]?.rows[0]).toMatchObject({
      key: 'levitation',
      label: { zh: 'levitation' },
    });
    expect(figure('skills-in-demand')?.tables[0]?.rows.map((row) => row.key)).toEqual(["o'brien"]);
  });

  test('has a pay without an interval', () => {
    const row = figure('pay-by-role')?.tables[0]?.rows[0];
    expect(row?.cells[1]).toEqual({ value: 150_000, denominator: 1 });
  });

  test('is left out of other sources, and of other months', async () => {
    const later = await report('aigc', { from: '2024-06', to: '2024-08' });
    expect(later.figures[0]?.n).toBe(0);
    expectWords(later);
    await expect(report('aigc', { source: newId() })).rejects.toThrow('no-such-data-set');
  });
});

test('rows with nothing but what they must have are counted as not stated', async () => {
  for (let n = 0; n < 3; n++) await addPosting({ title: 'AIGC', description: `${n}` });
  const found = await report();
  expect(found.figures[0]?.n).toBe(4);
  expect(found.figures.find((one) => one.id === 'postings-by-industry')?.notes.map((note) => note.en)).toContain(
    '3 postings do not say their industry and are left out of the shares',
  );
});

test('a field that selects everything has no baseline beside itself', async () => {
  const found = await report('all');
  expect(found.figures[0]?.n).toBe(4);
  expect(found.figures.flatMap((figure) => figure.sentences.map((sentence) => sentence.en)).join()).not.toMatch(
    /points (more|less) than/,
  );
});

test('a posting in another currency has no pay; one that is a draft or has no date is not there', async () => {
  await addPosting({ role_id: 'algorithm-engineer', pay_min: 90_000, pay_max: 120_000, pay_currency: 'USD' });
  await addPosting({ state: 'draft' });
  await addPosting({ published_on: null });
  const found = await report();
  expect(found.figures[0]?.n).toBe(5);
  expect(found.figures.find((one) => one.id === 'pay-by-role')?.tables[0]?.rows.map((row) => row.key)).toEqual([
    'wizard',
  ]);
});

import { expect, test } from 'vitest';
import { createTestContext } from '../../../test/database.ts';
import { newId } from '../../platform/index.ts';
import { buildReport } from '../build-report.ts';
import { reportQuery } from '../model.ts';

const context = await createTestContext();
const at = new Date('2023-01-01T00:00:00Z');
const company = newId();
await context.db
  .insertInto('company')
  .values({ id: company, name: 'Ours', normal_name: 'ours', origin: 'network', created_at: at })
  .execute();
const dataset = newId();
await context.db.insertInto('dataset').values({ id: dataset, name: 'Bought', imported_at: at }).execute();
const member = newId();
await context.db
  .insertInto('member')
  .values({ id: member, name: 'Somebody', origin: 'signup', created_at: at, updated_at: at })
  .execute();

type Posted = {
  readonly title: string;
  readonly on: string;
  readonly closed?: string;
  readonly state?: 'sent' | 'declined' | 'advanced' | 'withdrawn';
  readonly bought?: true;
};

async function post({ title, on, closed, state, bought }: Posted): Promise<void> {
  const id = newId();
  await context.db
    .insertInto('posting')
    .values({
      id,
      company_id: company,
      title,
      description: `${title}: what is asked for`,
      published_on: on,
      closed_on: closed ?? null,
      state: closed ? 'closed' : 'open',
      origin: 'network',
      dataset_id: bought ? dataset : null,
      created_at: at,
      updated_at: at,
    })
    .execute();
  if (state) {
    await context.db
      .insertInto('application')
      .values({ posting_id: id, member_id: member, state, applied_at: new Date(`${on}T09:00:00Z`) })
      .execute();
  }
}

const again = (title: string, days: readonly string[], state?: Posted['state']): Posted[] =>
  days.map((on, n) => ({ title, on, ...(n === 1 && state && { state }) }));

const GHOSTS: readonly Posted[] = [
  { title: 'Open for ninety days, nobody applied', on: '2022-10-01', closed: '2022-12-30' },
  { title: 'Open for long, nobody answered', on: '2022-10-02', closed: '2023-02-01', state: 'sent' },
  { title: 'Open for long, taken back', on: '2022-10-02', closed: '2023-02-01', state: 'withdrawn' },
  ...again('Posted three times', ['2022-10-05', '2022-10-20', '2022-11-05'], 'sent'),
];
const OTHERS: readonly Posted[] = [
  { title: 'Closed a day before', on: '2022-10-01', closed: '2022-12-29' },
  { title: 'Open for long, said no', on: '2022-10-03', closed: '2023-02-01', state: 'declined' },
  { title: 'Open for long, went on', on: '2022-10-03', closed: '2023-02-01', state: 'advanced' },
  { title: 'Still open', on: '2022-10-04' },
  { title: 'Open for long, from elsewhere', on: '2022-10-04', closed: '2023-02-01', bought: true },
  ...again('Posted twice', ['2022-10-06', '2022-10-20']),
  ...again('Posted three times, one answered', ['2022-10-07', '2022-10-20', '2022-11-07'], 'declined'),
];
for (const posted of [...GHOSTS, ...OTHERS]) await post(posted);

const titles = (posted: readonly Posted[]) => new Set(posted.map((one) => one.title)).size;

test('a report without ghosts leaves out what was open for long or posted again and again, and nobody was answered', async () => {
  const ask = async (ghosts?: 'without') => {
    const query = reportQuery.parse({ from: '2022-10', to: '2022-11', source: 'all', ghosts });
    const report = await buildReport(context, 'all', query);
    const figure = report.figures[0];
    return { report, n: figure?.n, notes: figure?.notes.map((note) => note.en).join('. ') ?? '', sql: figure?.sql };
  };
  const [all, without] = [await ask(), await ask('without')];
  expect(all.n).toBe(titles(GHOSTS) + titles(OTHERS));
  expect(without.n).toBe(titles(OTHERS));
  expect(all.notes).toContain(`${titles(GHOSTS)} of them look like ghost postings and are counted`);
  expect(without.notes).toContain(`Ghost postings are left out: ${titles(GHOSTS)} of this period`);
  expect(without.sql).toContain('not ghost');
  expect(all.report.notes).toEqual([]);
  expect(without.report.notes[0]?.en).toContain('open for 90 days or more');
});

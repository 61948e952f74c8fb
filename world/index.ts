import type pg from 'pg';
import { type Context, fail, newId, type Text } from '../src/platform/index.ts';
import { WORLD_ENDS } from './careers.ts';
import { makeCompanies } from './companies.ts';
import { copyRows } from './copy-rows.ts';
import { demoAccounts as accountsOf, DEMO, DEMO_PASSWORD, demoTables } from './demo-accounts.ts';
import { DEFAULT_SIZE, makeWorld, type WorldSize } from './make-world.ts';
import { type MadePerson, makePeople } from './people.ts';
import { HOT_TOPICS } from './truth/reference-report.ts';

export { DEMO_PASSWORD } from './demo-accounts.ts';
export { DEFAULT_SIZE, type WorldSize } from './make-world.ts';
export { AIGC, HOT_TOPICS } from './truth/reference-report.ts';
export { type PeopleTruth, type ReportTruth, reportTruth } from './truth/report-truth.ts';
export { type WorldTruth, worldTruth } from './truth/world-truth.ts';

export type WorldOptions = Partial<WorldSize> & {
  readonly progress?: (done: number, total: number, label: Text) => void;
  readonly signal?: AbortSignal;
};
export type WorldSummary = WorldSize;

export type DemoAccount = {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly memberId: string;
};

/** Who can sign in to the demo world of this size and seed; their password is DEMO_PASSWORD. */
export function demoAccounts(size: WorldSize = DEFAULT_SIZE): DemoAccount[] {
  const people = makePeople(
    size.seed,
    0,
    Math.min(5_000, size.members),
    makeCompanies(size.seed, size.companies),
    DEMO,
  );
  return accountsOf(people).map(({ email, name, role, memberId }) => ({ email, name, role, memberId }));
}

async function refuseIfPeopled(client: pg.ClientBase): Promise<void> {
  const found = await client.query('select 1 from member limit 1');
  if (found.rowCount) {
    throw fail('conflict', 'network-not-empty', {
      zh: '这个网络里已经有人：演示世界只能建在空的数据库里，请用 RENMAI_DATA 另选数据目录',
      en: 'There are people in this network already: a demo world is made in an empty one; choose another data folder with RENMAI_DATA',
    });
  }
}

async function writeWorld(client: pg.ClientBase, size: WorldSize, options: WorldOptions): Promise<void> {
  let demo: readonly MadePerson[] = [];
  for (const portion of makeWorld(size)) {
    options.signal?.throwIfAborted();
    for (const table of portion.tables) await copyRows(client, table.name, table.columns, table.rows);
    if (portion.demo) demo = portion.demo;
    options.progress?.(portion.done, portion.total, portion.label);
  }
  const companyIds = makeCompanies(size.seed, size.companies).map((company) => company.id);
  for (const table of await demoTables(demo, companyIds)) await copyRows(client, table.name, table.columns, table.rows);
  const accounts = accountsOf(demo).map(({ email, name, role }) => ({ email, name, role, password: DEMO_PASSWORD }));
  const topicNames = Object.fromEntries(HOT_TOPICS.map((topic) => [topic.zh, topic]));
  const network = {
    nameZh: '人脉演示网络',
    nameEn: 'Renmai demo network',
    generated: true,
    seed: size.seed,
    clockStart: WORLD_ENDS.toISOString(),
    // The machine's time, not the network's: the two together say what the network's time is.
    madeAt: new Date().toISOString(),
  };
  await client.query(
    `insert into setting (key, value) values ('network', $1), ('demo-accounts', $2), ('world', $3), ('topic-names', $4)
     on conflict (key) do update set value = excluded.value`,
    [JSON.stringify(network), JSON.stringify(accounts), JSON.stringify(size), JSON.stringify(topicNames)],
  );
  // Read models that were made while the network was empty are made again.
  await client.query('insert into outbox (kind, key, at) values ($1, $2, $3)', ['world.made', newId(), WORLD_ENDS]);
}

/**
 * Fills an empty network with a made-up society, all in one transaction: a generation that is stopped leaves
 * nothing. The same options give the same rows. Its clock starts on the morning of 31 March 2023 in Beijing.
 */
export async function makeDemoWorld(context: Context, options: WorldOptions = {}): Promise<WorldSummary> {
  const { members, companies, postings, seed } = { ...DEFAULT_SIZE, ...options };
  const size = { members, companies, postings, seed };
  const client = await context.pool.connect();
  try {
    await client.query('begin');
    await refuseIfPeopled(client);
    await writeWorld(client, size, options);
    await client.query('commit');
    await client.query('analyze');
    return size;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

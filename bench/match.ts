import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyIndex, entryOf, indexOf, readSnapshot, type TalentIndex, writeSnapshot } from '../src/matching/index.ts';
import { LAST_MONTH } from '../world/careers.ts';
import { makeCompanies } from '../world/companies.ts';
import { DEFAULT_SIZE } from '../world/index.ts';
import { BLOCK, makePeople } from '../world/people.ts';
import { makePostingMonths } from '../world/postings.ts';
import { personOf, textOf } from './measuring/made-people.ts';
import { mean, percentile } from './measuring/metrics.ts';
import { learnFrom, planOfPosting, rankFor } from './measuring/our-ranker.ts';
import { openFullText } from './measuring/postgres-full-text.ts';

const BRIEFS = 1_000;
const SHOWN = 300;
const UPDATES = 2_000;
/** Queries of the peer: it is slow, and a thousand would take the afternoon. */
const PEER_QUERIES = 60;

const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20);
const resident = () => megabytes(process.memoryUsage.rss());
const largest = () => Math.round(process.resourceUsage().maxRSS / 1_024);
const seconds = (since: number) => ((performance.now() - since) / 1_000).toFixed(1);
const write = (text: string) => process.stdout.write(text);

function build(members: number): TalentIndex {
  const companies = makeCompanies(DEFAULT_SIZE.seed, DEFAULT_SIZE.companies);
  const industries = new Map(companies.map((company) => [company.id, company.industryId]));
  const index = emptyIndex(() => LAST_MONTH);
  let spent = 0;
  for (let block = 0; block * BLOCK < members; block++) {
    const people = makePeople(DEFAULT_SIZE.seed, block, Math.min(BLOCK, members - block * BLOCK), companies, []);
    const rows = people.map(personOf);
    const began = performance.now();
    for (const person of rows) {
      const entry = entryOf(person, (id) => industries.get(id) ?? null);
      if (entry) index.put(entry);
    }
    spent += performance.now() - began;
    if (block % 20 === 19) process.stderr.write(`${(block + 1) * BLOCK} people, ${resident()} MB\n`);
  }
  index.recount();
  const rate = Math.round((1_000 * members) / spent);
  write(
    `build: ${members} members (${index.size} may be found) in ${(spent / 1_000).toFixed(1)} s, ${rate} a second\n`,
  );
  return index;
}

async function throughSnapshot(index: TalentIndex, folder: string): Promise<TalentIndex> {
  const path = join(folder, 'snapshot.bin');
  const began = performance.now();
  const position = { transactionId: '0', id: 0 };
  await writeSnapshot(path, { state: index.state, concepts: index.concepts, position }, 'bench');
  write(`snapshot: ${megabytes(statSync(path).size)} MB, written in ${seconds(began)} s`);
  const again = performance.now();
  const read = await readSnapshot(path, 'bench');
  if (!read) throw new Error('the snapshot cannot be read');
  write(`, read in ${seconds(again)} s\n`);
  const quick = indexOf(read.state, () => LAST_MONTH);
  quick.concepts = read.concepts;
  return quick;
}

/** How long some work takes by the clock, and how much of a processor it uses: on a busy machine these differ. */
function timed<T>(work: () => T): { value: T; ms: number; cpu: number } {
  const began = performance.now();
  const used = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(used);
  return { value, ms: performance.now() - began, cpu: (user + system) / 1_000 };
}

const line = (name: string, times: readonly number[]) =>
  `${name}: p50 ${percentile(times, 0.5).toFixed(1)} ms, p90 ${percentile(times, 0.9).toFixed(1)} ms, p99 ${percentile(times, 0.99).toFixed(1)} ms, most ${Math.max(...times).toFixed(1)} ms\n`;

/**
 * The talent index at `members` people, fed from the world's generator: build, memory, snapshot, ranked lists for a
 * thousand postings' texts, updates; and the same questions in PostgreSQL's full text over `peer` people in the same run,
 * beside ours over the same people.
 */
export async function benchMatch(members: number, peer: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'renmai-bench-'));
  try {
    const companies = makeCompanies(DEFAULT_SIZE.seed, DEFAULT_SIZE.companies);
    const all = [...makePostingMonths(DEFAULT_SIZE.seed, DEFAULT_SIZE.postings, companies)].flat();
    const postings = all.slice(-2 * BRIEFS).filter((_, n) => n % 2 === 0);
    const sample = makePeople(DEFAULT_SIZE.seed, 0, BLOCK, companies, []).map(personOf);
    const concepts = learnFrom(sample, all.slice(-20_000), companies);
    const built = build(members);
    built.concepts = concepts;
    const index = await throughSnapshot(built, folder);
    write(`memory: ${resident()} MB now (two copies of the index), ${largest()} MB at most\n`);
    for (const posting of postings.slice(0, 30)) rankFor(index, posting, SHOWN);
    const runs = postings.map((posting) => timed(() => rankFor(index, posting, SHOWN)));
    write(
      line(
        `ranked list (${postings.length} postings, reading them included)`,
        runs.map(({ ms }) => ms),
      ),
    );
    write(
      line(
        '  in processor time',
        runs.map(({ cpu }) => cpu),
      ),
    );
    const fitting = mean(runs.map(({ value }) => value.fitting));
    write(`  ${Math.round(fitting)} people fit on average; ${SHOWN} are ranked\n`);
    const reading = postings.slice(0, 300).map((posting) => timed(() => planOfPosting(posting, concepts)).ms);
    write(line('  of which reading the text', reading));
    updates(index);
    if (peer > 0) await againstFullText(folder, peer);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function updates(index: TalentIndex): void {
  const companies = makeCompanies(DEFAULT_SIZE.seed, DEFAULT_SIZE.companies);
  const people = makePeople(DEFAULT_SIZE.seed, 0, UPDATES, companies, []).map(personOf);
  const began = performance.now();
  for (const person of people) {
    const entry = entryOf(person, () => null);
    if (entry) index.put(entry);
  }
  write(
    `updates: ${Math.round((1_000 * UPDATES) / (performance.now() - began))} people a second, reading their words included\n`,
  );
}

async function againstFullText(folder: string, members: number): Promise<void> {
  const companies = makeCompanies(DEFAULT_SIZE.seed, DEFAULT_SIZE.companies);
  const people = Array.from({ length: Math.ceil(members / BLOCK) }, (_, block) =>
    makePeople(DEFAULT_SIZE.seed, block, Math.min(BLOCK, members - block * BLOCK), companies, []).map(personOf),
  ).flat();
  const postings = [...makePostingMonths(DEFAULT_SIZE.seed, DEFAULT_SIZE.postings, companies)]
    .flat()
    .slice(-2 * PEER_QUERIES);
  const index = emptyIndex(() => LAST_MONTH);
  for (const person of people) {
    const entry = entryOf(person, () => null);
    if (entry) index.put(entry);
  }
  index.recount();
  const fullText = await openFullText(
    folder,
    people.map((person) => ({ id: person.member.id, text: textOf(person) })),
  );
  try {
    const theirs: number[] = [];
    const ours: number[] = [];
    for (const posting of postings.slice(0, PEER_QUERIES)) {
      const began = performance.now();
      await fullText.search(`${posting.title}\n${posting.description}`, SHOWN);
      theirs.push(performance.now() - began);
      ours.push(timed(() => rankFor(index, posting, SHOWN)).ms);
    }
    write(line(`PostgreSQL full text, ${members} people, ${PEER_QUERIES} postings`, theirs));
    write(line(`ours, the same people and postings`, ours));
    const ratio = (p: number) => (percentile(theirs, p) / percentile(ours, p)).toFixed(1);
    write(`PostgreSQL takes ${ratio(0.5)} x as long at the median, ${ratio(0.99)} x at p99\n`);
  } finally {
    await fullText.close();
  }
}

if (import.meta.main) await benchMatch(Number(process.argv[2] ?? 100_000), Number(process.argv[3] ?? 20_000));

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { figuresOf, reportQuery, type Snapshot } from '../src/insights/index.ts';
import { openPeer, type Peer } from './measuring/in-postgres.ts';
import { makeWarehouse } from './measuring/made-warehouse.ts';

const PERIOD = reportQuery.parse({ from: '2023-01', to: '2023-02' });
const RUNS = 3;

type Measured = {
  readonly seconds: readonly number[];
  /** Of all cores together, a report: what it costs on a machine that others use, too. */
  readonly cpuSeconds: number;
  readonly megabytes: number;
  readonly statements: readonly string[];
  readonly n: readonly number[];
};

/** In a process of its own, so that its memory is that of reports alone: the whole report, opened anew each time. */
async function measure(folder: string, fieldId: string): Promise<Measured> {
  const snapshot: Snapshot = JSON.parse(readFileSync(join(folder, 'snapshot.json'), 'utf8'));
  const seconds: number[] = [];
  const usage = process.cpuUsage();
  let statements: string[] = [];
  let n: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    statements = [];
    const began = performance.now();
    const figures = await figuresOf(snapshot, fieldId, PERIOD, (sql) => statements.push(sql));
    seconds.push((performance.now() - began) / 1_000);
    n = figures.map((figure) => figure.n);
  }
  const { user, system } = process.cpuUsage(usage);
  const cpuSeconds = (user + system) / 1e6 / RUNS;
  return { seconds, cpuSeconds, megabytes: Math.round(process.resourceUsage().maxRSS / 1024), statements, n };
}

const middle = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const said = (line: string) => process.stdout.write(`${line}\n`);

async function compare(folder: string, fieldId: string, peer: Peer | null): Promise<void> {
  const output = execFileSync(process.execPath, [import.meta.filename, '--measure', folder, fieldId], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  const measured: Measured = JSON.parse(output);
  const seconds = middle(measured.seconds);
  said(
    `report "${fieldId}": ${seconds.toFixed(2)} s (${measured.seconds.map((one) => one.toFixed(2)).join(', ')}), ${measured.cpuSeconds.toFixed(2)} s of processor time, ${measured.megabytes} MB at most, ` +
      `${measured.statements.length} statements, ${measured.n[0]} new postings, ${measured.n[5]} people`,
  );
  if (!peer) return;
  const asked = await peer.run(measured.statements);
  said(
    `PostgreSQL, the same ${measured.statements.length} statements: ${asked.toFixed(1)} s, ${(asked / seconds).toFixed(0)} x as long`,
  );
}

/**
 * The whole report (F1–F13) on made rows in Parquet; peer: the same statements on the same rows in PostgreSQL, in the same run.
 * Prints seconds, the largest memory held, and the ratio.
 */
export async function benchReport(postings: number, people: number, withPeer: boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'renmai-bench-report-'));
  try {
    const began = performance.now();
    const snapshot = await makeWarehouse(folder, { postings, people });
    writeFileSync(join(folder, 'snapshot.json'), JSON.stringify(snapshot));
    said(`made ${postings} postings and ${people} people in ${((performance.now() - began) / 1_000).toFixed(1)} s`);
    const peer = withPeer ? await openPeer(folder, snapshot) : null;
    if (peer) said(`PostgreSQL loaded the same rows in ${peer.loading.toFixed(0)} s`);
    try {
      for (const fieldId of ['aigc', 'all']) await compare(folder, fieldId, peer);
    } finally {
      await peer?.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  const [first, folder = '', fieldId = ''] = process.argv.slice(2);
  if (first === '--measure') process.stdout.write(JSON.stringify(await measure(folder, fieldId)));
  else await benchReport(Number(first ?? 10_000_000), Number(folder || 1_000_000), process.argv[4] !== '--alone');
}

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestContext } from '../../test/database.ts';
import { runCommand } from '../../test/run-server.ts';
import { createTestApp } from '../../test/server.ts';
import { DEMO_PASSWORD, makeDemoWorld } from '../../world/index.ts';
import { buildReport } from './build-report.ts';
import { type Report, reportQuery, reportView } from './model.ts';

const context = await createTestContext();
const { app, signIn } = await createTestApp(context);
const PERIOD = 'from=2023-01&to=2023-02';
const folder = mkdtempSync(join(tmpdir(), 'renmai-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let cookie: string;
let report: Report;
beforeAll(async () => {
  await makeDemoWorld(context, { members: 300, companies: 60, postings: 3_000, seed: 5 });
  cookie = await signIn('analyst@demo.example', DEMO_PASSWORD);
  report = await buildReport(context, 'aigc', reportQuery.parse({ from: '2023-01', to: '2023-02' }));
});

const download = (path: string, language = 'en') =>
  app.inject({
    method: 'GET',
    url: `/api/v1/insights/fields/${path}`,
    headers: { cookie, host: 'localhost', 'accept-language': language },
  });

/** Runs the command on this test's own database and data folder. */
async function renmai(args: readonly string[]) {
  const { rows } = await context.pool.query<{ name: string }>('select current_database() as name');
  const url = new URL(inject('serverUrl'));
  url.pathname = `/${rows[0]?.name}`;
  return runCommand(['report', ...args], { DATABASE_URL: url.href, RENMAI_DATA: context.dataFolder });
}

test('a report is downloaded in the reader’s language, or the one asked for', async () => {
  const english = await download(`aigc/report.md?${PERIOD}`);
  expect(english.headers['content-type']).toBe('text/markdown; charset=utf-8');
  expect(english.headers['content-disposition']).toBe('attachment; filename="aigc-2023-01-2023-02-en.md"');
  expect(english.body).toContain('# Talent trends');
  expect((await download(`aigc/report.md?${PERIOD}&lang=zh`)).body).toContain('人才趋势报告');
});

test.each([
  ['pdf', '%PDF'],
  ['xlsx', 'PK'],
  ['docx', 'PK'],
  ['html', '<!doctype html>'],
])('the %s is one', async (format, beginning) => {
  const response = await download(`aigc/report.${format}?${PERIOD}`);
  expect(response.statusCode, response.body.slice(0, 200)).toBe(200);
  expect(response.rawPayload.subarray(0, beginning.length).toString()).toBe(beginning);
});

test('the JSON is the report of the page', async () => {
  const { snapshot, figures } = reportView.parse((await download(`aigc/report.json?${PERIOD}`)).json());
  expect(snapshot.hash).toBe(report.snapshot.hash);
  expect(figures).toEqual(report.figures);
});

test('an unknown format or field is refused with a problem', async () => {
  const format = await download(`aigc/report.exe?${PERIOD}`);
  expect([format.statusCode, format.headers['content-type']]).toEqual([400, 'application/problem+json; charset=utf-8']);
  expect((await download(`nothing/report.pdf?${PERIOD}`)).statusCode).toBe(404);
});

test('the command writes the files it names, in both languages', async () => {
  const out = join(folder, 'new', 'place');
  const done = await renmai([
    'aigc',
    '--from',
    '2023-01',
    '--to',
    '2023-02',
    '--format',
    'md,json',
    '--lang',
    'zh,en',
    '--out',
    out,
  ]);
  expect([done.code, done.err]).toEqual([0, '']);
  const names = done.out.trim().split('\n');
  expect(names).toEqual(
    ['aigc-2023-01-2023-02-zh.md', 'aigc-2023-01-2023-02-en.md', 'aigc-2023-01-2023-02.json'].map((name) =>
      join(out, name),
    ),
  );
  expect(reportView.parse(JSON.parse(readFileSync(names[2] ?? '', 'utf8'))).figures).toEqual(report.figures);
});

test('the command prints the report as JSON', async () => {
  const done = await renmai(['aigc', '--from', '2023-01', '--to', '2023-02', '--json']);
  expect(done.code).toBe(0);
  expect(reportView.parse(JSON.parse(done.out)).field.id).toBe('aigc');
});

test.each([
  [['nosuch', '--from', '2023-01', '--to', '2023-02'], 'There is no field "nosuch"'],
  [['aigc'], 'Say the period'],
  [['aigc', '--from', '2023-13', '--to', '2023-02'], '--from 2023-13 is wrong'],
  [['aigc', '--from', '2023-03', '--to', '2023-01'], 'The period is wrong'],
  [['aigc', '--from', '2023-01', '--to', '2023-02', '--format', 'doc'], '--format doc is wrong'],
  [['aigc', '--from', '2023-01', '--to', '2023-02', '--compare', 'last'], '--compare last is wrong'],
])('bad use is one clear line and exit 2: %s', async (args, line) => {
  const done = await renmai([...args, '--out', folder]);
  expect([done.code, done.out]).toEqual([2, '']);
  expect(done.err).toContain(line);
});

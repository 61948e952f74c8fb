import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createTestContext } from '../../test/database.ts';
import { createScene } from '../../test/scene.ts';
import { exportMyData } from './export-my-data.ts';
import { NOT_PERSONAL, PERSONAL_TABLES } from './personal-data.ts';

const context = await createTestContext();
const scene = await createScene(context);

/** Columns by which a row is somebody's. Other references to people (who granted, who decided) are about the row's subject. */
const NAMES = [
  'member_id',
  'author_id',
  'account_id',
  'user_id',
  'reporter_id',
  'endorser_id',
  'colleague_id',
  'from_id',
  'recruiter_id',
  'candidate_id',
  'added_by',
];

test('every column that names a person is either in the download or has a reason not to be', async () => {
  const { rows } = await sql<{ name: string }>`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = current_schema() and data_type = 'uuid'
      and column_name = any(${NAMES})`.execute(context.db);
  const known = new Set([...PERSONAL_TABLES.map((of) => `${of.table}.${of.column}`), ...Object.keys(NOT_PERSONAL)]);
  expect(rows.map((row) => row.name).filter((name) => !known.has(name))).toEqual([]);
});

const exported = z.object({
  member: z.uuid(),
  tables: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
});
const read = async (memberId: string) =>
  exported.parse(JSON.parse(Buffer.from((await exportMyData(context, memberId)).bytes).toString('utf8')));

test('the download holds what the member gave and what was shown of them, and nothing of anybody else', async () => {
  const company = await scene.addCompany('ours');
  const recruiter = await scene.addAccount('Recruiter', [company]);
  const [mine, other] = [await scene.addEngineer('Mine', 'elsewhere'), await scene.addEngineer('Other', 'elsewhere')];
  const posting = await scene.addPosting(recruiter, company);
  await recruiter.get(`/people/${mine.id}?postingId=${posting}`);
  const { tables } = await read(mine.id);
  expect(tables.member).toMatchObject([{ id: mine.id, name: 'Mine' }]);
  expect(tables.position).toHaveLength(2);
  expect(tables.disclosure).toMatchObject([{ viewer_id: recruiter.id, surface: 'profile' }]);
  expect(JSON.stringify(tables)).not.toContain(other.id);
  expect(Object.keys(tables.auth_session?.[0] ?? {})).not.toContain('token');
});

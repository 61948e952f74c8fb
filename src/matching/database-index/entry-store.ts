import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { type Context, readSetting, type Schema, writeSetting } from '../../platform/index.ts';
import { candidateOf } from '../talent-index/candidate.ts';
import { type Counted, setsOf } from '../talent-index/index-state.ts';
import type { MatchProfile } from '../talent-index/profile.ts';
import type { Entry } from '../talent-index/talent-index.ts';
import { profileSchema } from './profile-schema.ts';

type Db = Kysely<Schema>;

const HAN = /\p{Script=Han}/gu;
const COUNTED = 'talent-words';
const countedSetting = z.object({ people: z.number() });

/** The words of a profile as full text: each as it is, and each Han character for itself. */
function lexemesOf(words: Iterable<string>): string[] {
  const lexemes = new Set<string>();
  for (const word of words) {
    lexemes.add(word);
    for (const [character] of word.matchAll(HAN)) lexemes.add(`~${character}`);
  }
  return [...lexemes];
}

function rowOf({ profile, impacts, marks }: Entry, month: number) {
  const { years, tenure } = candidateOf(profile, month);
  return {
    member_id: profile.memberId,
    profile,
    sets: [...new Set([...setsOf(profile), ...marks])],
    words: lexemesOf(impacts.keys()),
    impacts: Object.fromEntries(impacts),
    worked: Math.round(years * 12),
    as_of: tenure === null ? 0 : month,
  };
}

/** Puts people in as they now are. Returns how many were not in yet. */
export async function putEntries(db: Db, entries: readonly Entry[], month: number): Promise<number> {
  if (entries.length === 0) return 0;
  const rows = JSON.stringify(entries.map((entry) => rowOf(entry, month)));
  const put = await sql<{ new: boolean }>`
    insert into talent_entry (member_id, profile, sets, words, impacts, worked, as_of)
    select member_id, profile, sets, array_to_tsvector(words), impacts, worked, as_of
    from jsonb_to_recordset(${rows}::jsonb) as entry
      (member_id uuid, profile jsonb, sets text[], words text[], impacts jsonb, worked integer, as_of integer)
    on conflict (member_id) do update set profile = excluded.profile, sets = excluded.sets, words = excluded.words,
      impacts = excluded.impacts, worked = excluded.worked, as_of = excluded.as_of
    returning xmax = 0 as new`.execute(db);
  return put.rows.filter((row) => row.new).length;
}

/** Takes people out. Returns how many were in. */
export async function removeEntries(db: Db, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const { numDeletedRows } = await db
    .deleteFrom('talent_entry')
    .where('member_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** Takes out whoever may not be found by anybody, or is no more. */
export async function removeHidden(db: Db): Promise<void> {
  await sql`
    delete from talent_entry where not exists (
      select from preference
      where preference.member_id = talent_entry.member_id and findable_by <> 'nobody')`.execute(db);
}

export async function countEntries(db: Db): Promise<number> {
  const { people } = await db
    .selectFrom('talent_entry')
    .select((eb) => eb.fn.countAll<number>().as('people'))
    .executeTakeFirstOrThrow();
  return people;
}

/** Counts in how many profiles each word stands. */
export async function countWords(context: Context): Promise<void> {
  await context.db.transaction().execute(async (trx) => {
    await sql`lock table talent_word in exclusive mode`.execute(trx);
    await trx.deleteFrom('talent_word').execute();
    await sql`
      insert into talent_word (word, people)
      select word, ndoc from ts_stat('select words from talent_entry') where word not like '~%'`.execute(trx);
    await writeSetting(trx, COUNTED, { people: await countEntries(trx) });
  });
}

/** How rare words were when they were last counted. */
export async function readCounted(db: Db): Promise<Counted> {
  const [counted, words] = await Promise.all([
    readSetting(db, COUNTED, countedSetting),
    db.selectFrom('talent_word').select(['word', 'people']).execute(),
  ]);
  return { people: counted?.people ?? 0, withWord: new Map(words.map((row) => [row.word, row.people])) };
}

/** The profiles of at most so many people, spread evenly by their ids. */
export async function* readProfiles(db: Db, most: number, size: number): AsyncGenerator<MatchProfile> {
  const step = Math.max(1, Math.ceil(size / most));
  const batch = 500;
  let after: string | null = null;
  for (let n = 0; ; ) {
    let query = db.selectFrom('talent_entry').select(['member_id', 'profile']).orderBy('member_id').limit(batch);
    if (after !== null) query = query.where('member_id', '>', after);
    const rows: { member_id: string; profile: unknown }[] = await query.execute();
    for (const row of rows) if (n++ % step === 0) yield profileSchema.parse(row.profile);
    after = rows.at(-1)?.member_id ?? null;
    if (rows.length < batch) return;
  }
}

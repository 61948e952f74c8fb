import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { termsOf } from '../../src/matching/index.ts';
import { openInstalledDatabase } from '../../src/platform/index.ts';

const silent = { info: () => undefined, warn: () => undefined, error: console.error };
/** As many words of a description as the peer is asked for: the most telling of longer ones cannot be known to it. */
const MOST_WORDS = 60;

export type FullText = {
  /** The ids of the people whose text answers the words best, by ts_rank_cd. */
  search(text: string, limit: number): Promise<string[]>;
  close(): Promise<void>;
};

const lexemes = (text: string) =>
  termsOf(text)
    .map((term) => term.replaceAll(/[^\p{L}\p{N}]/gu, ''))
    .filter((term) => term !== '');

/**
 * PostgreSQL's own full text over the same texts, in the same words (pairs of Han characters, which its parser does not
 * make): a GIN index, any of the words, ranked by cover density.
 */
export async function openFullText(folder: string, people: readonly { id: string; text: string }[]): Promise<FullText> {
  const database = await openInstalledDatabase(
    {
      dataFolder: join(folder, 'peer'),
      databaseUrl: null,
      talentIndex: 'memory',
      smtpUrl: null,
      mailFrom: null,
      publicUrl: null,
    },
    silent,
  );
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query("create table person (id text, words tsvector); set work_mem = '256MB'");
  const rows = people.map(({ id, text }) => `${id}\t${lexemes(text).join(' ')}\n`);
  await client.query('create temporary table raw (id text, words text)');
  await pipeline(Readable.from(rows), client.query(copyFrom('copy raw from stdin')));
  await client.query("insert into person select id, to_tsvector('simple', words) from raw");
  await client.query('create index on person using gin (words)');
  await client.query('analyze person');
  return {
    async search(text, limit) {
      const query = [...new Set(lexemes(text))].slice(0, MOST_WORDS).join(' | ');
      const { rows: found } = await client.query<{ id: string }>(
        'select id from person, to_tsquery($1) q where words @@ q order by ts_rank_cd(words, q) desc, id limit $2',
        [query, limit],
      );
      return found.map((row) => row.id);
    },
    async close() {
      await client.end();
      await database.close();
    },
  };
}

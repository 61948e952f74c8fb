import { createHash } from 'node:crypto';
import { z } from 'zod';
import { roles, skills } from '../../language/index.ts';
import type { OutboxPosition } from '../../platform/index.ts';
import { type Concepts, conceptsOf } from '../concepts/concepts.ts';
import { Bitmap } from './bitmap.ts';
import { Dictionary } from './dictionary.ts';
import { IdTable } from './id-table.ts';
import type { IndexState } from './index-state.ts';
import { type Part, readParts, writeParts } from './snapshot-file.ts';
import { WordList } from './word-list.ts';

/** Raised whenever what the index keeps, or how, changes: an older snapshot is then not read. */
const FORMAT = 3;

const aboutSchema = z.object({
  format: z.literal(FORMAT),
  lexicon: z.string(),
  network: z.string(),
  position: z.object({ transactionId: z.string(), id: z.number() }),
  people: z.number(),
  dictionary: z.array(z.string()),
  sets: z.array(z.tuple([z.string(), z.number()])),
  words: z.array(z.tuple([z.string(), z.number(), z.number(), z.number()])),
  concepts: z.object({ keys: z.array(z.string()), dimensions: z.number() }).nullable(),
});

/** The names that profiles are read by: a profile read by other names is not the same. */
export function lexiconMark(): string {
  const hash = createHash('sha256');
  for (const entry of [...skills(), ...roles()])
    hash.update(JSON.stringify([entry.id, entry.zh, entry.en, entry.aliases]));
  return hash.digest('hex');
}

/** An index at one moment, and how far in the outbox it had come. */
export type Snapshot = {
  readonly state: IndexState;
  readonly concepts: Concepts | null;
  readonly position: OutboxPosition;
};

const one = (name: string, bytes: Uint8Array): Part => ({ name, pieces: [bytes] });
const asBytes = (array: ArrayBufferView<ArrayBufferLike>) =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

/**
 * Writes the index to a file. Everything is taken in one go before the first write, so that it is of one moment: what
 * is only appended to is not copied. `network` says whose index it is.
 */
export async function writeSnapshot(path: string, snapshot: Snapshot, network: string): Promise<void> {
  const { state, concepts, position } = snapshot;
  const { records, columns, counted } = state;
  const count = state.ids.count;
  const sets = [...state.sets].map(([name, set]) => ({ name, bytes: set.toBytes() }));
  const words = [...state.words].map(([word, list]) => ({ word, ...list.toParts() }));
  const parts: Part[] = [
    one('ids', state.ids.toBytes()),
    one('live', state.live.toBytes()),
    { name: 'sets', pieces: sets.map((set) => set.bytes) },
    one('marks', asBytes(Int32Array.from(words.flatMap(({ marks }) => marks)))),
    one('records', records.bytes.subarray(0, records.length)),
    one('starts', asBytes(records.starts.slice(0, count))),
    one('worked', asBytes(columns.worked.slice(0, count))),
    one('asOf', asBytes(columns.asOf.slice(0, count))),
    one('pay', asBytes(columns.pay.slice(0, count))),
    one('traits', columns.traits.slice(0, count)),
    one('coordinates', asBytes(concepts?.coordinates ?? new Float32Array(0))),
    { name: 'lists', pieces: words.map(({ bytes }) => bytes) },
  ];
  const about: z.input<typeof aboutSchema> = {
    format: FORMAT,
    lexicon: lexiconMark(),
    network,
    position,
    people: counted.people,
    dictionary: [...state.dictionary.words],
    sets: sets.map(({ name, bytes }) => [name, bytes.length]),
    words: words.map(({ word, bytes, marks }) => [word, bytes.length, marks.length, counted.withWord.get(word) ?? 0]),
    concepts: concepts && { keys: [...concepts.keys], dimensions: concepts.dimensions },
  };
  await writeParts(path, about, parts);
}

/** The index in a file; null where there is none, or it is another network's, another program's, or not whole. */
export async function readSnapshot(path: string, network: string): Promise<Snapshot | null> {
  const file = await readParts(path);
  const about = aboutSchema.safeParse(file?.about).data;
  if (!file || !about || about.network !== network || about.lexicon !== lexiconMark()) return null;
  const part = (name: string): Uint8Array => file.parts.get(name) ?? new Uint8Array(0);
  // A part may stand at any place of its buffer; numbers of several bytes have to be aligned.
  const aligned = (name: string) => part(name).slice().buffer;
  const sets = new Map<string, Bitmap>();
  let at = 0;
  for (const [name, length] of about.sets) {
    sets.set(name, Bitmap.fromBytes(part('sets').subarray(at, at + length)));
    at += length;
  }
  const marks = new Int32Array(aligned('marks'));
  const words = new Map<string, WordList>();
  const withWord = new Map<string, number>();
  let [list, mark] = [0, 0];
  for (const [word, bytes, markCount, found] of about.words) {
    words.set(
      word,
      WordList.fromParts(part('lists').subarray(list, list + bytes), marks.subarray(mark, mark + markCount)),
    );
    if (found > 0) withWord.set(word, found);
    list += bytes;
    mark += markCount;
  }
  const records = part('records');
  return {
    position: about.position,
    concepts:
      about.concepts &&
      conceptsOf(about.concepts.keys, new Float32Array(aligned('coordinates')), about.concepts.dimensions),
    state: {
      ids: IdTable.fromBytes(part('ids')),
      live: Bitmap.fromBytes(part('live')),
      sets,
      words,
      dictionary: new Dictionary(about.dictionary),
      records: { bytes: records, length: records.length, starts: new Float64Array(aligned('starts')) },
      columns: {
        worked: new Uint16Array(aligned('worked')),
        asOf: new Uint16Array(aligned('asOf')),
        pay: new Uint16Array(aligned('pay')),
        traits: part('traits'),
      },
      counted: { people: about.people, withWord },
    },
  };
}

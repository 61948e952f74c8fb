import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { fail } from '../errors.ts';
import { BACKUP_FORMAT, MANIFEST, type Manifest, manifestSchema } from './manifest.ts';

const ENTRY = /^tables\/([a-z_]+)\/\d{6}\.copy$/;
const LARGEST_MANIFEST = 4 << 20;

const damaged = (file: string, zh: string, en: string) =>
  fail('invalid', 'bad-backup', { zh: `${file} 不是可用的备份：${zh}`, en: `${file} is not a usable backup: ${en}` });

/**
 * Reads a backup from its first byte to its last, handing each table's bytes to `take` in order (a table's pieces come
 * together). Throws a failure where the file is missing, cut short, or not such an archive.
 */
export async function readArchive(
  file: string,
  take: (table: string, bytes: Buffer) => Promise<void> | void,
): Promise<unknown> {
  const archive = extract();
  let manifest: unknown = null;
  const read = async () => {
    for await (const entry of archive) {
      const table = ENTRY.exec(entry.header.name)?.[1];
      if (!table && entry.header.name !== MANIFEST) {
        throw damaged(file, `不认识其中的 ${entry.header.name}`, `it holds ${entry.header.name}, which no backup has`);
      }
      if (!table) {
        const pieces: Buffer[] = [];
        let size = 0;
        for await (const chunk of entry as AsyncIterable<Buffer>) {
          size += chunk.length;
          if (size > LARGEST_MANIFEST) throw damaged(file, '清单过大', 'its manifest is too large');
          pieces.push(chunk);
        }
        manifest = JSON.parse(Buffer.concat(pieces).toString('utf8'));
      } else for await (const chunk of entry as AsyncIterable<Buffer>) await take(table, chunk);
    }
  };
  try {
    await Promise.all([pipeline(createReadStream(file), createGunzip(), archive), read()]);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw fail('not-found', 'no-such-backup', { zh: `没有文件 ${file}`, en: `There is no file ${file}` });
    }
    if (error instanceof Error && 'failure' in error) throw error;
    throw damaged(file, `读到一半出错（${String(error)}）`, `it broke off while reading (${String(error)})`);
  }
  return manifest;
}

/** Reads a backup whole and checks every hash, so that nothing is touched for a file that could not be restored. */
export async function verifyBackup(file: string): Promise<Manifest> {
  const hashes = new Map<string, Hash>();
  const found = await readArchive(file, (table, bytes) => {
    const hash = hashes.get(table) ?? createHash('sha256');
    hashes.set(table, hash.update(bytes));
  });
  if (found === null) throw damaged(file, '没有清单，可能没有写完', 'it has no manifest, so it was probably cut short');
  const parsed = manifestSchema.safeParse(found);
  if (!parsed.success) throw damaged(file, '清单不合格式', 'its manifest is not as it should be');
  const manifest = parsed.data;
  if (manifest.format > BACKUP_FORMAT) {
    throw damaged(file, '由更新的版本写成，请先升级程序', 'a later version wrote it; upgrade the program first');
  }
  const empty = createHash('sha256').digest('hex');
  const named = new Set(manifest.tables.map((table) => table.name));
  for (const table of manifest.tables) {
    if ((hashes.get(table.name)?.digest('hex') ?? empty) !== table.sha256)
      throw damaged(file, `表 ${table.name} 已损坏`, `the table ${table.name} is damaged`);
  }
  const extra = [...hashes.keys()].find((name) => !named.has(name));
  if (extra) throw damaged(file, `清单里没有表 ${extra}`, `its manifest does not name the table ${extra}`);
  return manifest;
}

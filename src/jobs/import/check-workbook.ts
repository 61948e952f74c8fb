import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInflateRaw } from 'node:zlib';
import { type FailureError, fail } from '../../platform/index.ts';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const MOST_PARTS = 10_000;
const LARGEST_DIRECTORY = 16 * 2 ** 20;
/** Parts that are held in memory whole: shared strings, styles. */
const LARGEST_HELD = 256 * 2 ** 20;
/** What a sheet may unpack to for each of its packed bytes, once it is large: real rows have 10 to 50. */
const MOST_PER_BYTE = 200;
const LARGE = 64 * 2 ** 20;
/** A cell holds 32,767 characters (Excel's specifications and limits); text of this many bytes is no cell. */
const LONGEST_TEXT = 2 ** 20;
const LONGEST_ROW = 64 * 2 ** 20;

type Part = { readonly name: string; readonly method: number; readonly packed: number; readonly offset: number };

function damaged(file: string): FailureError {
  return fail('invalid', 'not-xlsx', {
    zh: `${file} 不完整或已损坏，无法作为 .xlsx 工作簿打开`,
    en: `${file} is incomplete or damaged and cannot be opened as an .xlsx workbook`,
  });
}

function bomb(file: string, part: string): FailureError {
  return fail('too-large', 'unpacks-too-large', {
    zh: `${file} 里的 ${part} 解压后远大于正常的工作簿，已停止读取；请另存为 CSV 再导入`,
    en: `${part} in ${file} unpacks to far more than a workbook's rows; it was not read. Save it as CSV and import that`,
  });
}

/** The parts of a ZIP file from its central directory (PKWARE APPNOTE 4.3); null where there is none that can be read. */
async function partsOf(file: string): Promise<Part[] | null> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const tailLength = Math.min(size, 0xffff + 22);
    const tail = (await handle.read(Buffer.alloc(tailLength), 0, tailLength, size - tailLength)).buffer;
    const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
    if (end < 0 || end + 22 > tail.length || tail.readUInt32LE(end) !== END_OF_DIRECTORY) return null;
    const count = tail.readUInt16LE(end + 10);
    const length = tail.readUInt32LE(end + 12);
    const start = tail.readUInt32LE(end + 16);
    if (count > MOST_PARTS || length > LARGEST_DIRECTORY || start + length > size) return null;
    const directory = (await handle.read(Buffer.alloc(length), 0, length, start)).buffer;
    const parts: Part[] = [];
    for (let at = 0, n = 0; n < count; n++) {
      if (at + 46 > length || directory.readUInt32LE(at) !== DIRECTORY_ENTRY) return null;
      const nameLength = directory.readUInt16LE(at + 28);
      const offset = directory.readUInt32LE(at + 42);
      const local = (await handle.read(Buffer.alloc(30), 0, 30, offset)).buffer;
      parts.push({
        name: directory.toString('utf8', at + 46, at + 46 + nameLength),
        method: directory.readUInt16LE(at + 10),
        packed: directory.readUInt32LE(at + 20),
        offset: offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28),
      });
      at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    }
    return parts;
  } finally {
    await handle.close();
  }
}

/** What is counted while a part is unpacked, a chunk at a time. */
type Count = { unpacked: number; sinceTag: number; sinceRow: number };

function counted(before: Count, chunk: Buffer): Count & { readonly longestText: number; readonly longestRow: number } {
  const firstTag = chunk.indexOf(0x3c);
  const firstRow = chunk.indexOf('</row');
  const untilTag = before.sinceTag + (firstTag < 0 ? chunk.length : firstTag);
  const untilRow = before.sinceRow + (firstRow < 0 ? chunk.length : firstRow);
  return {
    unpacked: before.unpacked + chunk.length,
    sinceTag: firstTag < 0 ? untilTag : chunk.length - chunk.lastIndexOf(0x3c),
    sinceRow: firstRow < 0 ? untilRow : chunk.length - chunk.lastIndexOf('</row'),
    longestText: untilTag,
    longestRow: untilRow,
  };
}

async function checkPart(file: string, part: Part): Promise<void> {
  if (part.packed === 0) return;
  const isSheet = part.name.startsWith('xl/worksheets/');
  const packed = createReadStream(file, { start: part.offset, end: part.offset + part.packed - 1 });
  const unpacked = part.method === 0 ? packed : packed.pipe(createInflateRaw());
  packed.on('error', (error) => unpacked.destroy(error));
  let count: Count = { unpacked: 0, sinceTag: 0, sinceRow: 0 };
  try {
    for await (const chunk of unpacked) {
      if (!Buffer.isBuffer(chunk)) continue;
      const next = counted(count, chunk);
      count = next;
      const isTooMuch = isSheet
        ? next.longestRow > LONGEST_ROW || (next.unpacked > LARGE && next.unpacked > MOST_PER_BYTE * part.packed)
        : next.unpacked > LARGEST_HELD;
      if (isTooMuch || next.longestText > LONGEST_TEXT) throw bomb(file, part.name);
    }
  } finally {
    unpacked.destroy();
    packed.destroy();
  }
}

/**
 * Unpacks every part of a workbook once, a piece at a time, and refuses it where reading would need memory without bound: a
 * part that unpacks to far more than its size, a text or a row without an end. Memory stays at one piece.
 */
export async function checkWorkbook(file: string): Promise<void> {
  const parts = await partsOf(file);
  if (parts === null || !parts.some((part) => part.name.startsWith('xl/'))) throw damaged(file);
  for (const part of parts) {
    if (!part.name.endsWith('.xml') && !part.name.endsWith('.rels')) continue;
    try {
      await checkPart(file, part);
    } catch (error) {
      if (error instanceof Error && 'code' in error && /^(?:Z_|ERR_)/u.test(String(error.code))) throw damaged(file);
      throw error;
    }
  }
}

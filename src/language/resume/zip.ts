import { inflateRawSync } from 'node:zlib';

export type ZipEntry = {
  name: string;
  encrypted: boolean;
  method: number;
  compressedSize: number;
  /** Offset of the local header. */
  offset: number;
};

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localHeader = 0x04034b50;
const maxEntries = 10_000;

/**
 * The entries of a ZIP file from its central directory (PKWARE APPNOTE 4.3), or null where there is none that can be
 * read. ZIP64 is not read: a resume has no need of it.
 */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const last = bytes.byteLength - 22;
  let end = -1;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (view.getUint32(at, true) === endOfDirectory) {
      end = at;
      break;
    }
  }
  if (end < 0) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > maxEntries) return null;
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.byteLength || view.getUint32(at, true) !== directoryEntry) return null;
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > bytes.byteLength) return null;
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      compressedSize: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    });
    at = next;
  }
  return entries;
}

/**
 * The unpacked bytes of one entry, `'too-large'` when they would be more than `maxBytes` (whatever the directory
 * claims), or `'corrupt'`.
 */
export function readZipEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  maxBytes: number,
): Uint8Array | 'too-large' | 'corrupt' {
  const { offset } = entry;
  if (offset + 30 > bytes.byteLength) return 'corrupt';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(offset, true) !== localHeader) return 'corrupt';
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const end = start + entry.compressedSize;
  if (end > bytes.byteLength) return 'corrupt';
  const packed = bytes.subarray(start, end);
  if (entry.method === 0) return packed.byteLength > maxBytes ? 'too-large' : packed;
  if (entry.method !== 8) return 'corrupt';
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, maxBytes) });
  } catch (error) {
    return error instanceof RangeError ? 'too-large' : 'corrupt';
  }
}

/** Unpacks every entry once, within `maxBytes` for all together: what a ZIP bomb must not get past. */
export function checkZipUnpacks(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  maxBytes: number,
): 'fits' | 'too-large' | 'corrupt' {
  let room = maxBytes;
  for (const entry of entries) {
    if (entry.compressedSize === 0) continue;
    const content = readZipEntry(bytes, entry, room);
    if (typeof content === 'string') return content;
    room -= content.byteLength;
    if (room <= 0) return 'too-large';
  }
  return 'fits';
}

import { type FileHandle, open, rename, unlink } from 'node:fs/promises';

/** A file of named parts: a line of JSON that says what follows, then the parts' bytes one after another. */
export type Part = { readonly name: string; readonly pieces: readonly Uint8Array[] };

const MAGIC = 'renmai-talent-index\n';
/** What one read or write takes at most: the system does no more than 2 GiB at once. */
const PIECE = 1 << 28;
const BUFFER = 1 << 22;
const LONGEST_HEAD = 1 << 30;

const lengthOf = (pieces: readonly Uint8Array[]) => pieces.reduce((sum, piece) => sum + piece.length, 0);

/** Small pieces in one buffer at a time, so that half a million of them are not as many writes. */
async function writePieces(file: FileHandle, pieces: Iterable<Uint8Array>): Promise<void> {
  const buffer = Buffer.allocUnsafe(BUFFER);
  let held = 0;
  const flush = async () => {
    if (held > 0) await file.write(buffer.subarray(0, held));
    held = 0;
  };
  for (const piece of pieces) {
    if (held + piece.length > BUFFER) await flush();
    if (piece.length > BUFFER) {
      for (let from = 0; from < piece.length; from += PIECE) await file.write(piece.subarray(from, from + PIECE));
      continue;
    }
    buffer.set(piece, held);
    held += piece.length;
  }
  await flush();
}

/** Writes the file as a whole: whoever reads it finds the old one or the new one, never half of one. */
export async function writeParts(path: string, about: unknown, parts: readonly Part[]): Promise<void> {
  const named = parts.map(({ name, pieces }) => [name, lengthOf(pieces)]);
  const head = Buffer.from(JSON.stringify({ about, parts: named }), 'utf8');
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(head.length));
  const temporary = `${path}.${process.pid}.part`;
  const file = await open(temporary, 'w', 0o600);
  try {
    await writePieces(file, [Buffer.from(MAGIC), length, head, ...parts.flatMap((part) => part.pieces)]);
    await file.sync();
    await file.close();
    await rename(temporary, path);
  } catch (error) {
    await file.close().catch(() => undefined);
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
}

/** Reads what `writeParts` wrote; null where there is no such file, or it is not whole. */
export async function readParts(path: string): Promise<{ about: unknown; parts: Map<string, Uint8Array> } | null> {
  const file = await open(path, 'r').catch(() => null);
  if (!file) return null;
  try {
    const { size } = await file.stat();
    const read = async (bytes: number): Promise<Buffer | null> => {
      const buffer = Buffer.alloc(bytes);
      for (let at = 0; at < bytes; ) {
        const { bytesRead } = await file.read(buffer, at, Math.min(PIECE, bytes - at));
        if (bytesRead === 0) return null;
        at += bytesRead;
      }
      return buffer;
    };
    const magic = await read(MAGIC.length);
    const length = Number((await read(8))?.readBigUInt64LE() ?? 0n);
    if (magic?.toString() !== MAGIC || length === 0 || length > LONGEST_HEAD || length > size) return null;
    const head: { about: unknown; parts: [string, number][] } = JSON.parse((await read(length))?.toString() ?? 'null');
    const sum = head.parts.reduce((all, [, bytes]) => all + bytes, 0);
    if (MAGIC.length + 8 + length + sum !== size) return null;
    const parts = new Map<string, Uint8Array>();
    for (const [name, bytes] of head.parts) {
      const content = await read(bytes);
      if (!content) return null;
      parts.set(name, new Uint8Array(content.buffer, content.byteOffset, content.byteLength));
    }
    return { about: head.about, parts };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  } finally {
    await file.close();
  }
}

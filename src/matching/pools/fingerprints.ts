import { createHash } from 'node:crypto';

const BYTES = 8;

/** Eight bytes by which somebody is known again in one pool and in no other; nobody can be read from them. */
export function fingerprintOf(poolId: string, memberId: string): Buffer {
  return createHash('sha256').update(`${poolId}\n${memberId}`).digest().subarray(0, BYTES);
}

/** The fingerprints of these people one after another. */
export function packFingerprints(poolId: string, memberIds: Iterable<string>): Buffer {
  return Buffer.concat([...memberIds].map((id) => fingerprintOf(poolId, id)));
}

/** Whom of these people the fingerprints do not know, in their order. */
export function notAmong(poolId: string, known: Uint8Array, memberIds: readonly string[]): string[] {
  const packed = Buffer.from(known.buffer, known.byteOffset, known.byteLength);
  const seen = new Set<string>();
  for (let at = 0; at < packed.length; at += BYTES) seen.add(packed.toString('hex', at, at + BYTES));
  return memberIds.filter((id) => !seen.has(fingerprintOf(poolId, id).toString('hex')));
}

import type { FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Schema } from './database/schema.ts';
import { readSetting, writeSetting } from './settings.ts';

const KEY = 'public-address';
const publicAddress = z.object({
  url: z.url(),
  /** The operator said so; otherwise it is where the server last listened. */
  configured: z.boolean(),
});

/** Keeps where readers reach the network, for whoever writes links without a request: jobs and commands. */
export async function keepPublicAddress(
  db: Kysely<Schema>,
  configured: string | null,
  listening: string,
): Promise<void> {
  const address: z.input<typeof publicAddress> = { url: configured ?? listening, configured: configured !== null };
  await writeSetting(db, KEY, address);
}

/** Where readers reach the network, as far as is known: `https://talent.example.org`. */
export async function knownAddress(db: Kysely<Schema>): Promise<string> {
  return (await readSetting(db, KEY, publicAddress))?.url ?? 'http://localhost:3000';
}

/** The address for links in an answer: the configured one, and where none is, the one that was asked. */
export async function addressFor(db: Kysely<Schema>, request: FastifyRequest): Promise<string> {
  const kept = await readSetting(db, KEY, publicAddress);
  return kept?.configured ? kept.url : `${request.protocol}://${request.host}`;
}

import { randomBytes } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { fail } from './errors.ts';

export type Config = {
  /** Absolute. Holds the embedded database, secrets, and files that can be made again. */
  readonly dataFolder: string;
  /** Set where the operator brings a PostgreSQL of their own; the embedded server is then not used. */
  readonly databaseUrl: string | null;
  /** Where everybody who may be found is kept ready for searches: in each server's memory, or in the database. */
  readonly talentIndex: 'memory' | 'database';
  readonly smtpUrl: string | null;
  /** The sender's address of outgoing mail; taken from the SMTP server's where it is not set. */
  readonly mailFrom: string | null;
  /** Where readers reach the network, for links in mail, feeds and what search engines read; without a slash at its end. */
  readonly publicUrl: string | null;
};

const environment = z.object({
  RENMAI_DATA: z.string().min(1).default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  RENMAI_TALENT_INDEX: z.enum(['memory', 'database']).default('memory'),
  RENMAI_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  RENMAI_MAIL_FROM: z.email().optional(),
  RENMAI_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
});

/** The configuration in the environment; a value that cannot be right is refused by name. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0] ?? '');
    throw fail('invalid', 'bad-configuration', {
      zh: `环境变量 ${name} 的值不对，请改正后重试`,
      en: `The environment variable ${name} has a value that cannot be used; correct it and try again`,
    });
  }
  return {
    dataFolder: resolve(parsed.data.RENMAI_DATA),
    databaseUrl: parsed.data.DATABASE_URL ?? null,
    talentIndex: parsed.data.RENMAI_TALENT_INDEX,
    smtpUrl: parsed.data.RENMAI_SMTP_URL ?? null,
    mailFrom: parsed.data.RENMAI_MAIL_FROM ?? null,
    publicUrl: parsed.data.RENMAI_PUBLIC_URL?.replace(/\/+$/, '') ?? null,
  };
}

/** Makes the data folder where it is missing, and makes sure that it can be written. */
export function prepareDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch {
    throw fail('invalid', 'data-folder-not-writable', {
      zh: `数据目录 ${folder} 无法写入：请检查权限，或用 RENMAI_DATA 另选一个目录`,
      en: `The data folder ${folder} cannot be written: check its permissions, or choose another with RENMAI_DATA`,
    });
  }
}

const secretsSchema = z.object({ session: z.string().min(32) });
export type Secrets = z.output<typeof secretsSchema>;

/** The secrets of this installation, made on the first start; only their owner may read the file. */
export function readSecrets(dataFolder: string): Secrets {
  const file = join(dataFolder, 'secrets.json');
  if (existsSync(file)) {
    chmodSync(file, 0o600);
    return secretsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  }
  const secrets = { session: randomBytes(32).toString('base64url') };
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600, flag: 'wx' });
  return secrets;
}

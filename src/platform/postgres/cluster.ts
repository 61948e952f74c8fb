import { spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { fail } from '../errors.ts';
import { asDatabaseUser, ownerOfDatabase, type PostgresBinaries, run } from './binaries.ts';

/** A Unix socket's path fits in `sun_path`: 104 bytes on macOS, 108 on Linux. */
const LONGEST_SOCKET_PATH = 103;
const PORT = 5432;
const USER = 'renmai';
const START_SECONDS = 90;

export type ClusterOptions = {
  readonly binaries: PostgresBinaries;
  /** Holds `pg` (the cluster) and `run` (its socket). */
  readonly folder: string;
  /** False only for databases that nobody will miss: tests. */
  readonly durable: boolean;
};

export type Cluster = {
  /** The connection string of a database in it. */
  url(database?: string): string;
  /** Of the postmaster; null while none runs. */
  pid(): number | null;
  /** Starts it where it does not run, and waits until it answers. Says whether this call started it. */
  start(): Promise<boolean>;
  stop(): Promise<void>;
};

function ownFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const owner = ownerOfDatabase();
  if (owner && statSync(folder).uid !== owner.uid) chownSync(folder, owner.uid, owner.gid);
  chmodSync(folder, 0o700);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** A PostgreSQL server of our own on a Unix socket. Nothing is started before `start`. */
export function openCluster(options: ClusterOptions): Cluster {
  const data = join(options.folder, 'pg');
  const socketFolder = join(options.folder, 'run');
  const socket = join(socketFolder, `.s.PGSQL.${PORT}`);
  if (Buffer.byteLength(`${socket}.lock`) > LONGEST_SOCKET_PATH) {
    throw fail('invalid', 'data-folder-too-long', {
      zh: `数据目录的路径太长，放不下数据库的套接字（最长 ${LONGEST_SOCKET_PATH} 字节）：${socketFolder}。请用 RENMAI_DATA 另选一个短一些的目录`,
      en: `The data folder's path is too long for the database's socket (${LONGEST_SOCKET_PATH} bytes at most): ${socketFolder}. Choose a shorter one with RENMAI_DATA`,
    });
  }
  const url = (database = 'renmai') =>
    `postgresql://${USER}@localhost:${PORT}/${database}?host=${encodeURIComponent(socketFolder)}`;

  async function initialise(): Promise<void> {
    ownFolder(data);
    await run(options.binaries.initdb, [
      '-D',
      data,
      '-U',
      USER,
      '-A',
      'trust',
      '--encoding=UTF8',
      '--locale=C',
      ...(options.durable ? [] : ['--no-sync']),
    ]);
  }

  function pid(): number | null {
    try {
      const number = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
      return Number.isInteger(number) && number > 0 && isAlive(number) ? number : null;
    } catch {
      return null;
    }
  }

  async function answers(): Promise<boolean> {
    const client = new pg.Client({ connectionString: url('postgres'), connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rowCount } = await client.query("select 1 from pg_database where datname = 'renmai'");
      if (rowCount === 0) await client.query('create database renmai');
      return true;
    } catch {
      return false;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  function launch(): void {
    const settings = [
      ['listen_addresses', ''],
      ['unix_socket_directories', socketFolder],
      ['port', String(PORT)],
      ['max_connections', '100'],
      ['shared_buffers', '256MB'],
      ['work_mem', '32MB'],
      ['maintenance_work_mem', '256MB'],
      ['max_wal_size', '2GB'],
      ['random_page_cost', '1.1'],
      ['jit', 'off'],
      ['timezone', 'UTC'],
      ['log_timezone', 'UTC'],
      ...(options.durable
        ? []
        : [
            ['fsync', 'off'],
            ['synchronous_commit', 'off'],
            ['full_page_writes', 'off'],
          ]),
    ].flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const { command, args, options: user } = asDatabaseUser(options.binaries.postgres, ['-D', data, ...settings]);
    const log = openSync(join(options.folder, 'postgres.log'), 'a', 0o600);
    // In a process group of its own: Ctrl-C reaches the server alone, which stops the database when it is done with it.
    spawn(command, args, {
      ...user,
      cwd: '/',
      detached: true,
      stdio: ['ignore', log, log],
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
    }).unref();
  }

  return {
    url,
    pid,
    async start() {
      ownFolder(socketFolder);
      if (!existsSync(join(data, 'PG_VERSION'))) {
        // A first start that was killed leaves a cluster without its version file: nothing can be in it yet.
        rmSync(data, { recursive: true, force: true });
        await initialise();
      }
      if (pid() !== null && (await answers())) return false;
      const deadline = Date.now() + START_SECONDS * 1_000;
      for (let attempt = 0; Date.now() < deadline; attempt++) {
        // Backends of a killed postmaster take a moment to leave; until then a new one refuses to start.
        if (pid() === null && attempt % 10 === 0) launch();
        await sleep(attempt < 20 ? 50 : 250);
        if (await answers()) return true;
      }
      throw fail('unavailable', 'database-does-not-start', {
        zh: `数据库没有启动，原因见 ${join(options.folder, 'postgres.log')}`,
        en: `The database did not start; ${join(options.folder, 'postgres.log')} says why`,
      });
    },
    async stop() {
      for (let waited = 0; waited < 60_000; waited += 50) {
        const running = pid();
        if (running === null) return;
        // SIGINT is PostgreSQL's fast shutdown: sessions end, everything committed is on disk.
        if (waited % 10_000 === 0) process.kill(running, 'SIGINT');
        await sleep(50);
      }
    },
  };
}

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import {
  claimServer,
  fail,
  inLocale,
  type Manifest,
  openInstalledDatabase,
  readConfig,
  restoreBackup,
  type Text,
  verifyBackup,
  writeBackup,
} from '../platform/index.ts';
import { stopOnInterrupt } from './stop-on-interrupt.ts';
import { progressBar, tell, terminalLocale, terminalLog } from './terminal.ts';
import { withContext } from './with-context.ts';

type Flags = { readonly json?: true; readonly replace?: true; readonly check?: true };

/** Read models and files that are made again from the database. */
const DERIVED = ['warehouse', 'talent-index', 'snapshots'];

const here = (text: Text): string => inLocale(text, terminalLocale());

function present(file: string, manifest: Manifest, json: boolean): void {
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  if (json) {
    process.stdout.write(`${JSON.stringify({ file, ...manifest })}\n`);
    return;
  }
  process.stdout.write(
    `${here({
      zh: `${file}：${manifest.tables.length} 张表，${rows} 行，网络时间 ${manifest.at}`,
      en: `${file}: ${manifest.tables.length} tables, ${rows} rows, the network's time ${manifest.at}`,
    })}\n`,
  );
}

async function backup(file: string, flags: Flags): Promise<void> {
  const bar = progressBar();
  const interrupt = stopOnInterrupt();
  try {
    const manifest = await withContext((context) =>
      writeBackup(context, file, {
        signal: interrupt.signal,
        onProgress: (done, total, table) => bar.at(done, total, { zh: table, en: table }),
      }),
    ).catch((error: unknown) => {
      if (!interrupt.signal.aborted) throw error;
      throw fail('conflict', 'stopped', { zh: '已停止，没有留下文件', en: 'Stopped; no file was left' });
    });
    bar.end();
    present(file, manifest, flags.json ?? false);
  } finally {
    bar.end();
    interrupt.release();
  }
}

async function restore(file: string, flags: Flags): Promise<void> {
  if (flags.check) {
    present(file, await verifyBackup(file), flags.json ?? false);
    return;
  }
  const config = readConfig(process.env);
  const database = await openInstalledDatabase(config, terminalLog);
  const bar = progressBar();
  try {
    const lock = await claimServer(database.url);
    if (!lock) {
      throw fail('conflict', 'server-runs', {
        zh: '服务器正在运行：请先停掉它再恢复',
        en: 'The server is running: stop it before restoring',
      });
    }
    try {
      const manifest = await restoreBackup(database.url, file, {
        ...(flags.replace && { replace: true }),
        onProgress: (done, total, table) => bar.at(done, total, { zh: table, en: table }),
      });
      for (const name of DERIVED) rmSync(join(config.dataFolder, name), { recursive: true, force: true });
      bar.end();
      present(file, manifest, flags.json ?? false);
      tell({
        zh: '已恢复。登录过的人可能需要重新登录。',
        en: 'Restored. People who were signed in may have to sign in again.',
      });
    } finally {
      await lock.release();
    }
  } finally {
    bar.end();
    await database.close();
  }
}

/** `renmai backup FILE`: the whole network in one file, while the server runs. */
export function backupCommand(): Command {
  return new Command('backup')
    .description(
      here({
        zh: '把整个网络备份到一个文件（.tar.gz），服务器可以继续运行',
        en: 'Save the whole network to one file (.tar.gz); the server may go on',
      }),
    )
    .argument('<file>')
    .option('--json', here({ zh: '以 JSON 输出清单', en: 'print the manifest as JSON' }))
    .action(backup);
}

/** `renmai restore FILE`: puts a backup in the place of what is there. */
export function restoreCommand(): Command {
  return new Command('restore')
    .description(
      here({
        zh: '从备份恢复：先校验整个文件，再在一个事务里写入',
        en: 'Restore from a backup: the file is checked whole first, then written in one transaction',
      }),
    )
    .argument('<file>')
    .option('--check', here({ zh: '只校验文件，不写入', en: 'check the file only, write nothing' }))
    .option('--replace', here({ zh: '取代已经有人的网络', en: 'replace a network that has people' }))
    .option('--json', here({ zh: '以 JSON 输出清单', en: 'print the manifest as JSON' }))
    .action(restore);
}

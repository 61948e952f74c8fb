import { Command } from 'commander';
import { z } from 'zod';
import { demoAccountsSetting } from '../identity/index.ts';
import {
  type Context,
  claimServer,
  fail,
  keepPublicAddress,
  openContext,
  openInstalledDatabase,
  readConfig,
  readSecrets,
  readSetting,
  supervise,
} from '../platform/index.ts';
import { createServer } from '../server/index.ts';
import { buildWeb } from './build-web.ts';
import { progressBar, tell, terminalLocale, terminalLog } from './terminal.ts';

type StartOptions = {
  readonly host: string;
  readonly port: string;
  readonly empty?: true;
  readonly members?: string;
};

const LOOPBACK_HOSTS = new Set(['127.0.0.1', 'localhost', '::1']);

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw fail('invalid', 'bad-port', {
      zh: `端口 ${text} 不对：应是 0 到 65535 之间的整数`,
      en: `The port ${text} is wrong: it is a whole number from 0 to 65535`,
    });
  }
  return port;
}

function addressFailure(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return fail('conflict', 'port-taken', {
      zh: `端口 ${port} 已被别的程序占用：请用 --port 另选一个`,
      en: `Port ${port} is used by another program: choose another with --port`,
    });
  }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return fail('invalid', 'bad-address', {
      zh: `不能在 ${host}:${port} 上监听（${code}）：请换一个 --host 或 --port`,
      en: `Cannot listen on ${host}:${port} (${code}): choose another --host or --port`,
    });
  }
  return error;
}

const madeWorld = z.object({ generated: z.boolean().optional() });

/** On the first start the network gets its people: the demo world, or nobody. */
async function fillNetwork(context: Context, options: StartOptions): Promise<void> {
  if ((await readSetting(context.db, 'network', madeWorld)) !== null) return;
  if (options.empty) return;
  tell({ zh: '第一次启动：正在生成演示网络……', en: 'First start: making the demo network …' });
  // Only the first start pays for reading the generator.
  const { makeDemoWorld } = await import('../../world/index.ts');
  const bar = progressBar();
  try {
    await makeDemoWorld(context, { ...(options.members && { members: Number(options.members) }), progress: bar.at });
  } finally {
    bar.end();
  }
}

async function showAccounts(context: Context, host: string): Promise<void> {
  const accounts = (await readSetting(context.db, 'demo-accounts', demoAccountsSetting)) ?? [];
  if (accounts.length === 0) return;
  if (!LOOPBACK_HOSTS.has(host)) {
    tell({
      zh: '演示账号只能在本机登录；从别的机器来的请求一律当作访客',
      en: 'The demo accounts sign in on this machine alone; from any other they are visitors',
    });
    return;
  }
  tell({ zh: '\n演示账号（密码相同）：', en: '\nDemo accounts (one password):' });
  for (const account of accounts) {
    process.stderr.write(`  ${account.role.padEnd(12)} ${account.email.padEnd(34)} ${account.password}\n`);
  }
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

async function start(options: StartOptions): Promise<void> {
  const port = readPort(options.port);
  const config = readConfig(process.env);
  const stopped = untilStopped();
  const database = await openInstalledDatabase(config, terminalLog);
  const lock = await claimServer(database.url);
  if (!lock) {
    throw fail('conflict', 'already-running', {
      zh: `已有一个人脉服务器在使用 ${config.databaseUrl ? '这个数据库' : config.dataFolder}：请先停掉它，或用 RENMAI_DATA 另选数据目录`,
      en: `A Renmai server is already running on ${config.databaseUrl ? 'this database' : config.dataFolder}: stop it first, or choose another data folder with RENMAI_DATA`,
    });
  }
  const supervision = database.cluster && supervise(database.cluster, terminalLog);
  let context: (Context & { close(): Promise<void> }) | undefined;
  try {
    context = await openContext({ connectionString: database.url, dataFolder: config.dataFolder, log: terminalLog });
    await fillNetwork(context, options);
    // The world's clock is a setting: the context that made it does not have it yet.
    await context.close();
    context = await openContext({ connectionString: database.url, dataFolder: config.dataFolder, log: terminalLog });
    const web = await buildWeb(() => tell({ zh: '正在构建网页……', en: 'Building the web app …' }));
    const server = await createServer(context, {
      host: options.host,
      port,
      secret: readSecrets(config.dataFolder).session,
      webFolder: web.folder,
      talentIndex: config.talentIndex,
      mail: { smtpUrl: config.smtpUrl, mailFrom: config.mailFrom },
    }).catch((error: unknown) => {
      throw addressFailure(error, options.host, port);
    });
    await keepPublicAddress(context.db, config.publicUrl, server.url);
    const shown = server.url.replace('127.0.0.1', 'localhost');
    tell({ zh: `\n人脉已启动：${shown}（Ctrl-C 停止）`, en: `\nRenmai is ready: ${shown} (Ctrl-C stops it)` });
    await showAccounts(context, options.host);
    await stopped;
    tell({ zh: '正在停止……', en: 'Stopping …' });
    await server.close();
  } finally {
    await context?.close();
    await supervision?.stop();
    await lock.release();
    await database.cluster?.stop();
  }
}

export function startCommand(): Command {
  const zh = terminalLocale() === 'zh';
  return new Command('start')
    .description(zh ? '启动网络：数据库、接口与网页' : 'Start the network: database, API and web app')
    .option('--host <address>', zh ? '监听的地址' : 'the address to listen on', '127.0.0.1')
    .option('--port <number>', zh ? '监听的端口' : 'the port to listen on', process.env.PORT ?? '3000')
    .option(
      '--empty',
      zh ? '没有演示数据：第一位访客设立运营者账号' : 'no demo data: the first visitor sets up the operator',
    )
    .option(
      '--members <number>',
      zh ? '演示网络的人数（仅第一次启动）' : 'people in the demo network (first start only)',
    )
    .action(start);
}

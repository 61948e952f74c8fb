#!/usr/bin/env node
// Runs on any Node >= 20: installs what is missing, then hands over to the project's own Node, which runs TypeScript.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const marker = join(root, 'node_modules', '.renmai-installed');
const chinese = /^zh/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '');

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

function isInstalled() {
  return existsSync(node) && existsSync(marker) && readFileSync(marker, 'utf8') === lockHash();
}

/** Installs exactly what the lock file names; nothing but the npm registry is asked. */
export function install() {
  if (isInstalled()) return;
  console.error(chinese ? '正在安装依赖(只需一次,约一分钟)……' : 'Installing dependencies (once, about a minute) …');
  const npm = process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, process.env.npm_execpath]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
  const [command, ...first] = npm;
  const done = spawnSync(command, [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (done.status !== 0 || !existsSync(node)) {
    console.error(
      chinese
        ? '依赖没有装好:请检查到 npm 仓库的网络,再试一次'
        : 'The dependencies were not installed: check the network to the npm registry and try again',
    );
    process.exit(1);
  }
  writeFileSync(marker, lockHash());
}

/** Runs a program of the project on its own Node, passing signals on, and exits as it does. */
export function handOver(args) {
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...args], {
    stdio: 'inherit',
    cwd: process.cwd(),
    // Types are stripped and code compiled once: the next start reads what came of it.
    env: { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'renmai'), ...process.env },
  });
  // A terminal's Ctrl-C reaches the child by itself; what is sent to this process alone is passed on.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)));
}

if (process.argv[1] && fileURLToPath(import.meta.url) === (await import('node:fs')).realpathSync(process.argv[1])) {
  install();
  handOver([join(root, 'src', 'main.ts'), ...process.argv.slice(2)]);
}

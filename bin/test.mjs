// Everything that has to hold, in one command: types, lint, boundaries, dead code, build, and every kind of test.
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './renmai.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
install();

const bin = join(root, 'node_modules', '.bin');
const env = {
  ...process.env,
  PATH: `${bin}${delimiter}${process.env.PATH}`,
  NODE_OPTIONS: '--disable-warning=ExperimentalWarning',
};
// Steps of one group run beside one another: tests that wait for a database leave half a processor to others.
const groups = [
  [['API client', 'node', 'src/server/generate-client.ts']],
  [
    ['types', 'tsc', '--noEmit', '-p', '.'],
    ['types of the web app', 'tsc', '--noEmit', '-p', 'web'],
  ],
  [['lint', 'biome', 'check', '.']],
  [['module boundaries', 'depcruise', 'src', 'world', '--config', '.dependency-cruiser.cjs']],
  [['nothing unused', 'knip', '--include', 'files,dependencies,unlisted,binaries,unresolved', '--no-config-hints']],
  [['web build', 'vite', 'build', '-c', 'web/vite.config.ts', '--logLevel', 'warn']],
  [
    ['unit and property tests', 'vitest', 'run', '--project', 'plain'],
    ['crash tests', 'vitest', 'run', '--project', 'crash'],
  ],
  [
    ['database and API tests on the embedded server', 'vitest', 'run', '--project', 'embedded'],
    ['database and API tests on a system server', 'vitest', 'run', '--project', 'system'],
  ],
  [['browser tests', 'vitest', 'run', '--project', 'browser']],
];

/** Runs a step to its end; what it prints comes at once where it runs alone, else when it is done. */
function run([name, command, ...args], alone) {
  const began = Date.now();
  const child = spawn(join(bin, command), args, {
    cwd: root,
    env,
    stdio: alone ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
  });
  const said = [];
  child.stdout?.on('data', (chunk) => said.push(chunk));
  child.stderr?.on('data', (chunk) => said.push(chunk));
  return new Promise((resolve) => {
    child.on('error', (error) => said.push(Buffer.from(String(error))));
    child.on('close', (status) => {
      process.stdout.write(Buffer.concat(said));
      console.log(`${status === 0 ? '✓' : '✗'} ${name} (${Math.round((Date.now() - began) / 1000)} s)`);
      resolve(status === 0 ? [] : [name]);
    });
  });
}

const failed = [];
for (const group of groups) {
  console.log(`\n▶ ${group.map(([name]) => name).join(', ')}`);
  failed.push(...(await Promise.all(group.map((step) => run(step, group.length === 1)))).flat());
}
console.log(failed.length === 0 ? '\nEverything holds.' : `\nFailed: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);

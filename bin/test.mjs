// Everything that has to hold, in one command: types, lint, boundaries, dead code, build, and every kind of test.
import { spawnSync } from 'node:child_process';
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
const steps = [
  ['API client', 'node', 'src/server/generate-client.ts'],
  ['types', 'tsc', '--noEmit', '-p', '.'],
  ['types of the web app', 'tsc', '--noEmit', '-p', 'web'],
  ['lint', 'biome', 'check', '.'],
  ['module boundaries', 'depcruise', 'src', 'world', '--config', '.dependency-cruiser.cjs'],
  ['nothing unused', 'knip', '--include', 'files,dependencies,unlisted,binaries,unresolved', '--no-config-hints'],
  ['web build', 'vite', 'build', '-c', 'web/vite.config.ts', '--logLevel', 'warn'],
  ['unit and property tests', 'vitest', 'run', '--project', 'plain'],
  ['database and API tests, on two servers', 'vitest', 'run', '--project', 'embedded', '--project', 'system'],
  ['crash tests', 'vitest', 'run', '--project', 'crash'],
  ['browser tests', 'vitest', 'run', '--project', 'browser'],
];

const failed = [];
for (const [name, command, ...args] of steps) {
  const began = Date.now();
  console.log(`\n▶ ${name}`);
  const { status } = spawnSync(join(bin, command), args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
  console.log(`${status === 0 ? '✓' : '✗'} ${name} (${Math.round((Date.now() - began) / 1000)} s)`);
  if (status !== 0) failed.push(name);
}
console.log(failed.length === 0 ? '\nEverything holds.' : `\nFailed: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);

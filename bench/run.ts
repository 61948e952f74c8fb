import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

// `npm run bench NAME …`: runs bench/NAME.ts with the rest of the arguments, in a process of its own.
const [name = '', ...rest] = process.argv.slice(2);
const file = join(import.meta.dirname, `${name}.ts`);
const known = readdirSync(import.meta.dirname)
  .filter((entry) => entry.endsWith('.ts') && !entry.endsWith('.test.ts') && entry !== 'run.ts')
  .map((entry) => entry.slice(0, -3));
if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
  process.stderr.write(`npm run bench NAME, where NAME is one of: ${known.join(', ')}\n`);
  process.exit(2);
}
const { status } = spawnSync(
  process.execPath,
  ['--disable-warning=ExperimentalWarning', '--max-old-space-size=6144', file, ...rest],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);

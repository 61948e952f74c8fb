import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'dist', 'web');
const stamp = join(folder, '.stamp');

function sources(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.gen.ts') && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** A hash of everything that the built web app is made from. */
function sourceHash(): string {
  const hash = createHash('sha256');
  // The page draws figures with the very code that exports draw them with.
  const charts = sources(join(root, 'src', 'insights', 'charts'));
  for (const file of [...sources(join(root, 'web')), ...charts, join(root, 'package-lock.json')]) {
    hash.update(file.slice(root.length)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

const WORTH_COMPRESSING = /\.(?:js|css|html|svg|json)$/;
const LEAST_BYTES = 1_024;

/** Lays a `.br` and a `.gz` beside each file of text, so that no request pays for it. */
function compressFiles(): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const file = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !WORTH_COMPRESSING.test(entry.name)) continue;
    const bytes = readFileSync(file);
    if (bytes.length < LEAST_BYTES) continue;
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

/** Builds the web app where it is missing or older than its sources. Returns its folder, and whether it was built now. */
export async function buildWeb(announce: () => void): Promise<{ folder: string; built: boolean }> {
  const hash = sourceHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return { folder, built: false };
  announce();
  const { build } = await import('vite');
  await build({ configFile: join(root, 'web', 'vite.config.ts'), logLevel: 'warn' });
  compressFiles();
  writeFileSync(stamp, hash);
  return { folder, built: true };
}

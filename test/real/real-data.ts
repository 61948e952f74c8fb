import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** A file of the real data that lies beside the project; fails with what to do where it is not there. */
export function realFile(path: string): string {
  const file = resolve(import.meta.dirname, '../../../shared/data', path);
  if (!existsSync(file)) {
    throw new Error(
      `The real data is missing: ${file}. These tests read ../shared/data beside the project; npm test needs none of it.`,
    );
  }
  return file;
}

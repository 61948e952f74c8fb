import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The family that the package's Noto Sans (Simplified Chinese) goes by; SIL Open Font License 1.1. */
export const PRINT_FONT = 'Noto Sans S Chinese';

const WEIGHTS = ['Regular', 'Medium', 'Bold'] as const;

/** The files of the font that PDF and PNG are set in: no font of the machine is needed, so that every machine sets the same. */
export function printFontFiles(): string[] {
  const folder = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '..', 'fonts');
  return WEIGHTS.map((weight) => join(folder, `NotoSansHans-${weight}.otf`));
}

export function printFonts(): Buffer[] {
  return printFontFiles().map((file) => readFileSync(file));
}

import { cleanLine } from './clean-text.ts';
import type { LayoutBlock } from './model.ts';

/** A line on its way into the extracted text. */
export type TextLine = { text: string; page: number; scale: number; bold: boolean; heading: boolean };

/** A line without layout. */
export function plainLine(text: string, page = 1): TextLine {
  return { text, page, scale: 1, bold: false, heading: false };
}

/** Cleans lines and joins them; more than one empty line in a row becomes one. `blocks[i]` is the i-th non-empty line. */
export function assembleLines(
  lines: readonly TextLine[],
  maxLength: number,
): { text: string; blocks: LayoutBlock[]; truncated: boolean } {
  const parts: string[] = [];
  const blocks: LayoutBlock[] = [];
  let length = 0;
  let truncated = false;
  let emptyBefore = true;
  for (const line of lines) {
    let text = cleanLine(line.text);
    const isEmpty = text.trim() === '';
    if (isEmpty && emptyBefore) continue;
    if (isEmpty) text = '';
    const room = maxLength - length;
    if (text.length > room) {
      truncated = true;
      // The cut may leave half a character of two units: cleaning drops it.
      text = cleanLine(text.slice(0, Math.max(0, room)));
      if (text === '') break;
    }
    if (!isEmpty) {
      const { page, scale, bold, heading } = line;
      blocks.push({ start: length, end: length + text.length, page, scale, bold, heading });
    }
    parts.push(text);
    length += text.length + 1;
    emptyBefore = isEmpty;
    if (truncated) break;
  }
  if (parts.at(-1) === '') parts.pop();
  return { text: parts.join('\n'), blocks, truncated };
}

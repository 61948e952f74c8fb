import { cleanLine } from './clean-text.ts';
import type { Read, Span } from './model.ts';

/** Writes out a file's fields as text, remembering where each one stands. */
export type StatedText = {
  /** Adds a value; null for what is not said. */
  write(value: unknown): Read<string> | null;
  /** Adds words that are no value: a blank, a dash, a line break. */
  glue(words: string): void;
  /** The stretch from `start` to here, without blanks at its edges. */
  since(start: number): Span;
  position(): number;
  text(): string;
};

const maxValue = 20_000;
const maxText = 400_000;

/** An empty text to write fields into. */
export function statedText(): StatedText {
  let text = '';
  const write = (value: unknown): Read<string> | null => {
    if (typeof value !== 'string' || text.length > maxText) return null;
    const clean = value
      .slice(0, maxValue)
      .split(/\r\n?|\n/)
      .map(cleanLine)
      .join('\n')
      .trim();
    if (clean === '') return null;
    const start = text.length;
    text += clean;
    return { value: clean, span: { start, end: text.length, text: clean } };
  };
  const since = (start: number): Span => {
    const words = text.slice(start);
    const trimmed = words.trim();
    const from = start + words.indexOf(trimmed);
    return { start: from, end: from + trimmed.length, text: trimmed };
  };
  return {
    write,
    glue: (words) => {
      text += words;
    },
    since,
    position: () => text.length,
    text: () => text.trimEnd(),
  };
}

const WIDE_RANGES = 'ᄀ-ᅟ⺀-鿿가-힣豈-﫿︰-﹏＀-｠￠-￦';

const WIDE = new RegExp(`[${WIDE_RANGES}]`, 'u');

/** The width of a text in pixels, near enough to place it: a Chinese character is as wide as it is high. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) {
    if (WIDE.test(character)) width += 1;
    else if (/[A-Zmw%@—–]/.test(character)) width += 0.68;
    else if (/[il.,:;'|\s]/.test(character)) width += 0.3;
    else width += 0.56;
  }
  return Math.ceil(width * size);
}

/** Signs that never begin a line, and signs that never end one (CLREQ §3.1.3). */
const CLOSING = '，。、；：？！）》〉」』】％';
const OPENING = '（《〈「『【';

const oneOf = (patterns: readonly string[]): string => `(?:${patterns.join('|')})`;

/** A number with its unit ("2023年", "1–2月"), one Chinese character, or a word. */
const PIECE = oneOf(['\\d[\\d–.,-]*[%年月日岁万元]?', `[${WIDE_RANGES}]`, `[^\\s${WIDE_RANGES}]+`]);

/** Pieces with their signs; or blanks. */
const PIECES = new RegExp(`[${OPENING}]*${PIECE}[${CLOSING}]*|\\s+`, 'gu');

/** A text cut into lines no wider than `limit` pixels: between words, or between Chinese characters; nothing is left out. */
export function wrapText(text: string, limit: number, size: number): string[] {
  const pieces = text.match(PIECES) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line.trim() !== '' && textWidth(line + piece, size) > limit) {
      lines.push(line.trim());
      line = piece.trimStart();
    } else line += piece;
  }
  if (line.trim() !== '') lines.push(line.trim());
  return lines.length > 0 ? lines : [''];
}

import * as OpenCC from 'opencc-js';

const toSimplified = OpenCC.Converter({ from: 't', to: 'cn' });
const HAN = /\p{Script=Han}/u;

/**
 * A text in which words can be compared: each code unit half-width, lower-case and, where it is a Traditional
 * character, Simplified. Every unit stays in its place, so that offsets are those of the source.
 */
export function foldKeepingOffsets(text: string): string {
  let folded = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text[i] ?? '';
    const code = unit.charCodeAt(0);
    if (code < 0x80) {
      folded += code >= 0x41 && code <= 0x5a ? unit.toLowerCase() : unit;
      continue;
    }
    // Chinese characters and their full stops have no other form.
    if ((code >= 0x4e00 && code <= 0x9fff) || code === 0x3002 || code === 0x3001) {
      folded += unit;
      continue;
    }
    const plain = unit.normalize('NFKC').toLowerCase();
    folded += plain.length === 1 ? plain : unit;
  }
  if (!HAN.test(folded)) return folded;
  const simplified = toSimplified(folded);
  return simplified.length === folded.length ? simplified : folded;
}

/** The text with its full-width signs, letters and digits half-width, each in its place: for patterns that look at case. */
export function halfWidth(text: string): string {
  return text.replaceAll(/[\uff01-\uff5e\u3000]/gu, (sign) =>
    sign === '\u3000' ? ' ' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );
}

/** The word as a key: folded, with runs of white space as one blank. */
export function normaliseWord(word: string): string {
  return foldKeepingOffsets(word).replaceAll(/\s+/gu, ' ').trim();
}

/** The language most of a text's words are in; mixed where each has a good share. */
export function detectLanguage(text: string): 'zh' | 'en' | 'mixed' {
  const chinese = (text.match(/\p{Script=Han}/gu) ?? []).length;
  const english = (text.match(/[A-Za-z]{2,}/g) ?? []).length;
  // A Chinese word is about two characters.
  const share = chinese / 2 / Math.max(1, chinese / 2 + english);
  if (chinese === 0 && english === 0) return 'zh';
  return share > 0.55 ? 'zh' : share < 0.15 ? 'en' : 'mixed';
}

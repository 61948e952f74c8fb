import { normaliseWord } from '../language/index.ts';

const RUNS = /\p{Script=Han}+|[[\p{L}\p{N}]--\p{Script=Han}][[\p{L}\p{N}+#.]--\p{Script=Han}]*/gv;
const HAN = /^\p{Script=Han}/u;

/**
 * The words of a text as the index keeps them: folded (half-width, lower case, Simplified), Latin words whole, and
 * every pair of neighbouring Han characters, so that a word of two characters such as 算法 is found wherever it
 * stands (in NLP算法工程师 too) and needs no dictionary; a Han character that stands alone is kept as it is. In order,
 * with repeats.
 */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  for (const [run] of normaliseWord(text).matchAll(RUNS)) {
    if (!HAN.test(run)) {
      const word = run.replace(/\.+$/, '');
      if (word !== '') terms.push(word.slice(0, 40));
      continue;
    }
    const characters = [...run];
    if (characters.length === 1) terms.push(run);
    for (let i = 0; i + 1 < characters.length; i++) terms.push(`${characters[i]}${characters[i + 1]}`);
  }
  return terms;
}

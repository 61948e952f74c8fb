import type { LabelIndex } from './label-index.ts';
import type { Thesaurus } from './thesaurus.ts';
import { rootOf, type TitleToken } from './title-tokens.ts';

/** Words of the labels that stand for some words of a title (a bit for each), and how near they are. */
export type Target = { readonly words: readonly number[]; readonly slots: number; readonly nearness: number };

/** A title's words as weights, and every word or phrase of the labels that may stand for them. */
export type ReadTitle = {
  readonly weights: Float64Array;
  readonly targets: readonly Target[];
  /** The single words that may stand for each single word, nearest first. */
  readonly singles: readonly (readonly Target[])[];
};

/** Near words learnt from the labels themselves. */
export type Associations = (word: number) => readonly { readonly word: number; readonly nearness: number }[];

/** How much more the head counts, and how little a word of rank. */
const HEAD = 1;
const RUNG = 0.25;
/** A word that no label has counts nearly as much as one that a single label has. */
const UNKNOWN = 0.8;
const FAMILY = 0.7;
const COMPOUND = 0.95;
/** Bits of a number are the slots of a title. */
const MOST_SLOTS = 24;
const RUNGS = new Set(
  'senior junior lead principal chief assistant associate deputy vice trainee graduate intern head certified licensed registered general main experienced qualified staff professional expert specialist 1st'.split(
    ' ',
  ),
);

/** How much each word of a title counts: how telling it is among the labels, more for the head, less for a rung. */
function weigh(tokens: readonly TitleToken[], index: LabelIndex): Float64Array {
  const most = Math.log(1 + index.rowsOfConcept.length);
  return Float64Array.from(tokens, ({ stem, isHead }) => {
    const word = index.words.get(stem);
    const telling = word === undefined ? most * UNKNOWN : (index.telling[word] ?? most);
    const head = isHead ? 1 + HEAD : 1;
    const rung = !isHead && RUNGS.has(stem) ? RUNG : 1;
    return telling * head * rung;
  });
}

/** All words of the labels, single or together, that may stand for a title's words. */
export function readTitle(
  all: readonly TitleToken[],
  index: LabelIndex,
  thesaurus: Thesaurus,
  associations: Associations,
): ReadTitle {
  const tokens = all.slice(0, MOST_SLOTS);
  const stems = tokens.map((token) => token.stem);
  const best = new Map<string, Target>();
  const add = (words: readonly number[], slots: number, nearness: number) => {
    const key = `${slots}:${[...words].sort((a, b) => a - b).join()}`;
    if (nearness > (best.get(key)?.nearness ?? 0)) best.set(key, { words, slots, nearness });
  };
  const addPhrase = (phrase: readonly string[], slots: number, nearness: number) => {
    const words = phrase.map((stem) => index.words.get(stem));
    if (words.every((word) => word !== undefined)) add(words, slots, nearness);
  };
  for (const [at, stem] of stems.entries()) {
    const slot = 1 << at;
    const word = index.words.get(stem);
    if (word !== undefined) {
      add([word], slot, 1);
      for (const near of associations(word)) add([near.word], slot, near.nearness);
    }
    for (const sibling of index.families.get(rootOf(stem)) ?? []) if (sibling !== word) add([sibling], slot, FAMILY);
    for (let cut = 3; cut <= stem.length - 3; cut++) addPhrase([stem.slice(0, cut), stem.slice(cut)], slot, COMPOUND);
    for (let length = 1; length <= thesaurus.longest && at + length <= stems.length; length++) {
      const slots = ((1 << length) - 1) << at;
      const phrase = stems.slice(at, at + length);
      if (length === 2) addPhrase([phrase.join('')], slots, COMPOUND);
      for (const { stems: other, nearness } of thesaurus.alternatives.get(phrase.join(' ')) ?? [])
        addPhrase(other, slots, nearness);
    }
  }
  const targets = [...best.values()];
  const singles = tokens.map((_, at) =>
    targets
      .filter((target) => target.slots === 1 << at && target.words.length === 1)
      .sort((a, b) => b.nearness - a.nearness || (a.words[0] ?? 0) - (b.words[0] ?? 0)),
  );
  return { weights: weigh(tokens, index), targets, singles };
}

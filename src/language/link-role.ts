import { linkWord } from './find-mentions.ts';
import { roles } from './lexicon.ts';
import type { Named } from './model.ts';
import { foldKeepingOffsets, normaliseWord } from './normalise.ts';

const BRACKETS = /[((【[][^))】\]]*[))】\]]/gu;
const RUNG =
  /(高级|资深|初级|中级|首席|实习生?|助理|兼职|全职|急聘|急招|诚聘|招聘|储备|senior|junior|sr\.?|jr\.?|staff|principal|lead(?=\s)|chief|entry[- ]level|mid[- ]level|\bi{1,3}\b|\biv\b)/giu;
const TAIL = /[-–—_/+,,;;|].*$/u;
const LEAST = 0.55;

function grams(word: string): Set<string> {
  const result = new Set<string>();
  if (/\p{Script=Han}/u.test(word)) {
    const plain = word.replaceAll(/\s/gu, '');
    for (let i = 0; i + 1 < plain.length; i++) result.add(plain.slice(i, i + 2));
  } else {
    for (const token of word.split(/[^a-z0-9+#.]+/u)) if (token.length > 1) result.add(token);
  }
  return result;
}

type Candidate = { readonly id: string; readonly grams: Set<string> };
type Index = {
  readonly candidates: readonly Candidate[];
  readonly byGram: Map<string, number[]>;
  readonly weight: Map<string, number>;
};

let cached: Index | undefined;

/** Every name of every role by its character pairs or words, and how telling each of these is (inverse document frequency). */
function index(): Index {
  if (cached) return cached;
  const candidates: Candidate[] = [];
  const byGram = new Map<string, number[]>();
  const names = (role: Named) => new Set([role.zh, role.en, ...role.aliases].map(normaliseWord));
  for (const role of roles()) {
    for (const name of names(role)) {
      const own = grams(name);
      if (own.size === 0) continue;
      for (const gram of own) byGram.set(gram, [...(byGram.get(gram) ?? []), candidates.length]);
      candidates.push({ id: role.id, grams: own });
    }
  }
  const weight = new Map([...byGram].map(([gram, where]) => [gram, Math.log(1 + candidates.length / where.length)]));
  cached = { candidates, byGram, weight };
  return cached;
}

const sumOf = (of: Iterable<string>, weight: Map<string, number>, unknown: number): number => {
  let sum = 0;
  for (const gram of of) sum += weight.get(gram) ?? unknown;
  return sum;
};

function nearest(word: string): { id: string; score: number } | null {
  const { candidates, byGram, weight } = index();
  const own = grams(word);
  if (own.size === 0) return null;
  const unknown = 3;
  const ownSum = sumOf(own, weight, unknown);
  const shared = new Map<number, number>();
  for (const gram of own)
    for (const at of byGram.get(gram) ?? []) shared.set(at, (shared.get(at) ?? 0) + (weight.get(gram) ?? 0));
  let best: { id: string; score: number } | null = null;
  for (const [at, sum] of shared) {
    const candidate = candidates[at];
    if (!candidate) continue;
    const score = (2 * sum) / (ownSum + sumOf(candidate.grams, weight, unknown));
    if (score > (best?.score ?? 0)) best = { id: candidate.id, score };
  }
  return best && best.score >= LEAST ? best : null;
}

/**
 * The normalised role of a title that somebody wrote: its exact name, else its name without rung, brackets and what
 * follows a dash, else the name that shares the most telling character pairs (Dice's coefficient, weighted), if it
 * shares enough. `score` is 1 for an exact name. Null where no role is near.
 */
export function linkRole(title: string): { id: string; score: number } | null {
  const folded = foldKeepingOffsets(title).trim();
  const unbracketed = folded.replaceAll(BRACKETS, ' ').trim();
  const short = unbracketed.replace(TAIL, '').trim();
  for (const form of [
    folded,
    unbracketed,
    short,
    short.replaceAll(RUNG, '').trim(),
    unbracketed.replaceAll(RUNG, '').trim(),
  ]) {
    const id = form === '' ? null : linkWord('role', form);
    if (id) return { id, score: 1 };
  }
  return nearest(short.replaceAll(RUNG, ' ').trim()) ?? nearest(unbracketed.replaceAll(RUNG, ' ').trim());
}

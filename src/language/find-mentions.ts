import { cities, findSkill, industries, roles, schools, skills } from './lexicon.ts';
import type { Mention, MentionKind, Named } from './model.ts';
import { foldKeepingOffsets, normaliseWord } from './normalise.ts';
import { createMatcher, type Match } from './word-matcher.ts';

type Word = { readonly kind: MentionKind; readonly id: string; readonly ambiguous: boolean };

const NEAR = 60;
/** Words after which even an ambiguous name is what a person knows: "熟悉 Go", "proficient in R". */
const KNOWING =
  /(精通|熟悉|熟练|掌握|了解|使用|擅长|会用|基于|语言|proficien|experience|knowledge|skills?|using|familiar|written in|program)/u;
const LIST_BEFORE = /[、,,/|;;((]\s*$/u;
const LIST_AFTER = /^\s*[、,,/|;;))]/u;

function wordsOf(entry: Named): string[] {
  return [...new Set([entry.zh, entry.en, ...entry.aliases].map(normaliseWord))];
}

function* vocabulary(): Generator<readonly [string, Word]> {
  for (const skill of skills()) {
    const ambiguous = new Set([...skill.ambiguous].map(normaliseWord));
    for (const word of wordsOf(skill)) yield [word, { kind: 'skill', id: skill.id, ambiguous: ambiguous.has(word) }];
  }
  const plain: [MentionKind, readonly Named[]][] = [
    ['role', roles()],
    ['city', cities()],
    ['industry', industries()],
    ['school', schools()],
  ];
  for (const [kind, entries] of plain) {
    for (const entry of entries)
      for (const word of wordsOf(entry)) yield [word, { kind, id: entry.id, ambiguous: false }];
  }
}

const matchers = new Map<string, (text: string) => Match<Word>[]>();

/** One matcher for a set of kinds: a skill's name inside a role's (算法工程师) is a skill only where roles are not asked for. */
function matcherFor(kinds: readonly MentionKind[]): (text: string) => Match<Word>[] {
  const key = [...kinds].sort().join();
  let matcher = matchers.get(key);
  if (!matcher) {
    matcher = createMatcher([...vocabulary()].filter(([, word]) => kinds.includes(word.kind)));
    matchers.set(key, matcher);
  }
  return matcher;
}

function isMeant(word: Word, match: Match<Word>, folded: string, certain: readonly Match<Word>[]): boolean {
  if (!word.ambiguous) return true;
  const before = folded.slice(Math.max(0, match.start - 24), match.start);
  const after = folded.slice(match.end, match.end + 12);
  const category = findSkill(word.id)?.category;
  const hasNeighbour = certain.some(
    (other) =>
      Math.abs(other.start - match.start) < NEAR &&
      other.values.some((value) => value.kind === 'skill' && findSkill(value.id)?.category === category),
  );
  return (
    hasNeighbour && (KNOWING.test(before) || LIST_BEFORE.test(before) || LIST_AFTER.test(after) || KNOWING.test(after))
  );
}

/**
 * Every entry of the lexicons that a text names, from left to right, each with its span. A name that is also an
 * ordinary word (Go, R, Spring) counts only where it stands in a list or after "familiar with", near a certain
 * name of the same trade. Linear in the text.
 */
export function findMentions(text: string, kinds: readonly MentionKind[] = ['skill']): Mention[] {
  const folded = foldKeepingOffsets(text);
  const matches = matcherFor(kinds)(folded);
  const certain = matches.filter((match) => match.values.some((word) => !word.ambiguous));
  return matches.flatMap((match) =>
    match.values
      .filter((word) => isMeant(word, match, folded, certain))
      .map((word) => ({
        kind: word.kind,
        id: word.id,
        start: match.start,
        end: match.end,
        text: text.slice(match.start, match.end),
      })),
  );
}

const exact = new Map<MentionKind, Map<string, string>>();

/** The entry whose name is just this word; null where there is none. */
export function linkWord(kind: MentionKind, word: string): string | null {
  let index = exact.get(kind);
  if (!index) {
    index = new Map();
    for (const [name, entry] of vocabulary()) if (entry.kind === kind && !index.has(name)) index.set(name, entry.id);
    exact.set(kind, index);
  }
  return index.get(normaliseWord(word)) ?? null;
}

export const linkSkill = (name: string): string | null => linkWord('skill', name);
export const linkIndustry = (name: string): string | null =>
  linkWord('industry', name.replace(/行业$|业$/u, '')) ?? linkWord('industry', name);
export function linkSchool(name: string): string | null {
  return linkWord('school', name) ?? findMentions(name, ['school'])[0]?.id ?? null;
}

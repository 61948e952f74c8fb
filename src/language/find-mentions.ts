import { broadIndustry, cities, findSkill, industries, roles, schools, skills } from './lexicon.ts';
import type { Mention, MentionKind, Named } from './model.ts';
import { foldKeepingOffsets, normaliseWord } from './normalise.ts';
import { createMatcher, type Match } from './word-matcher.ts';

type Word = {
  readonly kind: MentionKind;
  readonly id: string;
  readonly ambiguous: boolean;
  /** Written in capitals: "his future" does not name the system HIS. */
  readonly capitals: boolean;
};

const NEAR = 60;
/** Words after which even an ambiguous name is what a person knows: "熟悉 Go", "proficient in R". */
const KNOWING =
  /(精通|熟悉|熟练|掌握|了解|使用|擅长|会用|基于|语言|proficien|experience|knowledge|skills?|using|familiar|written in|program)/u;
const LIST_BEFORE = /(?:[、,/|;(&和与或及]|\b(?:and|or))\s*$/u;
const LIST_AFTER = /^\s*(?:[、,/|;)&和与或及]|(?:and|or)\b)/u;
/** Directly before or behind an ambiguous name, these leave no doubt: "精通 R,", "Go developer". */
const KNOWS_IT =
  /(?:精通|熟悉|熟练(?:掌握|使用|运用)?|掌握|擅长|proficien(?:t|cy) (?:in|with)|experience (?:in|with)|knowledge of|fluen(?:t|cy) in|skilled in|skills in|written in|familiar with)\s*$/u;
const ITS_TRADE =
  /^\s{0,2}(?:语言|开发(?!区)|后端|工程师|程序员|框架|脚本|微服务|developers?\b|engineers?\b|programm(?:ing|er)s?\b|backend\b|framework\b|boot\b|scripts?\b|packages?\b|language\b)/u;
const ENDS_THERE = /^\s*(?:$|[、,/|;).。\n和与或及]|(?:and|or)\b)/u;
/** "excel at": a verb. */
const AS_VERB = /^\s(?:at|in (?:a|the|all|this|your)|as)\b/u;

const CAPITALS = /^[A-Z][A-Z0-9&/+-]+$/u;
const HAN_NAME = /^\p{Script=Han}{2,3}$/u;
/** Characters on both sides of a short Chinese name in which its neighbours' words are looked for. */
const AROUND = 6;
/** Words that the segmenter's dictionary cuts in two. */
const WHOLE_WORDS = /(?:自动|智能|信息|数字|标准|可视|规范|国产)化|[互物]联网|精选/gu;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

function wordsOf(entry: Named): string[] {
  return [...new Set([entry.zh, entry.en, ...entry.aliases].map(normaliseWord))];
}

function* vocabulary(): Generator<readonly [string, Word]> {
  for (const skill of skills()) {
    const ambiguous = new Set([...skill.ambiguous].map(normaliseWord));
    const capitals = new Set([...skill.ambiguous].filter((word) => CAPITALS.test(word)).map(normaliseWord));
    for (const word of wordsOf(skill))
      yield [word, { kind: 'skill', id: skill.id, ambiguous: ambiguous.has(word), capitals: capitals.has(word) }];
  }
  const plain: [MentionKind, readonly Named[]][] = [
    ['role', roles()],
    ['city', cities()],
    ['industry', industries()],
    ['school', schools()],
  ];
  for (const [kind, entries] of plain) {
    for (const entry of entries)
      for (const word of wordsOf(entry)) yield [word, { kind, id: entry.id, ambiguous: false, capitals: false }];
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

/**
 * Whether a short Chinese name lies across two other words: 化工 in 自动化工具, 助产 in 协助产品. The words are those
 * of the Unicode segmenter's dictionary; a name that keeps one edge of them stands.
 */
function liesAcross(match: Match<Word>, folded: string): boolean {
  if (!HAN_NAME.test(folded.slice(match.start, match.end))) return false;
  const from = Math.max(0, match.start - AROUND);
  const window = folded.slice(from, match.end + AROUND);
  for (const whole of window.matchAll(WHOLE_WORDS)) {
    const end = from + whole.index + whole[0].length;
    if (from + whole.index < match.start && match.start < end && end < match.end) return true;
  }
  let startsWord = false;
  let endsWord = false;
  for (const { index, segment } of segmenter.segment(window)) {
    if (from + index === match.start) startsWord = true;
    if (from + index + segment.length === match.end) endsWord = true;
  }
  return !startsWord && !endsWord;
}

const LATIN = /[A-Za-z]/u;
/** A name in capitals that is written small stands only where it is no word of a sentence: "java, rest, sql". */
function isSmallWord(match: Match<Word>, text: string): boolean {
  if (text.slice(match.start, match.end) !== text.slice(match.start, match.end).toLowerCase()) return false;
  const before =
    text
      .slice(Math.max(0, match.start - 2), match.start)
      .trim()
      .at(-1) ?? '';
  const after =
    text
      .slice(match.end, match.end + 2)
      .trim()
      .at(0) ?? '';
  return LATIN.test(before) || LATIN.test(after);
}

function isMeant(
  word: Word,
  match: Match<Word>,
  folded: string,
  text: string,
  certain: readonly Match<Word>[],
): boolean {
  if (word.id === 'excel' && AS_VERB.test(folded.slice(match.end, match.end + 12))) return false;
  if (!word.ambiguous) return true;
  if (word.capitals && isSmallWord(match, text)) return false;
  const before = folded.slice(Math.max(0, match.start - 24), match.start);
  const after = folded.slice(match.end, match.end + 12);
  if (ITS_TRADE.test(after) || (KNOWS_IT.test(before) && ENDS_THERE.test(after))) return true;
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
  const matches = matcherFor(kinds)(folded).filter((match) => !liesAcross(match, folded));
  const certain = matches.filter((match) => match.values.some((word) => !word.ambiguous));
  return matches.flatMap((match) =>
    match.values
      .filter((word) => isMeant(word, match, folded, text, certain))
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
/** The broad industry of an employer's own words for it: figures count employers by these. */
export function linkIndustry(name: string): string | null {
  const id = linkWord('industry', name) ?? linkWord('industry', name.replace(/行业$|业$/u, ''));
  return id && broadIndustry(id);
}
export function linkSchool(name: string): string | null {
  return linkWord('school', name) ?? findMentions(name, ['school'])[0]?.id ?? null;
}

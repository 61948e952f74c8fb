import { findMentions } from './find-mentions.ts';
import { findSkill } from './lexicon.ts';
import type { Span } from './model.ts';

/** Trades whose skills are things that one knows (a tool, a language, a field) rather than ways in which one works. */
const KNOWN = new Set(
  'software data ai hardware engineering biomedicine languages design product manufacturing chips games automotive'.split(
    ' ',
  ),
);
/** Words that go on with the name before them: "Kubernetes environments", "CI/CD pipelines". */
const GOES_ON =
  /^(?:[ -](?:pipelines?|environments?|frameworks?|technologies|services|tools|tooling|programming|development|methodolog(?:y|ies)|applications?|platforms?|scripting|databases?|architectures?|principles|concepts|certifications?|\d+(?:\.\d+)?))+(?![\p{L}\p{N}])/iu;
const DEGREE =
  /\b(?:(?:bachelor|master)(?:['’]s)?(?: degree)?|(?:bs|ba|bsc|msc|ms|b\.s\.|m\.s\.)(?:\s?\/\s?(?:bs|ba|ms|msc))?(?: degree)|ph\.?d)(?: in (?:[a-z]+ ){0,3}[a-z]+)?/giu;

const spanAt = (text: string, start: number, end: number): Span => ({ start, end, text: text.slice(start, end) });

/**
 * What a posting's text asks people to know: names of the lexicon's tools, languages and fields with the word that goes on
 * with them, and degrees; ways of working (communication, leadership) are not among them. No two overlap.
 */
export function findKnowledge(text: string): Span[] {
  const named = findMentions(text, ['skill'])
    .filter(({ id }) => KNOWN.has(findSkill(id)?.category ?? ''))
    .map(({ start, end }) => spanAt(text, start, end + (GOES_ON.exec(text.slice(end, end + 60))?.[0].length ?? 0)));
  const degrees = [...text.matchAll(DEGREE)].map((match) => spanAt(text, match.index, match.index + match[0].length));
  const found: Span[] = [];
  for (const span of [...named, ...degrees].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = found.at(-1);
    if (!last || span.start >= last.end) found.push(span);
  }
  return found;
}

import { findMentions } from './find-mentions.ts';
import { findKnowledge } from './knowledge-spans.ts';
import type { Mention, Span } from './model.ts';
import { readRoleBrief } from './role-brief.ts';
import type { RoleBrief } from './role-brief-model.ts';

/** A role brief with the text it was read from and everything of the lexicons that the text names. */
export type PostingReading = RoleBrief & {
  readonly mentions: readonly Mention[];
  /** Tools, languages, fields and degrees that people are to know. */
  readonly knowledge: readonly Span[];
  readonly sourceText: string;
};

/** Reads a job description: the brief, and every skill, role, city, industry and school named, with spans of `sourceText`. */
export function readPosting(text: string): PostingReading {
  return {
    ...readRoleBrief(text),
    mentions: (['role', 'skill', 'industry', 'city', 'school'] as const)
      .flatMap((kind) => findMentions(text, [kind]))
      .sort((a, b) => a.start - b.start || a.kind.localeCompare(b.kind) || a.id.localeCompare(b.id)),
    knowledge: findKnowledge(text),
    sourceText: text,
  };
}

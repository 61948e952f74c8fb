import { findMentions } from './find-mentions.ts';
import type { Mention } from './model.ts';
import { readRoleBrief } from './role-brief.ts';
import type { RoleBrief } from './role-brief-model.ts';

/** A role brief with the text it was read from and everything of the lexicons that the text names. */
export type PostingReading = RoleBrief & { readonly mentions: readonly Mention[]; readonly sourceText: string };

/** Reads a job description: the brief, and every skill, role, city, industry and school named, with spans of `sourceText`. */
export function readPosting(text: string): PostingReading {
  return {
    ...readRoleBrief(text),
    mentions: (['role', 'skill', 'industry', 'city', 'school'] as const)
      .flatMap((kind) => findMentions(text, [kind]))
      .sort((a, b) => a.start - b.start || a.kind.localeCompare(b.kind) || a.id.localeCompare(b.id)),
    sourceText: text,
  };
}

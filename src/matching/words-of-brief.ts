import { findMentions, type RoleBrief } from '../language/index.ts';
import { termsOf } from './terms.ts';

const BOILERPLATE = /^(?:\d+|and|or|the|of|in|to|with|for|on|an|at|is|we|you|our|will|what|who|as|by|are|that)$/;

/**
 * The words of a brief's text that say something beside what was read from it: names in the lexicons are left out, as
 * they count as skills, role, place; so are unlawful wishes, which must not rank anybody.
 */
export function wordsOfBrief(brief: RoleBrief, text: string): string[] {
  const hidden = [
    ...findMentions(text, ['skill', 'role', 'city', 'school', 'industry']).map(({ start, end }) => ({ start, end })),
    ...brief.unlawful.map(({ span }) => span),
  ];
  const units = text.split('');
  for (const { start, end } of hidden) units.fill('\n', start, end);
  const terms = termsOf(units.join('')).filter((term) => term.length > 1 && !BOILERPLATE.test(term));
  return [...new Set(terms)];
}

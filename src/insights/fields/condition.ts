import { roles, skills } from '../../language/index.ts';
import type { Condition } from '../model.ts';

/** A part of a condition that is decided for each row once, when the warehouse takes the row in. */
export type Term = { readonly kind: 'skill' | 'keyword'; readonly value: string };

/** What a condition is decided on: a posting, a person or a post. */
export type Facts = {
  readonly skills: ReadonlySet<string>;
  /** Everything written about it; case does not matter. */
  readonly words: string;
  readonly roleId: string | null;
  readonly industryId: string | null;
};

const LATIN = /[a-z0-9\u00c0-\u024f]/u;

/** A text in which keywords are looked for: lower-case, half-width. */
export function foldWords(text: string): string {
  return (/[\uff01-\uff5e]/u.test(text) ? text.normalize('NFKC') : text).toLowerCase();
}

/** Whether a folded text has the folded keyword, not inside a longer Latin word: "AI" is not in "MAIN", "C" not in "C++". */
export function says(folded: string, keyword: string): boolean {
  if (keyword === '') return false;
  for (let at = folded.indexOf(keyword); at >= 0; at = folded.indexOf(keyword, at + 1)) {
    const [before = '', after = ''] = [folded[at - 1], folded[at + keyword.length]];
    const [first = '', last = ''] = [keyword[0], keyword.at(-1)];
    const startsWord = !(LATIN.test(before) && LATIN.test(first));
    const endsWord = !(LATIN.test(last) && (LATIN.test(after) || after === '+' || after === '#'));
    if (startsWord && endsWord) return true;
  }
  return false;
}

/** The skill and everything under it in the lexicon; a skill that the lexicon does not know stands alone. */
export function skillsUnder(id: string): ReadonlySet<string> {
  const found = new Set([id]);
  for (let size = 0; size !== found.size; ) {
    size = found.size;
    for (const skill of skills()) if (skill.parents.some((parent) => found.has(parent))) found.add(skill.id);
  }
  return found;
}

/** The role, or the roles of a family of that name. */
export function rolesUnder(id: string): readonly string[] {
  const found = roles().filter((role) => role.id === id || role.family === id);
  return found.length > 0 ? found.map((role) => role.id) : [id];
}

/** One name for each term, whatever its case: `keyword:aigc`. */
export function termKey(term: Term): string {
  return `${term.kind}:${term.kind === 'keyword' ? foldWords(term.value.trim()) : term.value}`;
}

/** The skills and keywords that the condition names, each once. */
export function termsOf(condition: Condition): Term[] {
  const found = new Map<string, Term>();
  const visit = (part: Condition): void => {
    if ('all' in part) part.all.forEach(visit);
    else if ('any' in part) part.any.forEach(visit);
    else if ('not' in part) visit(part.not);
    else if ('skill' in part)
      found.set(termKey({ kind: 'skill', value: part.skill }), { kind: 'skill', value: part.skill });
    else if ('keyword' in part) {
      const value = foldWords(part.keyword.trim());
      found.set(termKey({ kind: 'keyword', value }), { kind: 'keyword', value });
    }
  };
  visit(condition);
  return [...found.values()];
}

/** Whether the condition holds, decided word by word: what the SQL made from it is held to. */
export function holds(condition: Condition, facts: Facts): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, facts));
  if ('any' in condition) return condition.any.some((part) => holds(part, facts));
  if ('not' in condition) return !holds(condition.not, facts);
  if ('skill' in condition) return [...skillsUnder(condition.skill)].some((id) => facts.skills.has(id));
  if ('keyword' in condition) return says(foldWords(facts.words), foldWords(condition.keyword.trim()));
  if ('role' in condition) return facts.roleId !== null && rolesUnder(condition.role).includes(facts.roleId);
  return condition.industry === facts.industryId;
}

import { findSkill, normaliseWord } from '../../language/index.ts';
import type { Person } from '../../talent/index.ts';
import { termsOf } from '../terms.ts';
import { withoutProtected } from './without-protected.ts';

/**
 * How much a word says, by where it stands, and how long that place usually is. The usual lengths are constants and
 * not averages of the network, so that what one profile says does not depend on all the others.
 */
const FIELDS = {
  title: { weight: 2.2, usual: 14 },
  skills: { weight: 2, usual: 24 },
  headline: { weight: 1.2, usual: 12 },
  company: { weight: 0.8, usual: 16 },
  prose: { weight: 1, usual: 140 },
} as const;
type Field = keyof typeof FIELDS;

const B = 0.6;
const K1 = 1.4;

/** The texts of each field. No name of a person, no school, and nothing that must not count: words cannot tell who somebody is. */
function fieldsOf(person: Person): Record<Field, string[]> {
  const { positions, skills, member } = person;
  return {
    title: positions.map((row) => row.title),
    skills: skills.flatMap(({ skill }) => [findSkill(skill)?.zh ?? skill, findSkill(skill)?.en ?? '']),
    headline: [withoutProtected(member.headline)],
    company: positions.map((row) => row.company_name),
    prose: [...positions.map((row) => row.description), member.summary].map(withoutProtected),
  };
}

/** Every text of a profile in which words are looked for. */
export const textsOf = (person: Person): string[] => Object.values(fieldsOf(person)).flat();

/**
 * Names of sets that a search may ask for and no score looks at: the words of titles and of companies, listed skills
 * that no lexicon knows, and whether the hoped-for pay may be used in statistics.
 */
export function marksOf(person: Person): string[] {
  const { title, company } = fieldsOf(person);
  const marks = new Set<string>();
  for (const term of title.flatMap(termsOf)) marks.add(`title~${term}`);
  for (const term of company.flatMap(termsOf)) marks.add(`company~${term}`);
  for (const { skill } of person.skills) if (!findSkill(skill)) marks.add(`called:${normaliseWord(skill)}`);
  if (person.preference?.share_pay) marks.add('shares-pay');
  return [...marks];
}

/**
 * How much each word says in a profile, 1 to 255: BM25F (Robertson, Zaragoza and Taylor 2004), its saturated and
 * length-normalised frequency without the word's rarity, which is known only when somebody asks.
 */
export function impactsOf(person: Person): Map<string, number> {
  const frequencies = new Map<string, number>();
  for (const [field, texts] of Object.entries(fieldsOf(person)) as [Field, string[]][]) {
    const terms = texts.flatMap(termsOf);
    const { weight, usual } = FIELDS[field];
    const each = weight / (1 - B + (B * terms.length) / usual);
    for (const term of terms) frequencies.set(term, (frequencies.get(term) ?? 0) + each);
  }
  for (const [term, frequency] of frequencies) {
    frequencies.set(term, Math.max(1, Math.min(255, Math.round((255 * frequency) / (K1 + frequency)))));
  }
  return frequencies;
}

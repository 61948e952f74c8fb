import { findSkill } from '../../language/index.ts';
import type { Person } from '../../talent/index.ts';
import { termsOf } from '../terms.ts';

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

/** The words of each field. No name of a person, and no school: words cannot tell who somebody is, or where they studied. */
function fieldsOf(person: Person): Record<Field, string> {
  const { positions, skills, member } = person;
  return {
    title: positions.map((row) => row.title).join('\n'),
    skills: skills.flatMap(({ skill }) => [findSkill(skill)?.zh ?? skill, findSkill(skill)?.en ?? '']).join('\n'),
    headline: member.headline,
    company: positions.map((row) => row.company_name).join('\n'),
    prose: [...positions.map((row) => row.description), member.summary].join('\n'),
  };
}

/**
 * How much each word says in a profile, 1 to 255: BM25F (Robertson, Zaragoza and Taylor 2004), its saturated and
 * length-normalised frequency without the word's rarity, which is known only when somebody asks.
 */
export function impactsOf(person: Person): Map<string, number> {
  const frequencies = new Map<string, number>();
  for (const [field, text] of Object.entries(fieldsOf(person)) as [Field, string][]) {
    const terms = termsOf(text);
    const { weight, usual } = FIELDS[field];
    const each = weight / (1 - B + (B * terms.length) / usual);
    for (const term of terms) frequencies.set(term, (frequencies.get(term) ?? 0) + each);
  }
  for (const [term, frequency] of frequencies) {
    frequencies.set(term, Math.max(1, Math.min(255, Math.round((255 * frequency) / (K1 + frequency)))));
  }
  return frequencies;
}

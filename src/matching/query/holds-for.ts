import { normaliseWord } from '../../language/index.ts';
import type { Person } from '../../talent/index.ts';
import type { Candidate } from '../talent-index/candidate.ts';
import { setsOf } from '../talent-index/index-state.ts';
import type { MatchProfile } from '../talent-index/profile.ts';
import { marksOf, textsOf } from '../talent-index/words-of.ts';
import { termsOf } from '../terms.ts';
import type { Condition, Query, Where } from './query-model.ts';

const HAN_ALONE = /^\p{Script=Han}$/u;

/** A person's rows, ready to be asked terms. */
export type Asked = {
  readonly sets: ReadonlySet<string>;
  /** The words of each text, in order, by where the text stands. */
  readonly texts: Readonly<Record<Where, readonly (readonly string[])[]>>;
  readonly years: number;
  readonly schools: readonly { readonly id: string | null; readonly name: string }[];
};

/** A person's rows made ready: the slow part, once for however many queries. */
export function readyFor(person: Person, profile: MatchProfile, candidate: Candidate): Asked {
  const words = (texts: readonly string[]) => texts.map(termsOf);
  return {
    sets: new Set([...setsOf(profile), ...marksOf(person)]),
    texts: {
      anywhere: words(textsOf(person)),
      title: words(person.positions.map((row) => row.title)),
      company: words(person.positions.map((row) => row.company_name)),
    },
    years: candidate.years,
    schools: person.education.map((row) => ({ id: row.school_id, name: normaliseWord(row.school_name) })),
  };
}

/** Whether the words stand next to one another in a text. */
function standsIn(text: readonly string[], { terms, prefix }: Condition & { readonly kind: 'words' }): boolean {
  const isWord = (wanted: string, n: number, has: string | undefined): boolean => {
    if (has === undefined) return false;
    if (HAN_ALONE.test(wanted)) return has.includes(wanted);
    return prefix && n === terms.length - 1 ? has.startsWith(wanted) : has === wanted;
  };
  return text.some((_, from) => terms.every((wanted, n) => isWord(wanted, n, text[from + n])));
}

function meets(read: Asked, condition: Condition): boolean {
  switch (condition.kind) {
    case 'words':
      return (
        condition.sets.some((name) => read.sets.has(name)) ||
        read.texts[condition.where].some((text) => standsIn(text, condition))
      );
    case 'sets':
      return condition.sets.some((name) => read.sets.has(name));
    case 'years':
      return read.years >= condition.min && read.years <= condition.max;
    case 'school':
      return read.schools.some(({ id, name }) =>
        condition.schoolId === null ? name === condition.name : id === condition.schoolId,
      );
  }
}

/** Whether a query holds for somebody, by their rows alone: what decides who is shown. */
export function holdsFor(query: Query, asked: Asked): boolean {
  if (query.kind === 'term') return meets(asked, query.condition);
  if (query.kind === 'not') return !holdsFor(query.part, asked);
  return query.kind === 'and'
    ? query.parts.every((part) => holdsFor(part, asked))
    : query.parts.some((part) => holdsFor(part, asked));
}

import { DEGREES, detectLanguage, type RoleBrief } from '../../language/index.ts';
import { type Query, type Term, termsIn } from './query-model.ts';

const BLANK: RoleBrief = {
  language: 'mixed',
  title: null,
  roleId: null,
  seniority: null,
  mustSkills: [],
  niceSkills: [],
  cityIds: [],
  remote: null,
  years: null,
  degree: null,
  preferredDegree: null,
  pay: null,
  managesPeople: null,
  peopleManaged: null,
  industryIds: [],
  companiesFrom: [],
  companiesNot: [],
  unlawful: [],
};

/** A brief that asks for nothing. */
export const blankBrief = (): RoleBrief => BLANK;

const plain = <T>(value: T) => ({ value, span: null });

/** The terms that a query asks for, and not the ones that it rules out. */
export function wantedIn(query: Query, wanted = true): Term[] {
  if (query.kind === 'term') return wanted ? [query] : [];
  if (query.kind === 'not') return wantedIn(query.part, !wanted);
  return query.parts.flatMap((part) => wantedIn(part, wanted));
}

/** What everybody who is found has to meet: the parts that are joined by AND at the top. */
const needed = (query: Query): readonly Query[] => (query.kind === 'and' ? query.parts.flatMap(needed) : [query]);

const setsIn = (term: Term): readonly string[] =>
  term.condition.kind === 'words' || term.condition.kind === 'sets' ? term.condition.sets : [];

function idsOf(terms: readonly Term[], ...kinds: readonly string[]): string[] {
  const ids = terms.flatMap(setsIn).flatMap((name) => {
    const [kind = '', id = ''] = name.split(':');
    return kinds.includes(kind) ? [id] : [];
  });
  return [...new Set(ids)];
}

/** The cities, where every way of meeting this part names one. */
function citiesOf(part: Query): string[] {
  const terms = part.kind === 'not' ? [] : termsIn(part);
  return terms.every((term) => setsIn(term).some((name) => name.startsWith('home:'))) ? idsOf(terms, 'home') : [];
}

/**
 * The brief that a Boolean search amounts to, by which those whom it finds are ranked: the skills and roles that it
 * names, and the place, years and degree that all of them must meet. What it rules out ranks nobody.
 */
export function briefOfQuery(query: Query, source: string): RoleBrief {
  const must = needed(query);
  const mustTerms = must.filter((part) => part.kind === 'term');
  const wanted = wantedIn(query);
  const mustSkills = idsOf(mustTerms, 'has', 'skill');
  const niceSkills = idsOf(wanted, 'has', 'skill').filter((id) => !mustSkills.includes(id));
  const years = mustTerms.flatMap(({ condition }) => (condition.kind === 'years' ? [condition] : []))[0];
  const degrees = new Set(idsOf(mustTerms, 'degree'));
  const degree = degrees.has('doctor') ? DEGREES.find((id) => degrees.has(id)) : undefined;
  return {
    ...BLANK,
    language: detectLanguage(source),
    roleId: idsOf(mustTerms, 'role')[0] ?? idsOf(wanted, 'role')[0] ?? null,
    mustSkills: mustSkills.slice(0, 60).map(plain),
    niceSkills: niceSkills.slice(0, 60).map(plain),
    cityIds: must.flatMap(citiesOf).slice(0, 20).map(plain),
    years: years ? plain({ min: Math.ceil(years.min), max: years.max >= 60 ? null : Math.floor(years.max) }) : null,
    degree: degree ? plain(degree) : null,
  };
}

/** The words of a query that no lexicon knows: they rank by how much they say in a profile. */
export function wordsOfQuery(query: Query): string[] {
  return [
    ...new Set(
      wantedIn(query).flatMap(({ condition }) =>
        condition.kind === 'words' && condition.sets.length === 0 && condition.where !== 'company'
          ? condition.terms
          : [],
      ),
    ),
  ];
}

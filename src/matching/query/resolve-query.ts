import { companies, normaliseCompanyName, normaliseWord } from '../../language/index.ts';
import type { Context } from '../../platform/index.ts';
import { companiesByName } from '../../talent/index.ts';
import { membersOfSchool } from '../store.ts';
import { mapTerms, type Query, termsIn } from './query-model.ts';

/** The other names of a company that the lexicon knows by this one. */
function namesOf(name: string): string[] {
  const folded = normaliseWord(name);
  const known = companies().filter((one) =>
    [one.zh, one.en, ...one.aliases].some((own) => normaliseWord(own) === folded),
  );
  return [name, ...known.flatMap((one) => [one.zh, one.en, ...one.aliases])];
}

/** The query with its companies and schools looked up among the network's rows, two queries and one for each school. */
export async function resolveQuery(context: Context, query: Query): Promise<Query> {
  const terms = termsIn(query);
  const namesByTerm = new Map(
    terms.flatMap((term) => (term.companyName === null ? [] : [[term, namesOf(term.companyName)]])),
  );
  const normal = new Set([...namesByTerm.values()].flat().map(normaliseCompanyName));
  const idOf = await companiesByName(context.db, [...normal]);
  const members = new Map(
    await Promise.all(
      terms.flatMap((term) =>
        term.condition.kind === 'school'
          ? [membersOfSchool(context.db, term.condition).then((ids) => [term, ids] as const)]
          : [],
      ),
    ),
  );
  return mapTerms(query, (term) => {
    const memberIds = members.get(term);
    if (memberIds) return { ...term, memberIds };
    const { condition } = term;
    const ids = (namesByTerm.get(term) ?? []).flatMap((name) => idOf.get(normaliseCompanyName(name)) ?? []);
    if (condition.kind !== 'words' || ids.length === 0) return term;
    return { ...term, condition: { ...condition, sets: [...new Set(ids)].map((id) => `was-at:${id}`) } };
  });
}

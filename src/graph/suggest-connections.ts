import type { z } from 'zod';
import type { Context } from '../platform/index.ts';
import type { suggestionView } from './model.ts';
import { loadCards } from './person-cards.ts';
import type { SocialGraph } from './social-graph.ts';
import { blocksAround, overlappingColleagues } from './store.ts';

const COLLEAGUES = 200;
const SHOWN = 20;

type Candidate = { readonly id: string; readonly company: string | null; readonly mutual: number };

/** Colleagues first, then whoever has the most connections in common; ties by id, so that the list is stable. */
export function rankSuggestions(candidates: readonly Candidate[]): readonly Candidate[] {
  return [...candidates].sort(
    (a, b) => Number(b.company !== null) - Number(a.company !== null) || b.mutual - a.mutual || (a.id < b.id ? -1 : 1),
  );
}

/** People who overlapped at work, and people two steps away, with the reason. Blocked and connected people are left out. */
export async function suggestConnections(
  context: Context,
  graph: SocialGraph,
  memberId: string,
): Promise<z.output<typeof suggestionView>[]> {
  const [colleagues, blocks] = await Promise.all([
    overlappingColleagues(context.db, memberId, COLLEAGUES),
    blocksAround(context.db, memberId),
  ]);
  const companyOf = new Map(colleagues.map((row) => [row.member_id, row.company_name]));
  const near = graph.within(memberId, 2);
  const ids = new Set([...companyOf.keys(), ...[...near].flatMap(([id, degree]) => (degree === 2 ? [id] : []))]);
  const candidates = [...ids]
    .filter((id) => near.get(id) !== 1 && !blocks.has(id))
    .map((id) => ({ id, company: companyOf.get(id) ?? null, mutual: graph.mutual(memberId, id).length }));
  const shown = rankSuggestions(candidates).slice(0, SHOWN);
  const cards = await loadCards(
    context,
    shown.map((row) => row.id),
  );
  return shown.flatMap(({ id, company, mutual }) => {
    const card = cards.get(id);
    if (!card) return [];
    const why = company
      ? { zh: `同时在${company}工作过`, en: `You were at ${company} at the same time` }
      : { zh: `有 ${mutual} 位共同好友`, en: `${mutual} connections in common` };
    return [{ ...card, mutual, why }];
  });
}

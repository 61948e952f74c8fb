import { z } from 'zod';
import type { RoleBrief } from '../language/index.ts';
import type { AccountActor, Context } from '../platform/index.ts';
import { planFor } from './facts-of.ts';
import { lookingOf, type ReadModels, reachFrom } from './find-matches.ts';
import type { Filter } from './model.ts';
import { sayCounts } from './say-counts.ts';

const MOST_SKILLS = 12;

export const marketView = z
  .object({
    /** How many fit, with the years and the degree asked for; null where they are fewer than five. */
    fitting: z.number().nullable(),
    searched: z.number(),
    /** Of those who fit, how many list each must-have skill; null where they, or those without it, are fewer than five. */
    withSkill: z.array(z.object({ skill: z.string(), people: z.number().nullable() })),
    /** How many would fit without the need. */
    without: z.array(z.object({ need: z.enum(['years', 'degree', 'place']), people: z.number().nullable() })),
    /**
     * What those who fit hope for, in CNY a year: quartiles over the `people` who let it be used in statistics; null
     * where they are fewer than five, or their number would tell of fewer than five others.
     */
    pay: z.object({ people: z.number(), low: z.number(), middle: z.number(), high: z.number() }).nullable(),
  })
  .meta({ id: 'MarketView' });

/** One after another: each is a search of its own, and a database has other readers too. */
async function inTurn<T, U>(items: readonly T[], each: (item: T) => Promise<U>): Promise<U[]> {
  const done: U[] = [];
  for (const item of items) done.push(await each(item));
  return done;
}

/** The quartile `q` (0 to 1) of numbers that are sorted, by linear interpolation (type 7 of Hyndman and Fan 1996). */
export function quantile(sorted: readonly number[], q: number): number {
  const at = (sorted.length - 1) * q;
  const [below, above] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return below + (above - below) * (at - Math.floor(at));
}

/** Pay is said in whole 10,000 CNY. */
function quartilesOf(pays: readonly number[]) {
  const sorted = [...pays].sort((a, b) => a - b);
  const at = (q: number) => Math.round(quantile(sorted, q)) * 10_000;
  return { people: pays.length, low: at(0.25), middle: at(0.5), high: at(0.75) };
}

/** How many people a brief finds before it is posted, and what each of its needs costs. Nobody is named or shown. */
export async function viewMarket(
  context: Context,
  actor: AccountActor,
  models: ReadModels,
  brief: RoleBrief,
): Promise<z.output<typeof marketView>> {
  const looking = await lookingOf(context, actor, models.graph, null);
  const { nearTo, within } = reachFrom(models.graph, actor.id);
  const planOf = (asked: RoleBrief) => planFor(models.talentIndex, { brief: asked, text: '', industryId: null });
  const finding = (filter: Filter) => ({ looking, near: within, filter });
  const count = async (asked: RoleBrief, filter: Filter): Promise<number> => {
    const options = { ...finding(filter), stepsTo: nearTo, importance: {}, limit: 0 };
    return (await models.talentIndex.rank(planOf(asked), options)).fitting;
  };
  const years: Filter = brief.years ? { yearsMin: brief.years.value.min } : {};
  const degree: Filter = brief.degree ? { degree: brief.degree.value } : {};
  const both = { ...years, ...degree };
  const skills = brief.mustSkills.slice(0, MOST_SKILLS).map(({ value }) => value);
  const pays = await models.talentIndex.hopedPay(planOf(brief), finding(both));
  const needs = await inTurn(
    [
      ...(brief.years ? [{ need: 'years' as const, asked: brief, filter: degree }] : []),
      ...(brief.degree ? [{ need: 'degree' as const, asked: brief, filter: years }] : []),
      ...(brief.cityIds.length > 0 ? [{ need: 'place' as const, asked: { ...brief, cityIds: [] }, filter: both }] : []),
    ],
    async ({ need, asked, filter }) => ({ need, people: await count(asked, filter) }),
  );
  // All numbers of the answer are held against one another: two that differ by a few would tell of these few.
  const [fitting = null, ...others] = sayCounts([
    await count(brief, both),
    ...needs.map(({ people }) => people),
    ...(await inTurn(skills, (skill) => count(brief, { ...both, skill }))),
    pays.length,
  ]);
  return {
    fitting,
    searched: models.talentIndex.size,
    withSkill: skills.map((skill, n) => ({ skill, people: others[needs.length + n] ?? null })),
    without: needs.map(({ need }, n) => ({ need, people: others[n] ?? null })),
    pay: (others.at(-1) ?? null) === null ? null : quartilesOf(pays),
  };
}

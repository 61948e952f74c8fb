import { z } from 'zod';
import type { RoleBrief } from '../language/index.ts';
import type { AccountActor, Context } from '../platform/index.ts';
import { planFor } from './facts-of.ts';
import { lookingOf, type ReadModels, reachFrom } from './find-matches.ts';
import type { Filter } from './model.ts';

/** Fewer people than this are not counted aloud. */
const LEAST = 5;
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
  })
  .meta({ id: 'MarketView' });

/** One after another: each is a search of its own, and a database has other readers too. */
async function inTurn<T, U>(items: readonly T[], each: (item: T) => Promise<U>): Promise<U[]> {
  const done: U[] = [];
  for (const item of items) done.push(await each(item));
  return done;
}

const said = (count: number): number | null => (count < LEAST ? null : count);

/** How many people a brief finds before it is posted, and what each of its needs costs. Nobody is named or shown. */
export async function viewMarket(
  context: Context,
  actor: AccountActor,
  models: ReadModels,
  brief: RoleBrief,
): Promise<z.output<typeof marketView>> {
  const looking = await lookingOf(context, actor, models.graph, null);
  const { nearTo, within } = reachFrom(models.graph, actor.id);
  const count = async (asked: RoleBrief, filter: Filter): Promise<number> => {
    const plan = planFor(models.talentIndex, { brief: asked, text: '', industryId: null });
    const { fitting } = await models.talentIndex.rank(plan, {
      looking,
      stepsTo: nearTo,
      near: within,
      filter,
      importance: {},
      limit: 0,
    });
    return fitting;
  };
  const years: Filter = brief.years ? { yearsMin: brief.years.value.min } : {};
  const degree: Filter = brief.degree ? { degree: brief.degree.value } : {};
  const fitting = await count(brief, { ...years, ...degree });
  return {
    fitting: said(fitting),
    searched: models.talentIndex.size,
    withSkill: await inTurn(brief.mustSkills.slice(0, MOST_SKILLS), async ({ value: skill }) => {
      const people = await count(brief, { ...years, ...degree, skill });
      return { skill, people: fitting - people > 0 && fitting - people < LEAST ? null : said(people) };
    }),
    without: [
      ...(brief.years ? [{ need: 'years' as const, people: said(await count(brief, degree)) }] : []),
      ...(brief.degree ? [{ need: 'degree' as const, people: said(await count(brief, years)) }] : []),
      ...(brief.cityIds.length > 0
        ? [{ need: 'place' as const, people: said(await count({ ...brief, cityIds: [] }, { ...years, ...degree })) }]
        : []),
    ],
  };
}

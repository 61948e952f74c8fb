import { z } from 'zod';
import { cities } from '../../language/index.ts';
import type { Context, Text } from '../../platform/index.ts';
import { fail, readSetting, writeSetting } from '../../platform/index.ts';
import { tierOf } from '../figures/labels.ts';
import { BANDS_OF_AGE } from '../figures/people-by-age.ts';
import type { Warehouse } from '../warehouse/index.ts';
import { type ReferencePopulation, referencePopulation } from './model.ts';
import { MOST_WEIGHT, type PostStrata, postStratify } from './post-stratify.ts';

const KEY = 'reference-population';

export const readReference = (context: Context): Promise<ReferencePopulation | null> =>
  readSetting(context.db, KEY, referencePopulation);

export const writeReference = (context: Context, reference: ReferencePopulation): Promise<void> =>
  writeSetting(context.db, KEY, reference);

/** What people weigh in a report: an SQL expression over `people`, null for those who are in no cell of the reference. */
export type Weights = PostStrata & { readonly sql: string; readonly name: Text; readonly source: string };

function tierSql(): string {
  const byTier = Map.groupBy(cities(), (city) => tierOf(city.id));
  const cases = (['first', 'new-first', 'second'] as const).map((tier) => {
    const ids = (byTier.get(tier) ?? []).map((city) => `'${city.id}'`);
    return `when city_id in (${ids.join(', ')}) then '${tier}'`;
  });
  return `case when city_id is null then null ${cases.join(' ')} else 'other' end`;
}

const cellCount = z.object({ key: z.string().nullable(), n: z.number() });

/** The weights of a report, from the people of the whole network at the same month. Fails where no reference was entered. */
export async function readWeights(context: Context, warehouse: Warehouse, month: string | null): Promise<Weights> {
  const reference = await readReference(context);
  if (!reference) {
    throw fail('not-found', 'no-reference-population', {
      zh: '还没有录入参照人口，无法加权',
      en: 'No reference population was entered, so there is nothing to weight to',
    });
  }
  const cell = `(${tierSql()}) || '/' || (${BANDS_OF_AGE})`;
  const counts = await warehouse.rows(
    cellCount,
    `select ${cell} as key, count(*)::integer as n from people where month = '${month ?? ''}' group by 1`,
  );
  const strata = postStratify(
    reference,
    new Map(counts.flatMap(({ key, n }) => (key === null ? [] : [[key, n] as const]))),
  );
  const cases = [...strata.weights].map(([key, weight]) => `when '${key}' then ${weight}`);
  const sql = cases.length > 0 ? `(case ${cell} ${cases.join(' ')} end)` : 'null::double';
  return { ...strata, sql, name: reference.name, source: reference.source };
}

/** What a weighted report says of its weights. */
export function weightsNote(weights: Weights): Text {
  const unmet = `${(weights.unmet * 100).toFixed(1)}%`;
  return {
    zh: `F6至F10按“${weights.name.zh}”的城市级别×年龄构成加权（事后分层）：资料来源为${weights.source}。权重为参照人口与本网络人才在每一格中的占比之比，截断在 1/${MOST_WEIGHT} 至 ${MOST_WEIGHT} 之间（截断${weights.trimmed}格），取两位有效数字；人数为加权后的有效人数（Kish），城市或年龄未知者、以及不足 5 人的格不计，参照人口中有${unmet}在本网络无人可代表。人才流动、认证率与 AI 影响不加权`,
    en: `F6 to F10 are weighted to the city tiers and ages of "${weights.name.en}" (post-stratification); source: ${weights.source}. A weight is the share of a cell in that population over its share among the network's people, kept between 1/${MOST_WEIGHT} and ${MOST_WEIGHT} (${weights.trimmed} cut) and rounded to two digits. Numbers of people are effective ones (Kish). Those whose city or age is unknown, and cells of fewer than 5, are left out: the network has nobody for ${unmet} of that population. Moves, verified shares and exposure to AI are not weighted`,
  };
}

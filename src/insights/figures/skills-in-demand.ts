import { z } from 'zod';
import type { Text } from '../../platform/index.ts';
import type { Condition } from '../model.ts';
import type { Claim, Draft, Reading } from '../reading.ts';
import { countWords, isLandmark, listWords, percent, shareWords } from '../sentences/phrases.ts';
import { cohensH } from '../statistics/effect.ts';
import { Z } from '../statistics/intervals.ts';
import { logOddsZ } from '../statistics/log-odds.ts';
import { countCell, row, shareCell } from './cells.ts';
import { blankFigure, type Description, fewRows, NO_POSTINGS, POSTINGS_COUNTED } from './describe.ts';
import { fieldWords, skillLabel, skillWords } from './labels.ts';

const DESCRIPTION: Description = {
  id: 'skills-in-demand',
  title: { zh: '职位要求的技能与关键词', en: 'Skills and key words that postings ask for' },
  definition: {
    zh: '新发职位中，把某项技能列为必需或加分的职位所占的比例；并与对照数据比较，看哪些技能是这一领域特有的。领域定义本身用到的技能不参与排名。',
    en: 'The share of new postings that ask for a skill or welcome it; set against the baseline, to tell which are distinctive of the field. Skills that define the field are not ranked.',
  },
  formula: {
    zh: '占比 = 要求该技能的新发职位数 ÷ 新发职位数；特征值 = 对数优势比的 z 值，先验为两组合计的词频（Monroe 等，2008），大于 1.96 为显著偏高',
    en: 'share = new postings that ask for it ÷ new postings; distinctiveness = z of the log-odds ratio with the words of both sets as an informative Dirichlet prior (Monroe et al. 2008); above 1.96 it is higher with 95% confidence',
  },
  unit: 'postings',
  references: [
    "Monroe, Colaresi, Quinn 2008, Fightin' Words, Political Analysis 16(4)",
    'Wilson 1927, Probable Inference, JASA 22 (interval of a share)',
  ],
};

const skillCount = z.object({
  key: z.string(),
  here: z.number(),
  base: z.number(),
  both: z.number(),
  before: z.number(),
});
type Count = z.output<typeof skillCount>;
const totals = z.object({ here: z.number(), base: z.number(), both: z.number(), before: z.number() });

const MOST_SHOWN = 30;
/** A skill that so few postings asked for before, and so many now, is called new. */
const NEW = { before: 0.005, now: 0.02 };

/** The skills that the definition itself asks for: they say nothing about the field's postings. */
export function definingSkills(condition: Condition): Set<string> {
  if ('all' in condition) return new Set(condition.all.flatMap((part) => [...definingSkills(part)]));
  if ('any' in condition) return new Set(condition.any.flatMap((part) => [...definingSkills(part)]));
  return new Set('skill' in condition ? [condition.skill] : []);
}

function topClaim(reading: Reading, ranked: readonly Count[], n: number, base: number): Claim[] {
  const top = ranked.slice(0, 3);
  const [first] = top;
  if (!first || top.length < 3) return [];
  const field = fieldWords(reading.field);
  const share = first.here / n;
  const words = shareWords(share);
  const shares = top.map((count) => ({
    zh: `${skillWords(count.key).zh}（${percent(count.here / n)}）`,
    en: `${skillWords(count.key).en} (${percent(count.here / n)})`,
  }));
  return [
    {
      sentence: {
        zh: `${field.zh}职位中，${listWords(shares).zh}出现最多${isLandmark(share) ? `，${words.zh}职位提到${skillWords(first.key).zh}` : ''}（共${countWords(n)}个职位）。`,
        en: `Of ${countWords(n)} postings in ${field.en}, most often asked for are ${listWords(shares).en}${isLandmark(share) ? `; ${words.en} of them name ${skillWords(first.key).en}` : ''}.`,
      },
      effect: Math.abs(cohensH(share, base > 0 ? first.base / base : share)),
    },
  ];
}

function distinctiveClaim(
  ranked: readonly Count[],
  z: ReadonlyMap<string, number>,
  total: { n: number; rest: number },
): Claim[] {
  const distinctive = ranked
    .filter((count) => (z.get(count.key) ?? 0) > Z && count.here / total.n >= 0.05)
    .sort((a, b) => (z.get(b.key) ?? 0) - (z.get(a.key) ?? 0))
    .slice(0, 3);
  const [first] = distinctive;
  if (!first || total.rest === 0) return [];
  const rest = (first.base - first.both) / total.rest;
  const names = listWords(distinctive.map((count) => skillWords(count.key)));
  const label = skillWords(first.key);
  return [
    {
      sentence: {
        zh: `与领域外的职位相比，这一领域最突出的要求是${names.zh};${label.zh}在领域内的职位中占${percent(first.here / total.n)}，在领域外占${percent(rest)}。`,
        en: `Against postings outside it, the field stands out by ${names.en}: ${label.en} is named by ${percent(first.here / total.n)} here and by ${percent(rest)} of the postings outside it.`,
      },
      effect: Math.abs(cohensH(first.here / total.n, rest)) / 2,
    },
  ];
}

function newClaim(ranked: readonly Count[], now: number, before: number): Claim[] {
  if (before < 30) return [];
  const fresh = ranked.filter((count) => count.here / now >= NEW.now && count.before / before < NEW.before).slice(0, 4);
  if (fresh.length === 0) return [];
  const names = listWords(fresh.map((count) => skillWords(count.key)));
  return [
    {
      sentence: {
        zh: `与对比时期相比，新出现的要求有${names.zh}。`,
        en: `New since the period before: ${names.en}.`,
      },
      effect: 0.2,
    },
  ];
}

/** F4: which skills the new postings ask for, and which of them are distinctive or new. */
export async function skillsInDemand(reading: Reading): Promise<Draft> {
  const { period, before, ofSource, isNew, is, baseline } = reading;
  const inPeriod = `month between '${period.from}' and '${period.to}'`;
  const inBefore = `month between '${before.from}' and '${before.to}'`;
  const rows = `
    select skills, ${is} and ${inPeriod} as here, ${baseline.is} and ${inPeriod} as base, ${is} and ${inBefore} as before
    from postings
    where (${inPeriod} or ${inBefore}) and ${ofSource} and ${isNew} and (${is} or (${baseline.is} and ${inPeriod}))`;
  const counts = `count(*) filter (where here)::integer as here, count(*) filter (where base)::integer as base,
      count(*) filter (where here and base)::integer as both, count(*) filter (where before)::integer as before`;
  const sql = `
    with posting as (${rows}),
      asked as (select unnest(skills) as key, here, base, before from posting)
    select key, ${counts} from asked group by key having count(*) filter (where here) > 0
    order by here desc, key`;
  const found = await reading.ask(skillCount, sql);
  const [total] = await reading.ask(totals, `select ${counts} from (${rows})`);
  const sums = total ?? { here: 0, base: 0, both: 0, before: 0 };
  const n = sums.here;
  const defining = definingSkills(reading.field.definition);
  const rest = sums.base - sums.both;
  const z = logOddsZ(found.map((count) => ({ id: count.key, here: count.here, there: count.base - count.both })));
  const ranked = found.filter((count) => !defining.has(count.key));
  const claims = [
    ...topClaim(reading, ranked, n, sums.base),
    ...distinctiveClaim(ranked, z, { n, rest }),
    ...newClaim(ranked, n, sums.before),
  ];
  const notes: Text[] = n === 0 ? [NO_POSTINGS] : fewRows(n, POSTINGS_COUNTED);
  return {
    figure: {
      ...blankFigure(DESCRIPTION, reading, reading.shown(sql)),
      n,
      baseline: { label: reading.baseline.label, period, n: sums.base },
      tables: [
        {
          id: 'skills',
          title: DESCRIPTION.title,
          rowLabel: { zh: '技能', en: 'Skill' },
          columns: [
            { id: 'postings', label: { zh: '职位数', en: 'Postings' }, kind: 'count' },
            { id: 'share', label: { zh: '占比', en: 'Share' }, kind: 'share' },
            { id: 'baseline', label: reading.baseline.label, kind: 'share' },
            { id: 'before', label: { zh: '对比时期占比', en: 'Share in the period before' }, kind: 'share' },
            { id: 'distinctive', label: { zh: '特征值（z）', en: 'Distinctiveness (z)' }, kind: 'index' },
          ],
          rows: ranked
            .slice(0, MOST_SHOWN)
            .map((count) =>
              row(
                count.key,
                skillLabel(count.key),
                [
                  countCell(count.here),
                  shareCell(count.here, n),
                  shareCell(count.base, sums.base),
                  shareCell(count.before, sums.before),
                  rest > 0 ? { value: Number((z.get(count.key) ?? 0).toFixed(3)) } : { value: null },
                ],
                true,
              ),
            ),
        },
      ],
      chart: n > 0 ? { kind: 'bars', table: 'skills', columns: ['share', 'baseline'] } : null,
      sentences: claims.map((claim) => claim.sentence),
      notes,
    },
    claims,
  };
}

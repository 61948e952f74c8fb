import { z } from 'zod';
import type { Text } from '../../platform/index.ts';
import type { Claim, Draft, Reading } from '../reading.ts';
import { outweighed, type Ranked, roundestMultiple } from '../sentences/compare.ts';
import { countWords, isLandmark, listWords, percent, shareWords, timesOf } from '../sentences/phrases.ts';
import { cohensH } from '../statistics/effect.ts';
import { countCell, row, shareCell } from './cells.ts';
import { blankFigure, type Description, fewRows, NO_POSTINGS, POSTINGS_COUNTED } from './describe.ts';
import { fieldWords, industryLabel, industryWords } from './labels.ts';

const DESCRIPTION: Description = {
  id: 'postings-by-industry',
  title: { zh: '新发职位的行业分布', en: 'New postings by industry' },
  definition: {
    zh: '时期内新发职位按雇主所属行业的占比；行业未注明的职位不计入分母。',
    en: "New postings of the period by the employer's industry, as shares of those whose industry is known.",
  },
  formula: {
    zh: '占比 = 该行业新发职位数 ÷ 行业已知的新发职位数',
    en: 'share = new postings of the industry ÷ new postings whose industry is known',
  },
  unit: 'postings',
  references: ['Wilson 1927, Probable Inference, JASA 22 (interval of a share)'],
};

const industryCount = z.object({ key: z.string().nullable(), here: z.number(), base: z.number() });
type Count = { readonly key: string; readonly here: number; readonly base: number };

const industryNamed = ({ item }: Ranked<Count>): Text => {
  const name = industryWords(item.key);
  return { zh: `${name.zh}行业`, en: name.en };
};

function leaderClaim(reading: Reading, ranking: readonly Ranked<Count>[], total: number, base: number): Claim[] {
  const [leader] = ranking;
  if (!leader || ranking.length < 2) return [];
  const [field, name] = [fieldWords(reading.field), industryNamed(leader)];
  const share = leader.value / total;
  const words = shareWords(share);
  const count = countWords(leader.value);
  const beside = isLandmark(share)
    ? { zh: `${words.zh}岗位（${percent(share)}，${count}个）`, en: `${words.en} (${percent(share)}, ${count})` }
    : { zh: `${words.zh}的岗位（${count}个）`, en: `${words.en} (${count})` };
  const multiple = roundestMultiple(ranking);
  const times = multiple && timesOf(multiple.ratio, industryNamed(multiple.of));
  const sum = outweighed(ranking);
  const together = sum && listWords(sum.map(({ item }) => industryWords(item.key)));
  const more = {
    zh: [times?.zh, together && `超过${together.zh}${sum.length > 2 ? '三者' : ''}之和`],
    en: [times?.en, together && `more than ${together.en} together`],
  };
  const said = (parts: readonly (string | null | undefined)[], comma: string) =>
    parts
      .filter((part) => part)
      .map((part) => `${comma}${part}`)
      .join('');
  return [
    {
      sentence: {
        zh: `从行业看，${name.zh}发布的${field.zh}职位最多，释出${beside.zh}${said(more.zh, '，')}。`,
        en: `By industry, employers in ${name.en} posted the most jobs in ${field.en}: ${beside.en}${said(more.en, ', ')}.`,
      },
      effect: Math.abs(cohensH(share, base > 0 ? leader.item.base / base : share)) + (sum ? 0.15 : 0),
    },
  ];
}

/** F2: which industries the employers of the new postings are in. */
export async function postingsByIndustry(reading: Reading): Promise<Draft> {
  const { period, ofSource, isNew } = reading;
  const sql = `
    select industry_id as key,
      count(*) filter (where ${reading.is})::integer as here,
      count(*) filter (where ${reading.baseline.is})::integer as base
    from postings
    where month between '${period.from}' and '${period.to}' and ${ofSource} and ${isNew}
    group by industry_id order by here desc, key`;
  const found = await reading.ask(industryCount, sql);
  const known = found.flatMap(({ key, ...counts }): Count[] => (key === null ? [] : [{ key, ...counts }]));
  const total = known.reduce((sum, count) => sum + count.here, 0);
  const base = known.reduce((sum, count) => sum + count.base, 0);
  const unknown = found.find(({ key }) => key === null)?.here ?? 0;
  const shown = known.filter((count) => count.here > 0);
  const ranking = shown.map((item) => ({ item, value: item.here }));
  const claims = leaderClaim(reading, ranking, total, base);
  const notes: Text[] = [];
  if (total + unknown === 0) notes.push(NO_POSTINGS);
  if (unknown > 0) {
    notes.push({
      zh: `${countWords(unknown)}个职位的行业未注明，不计入占比`,
      en: `${countWords(unknown)} postings do not say their industry and are left out of the shares`,
    });
  }
  return {
    figure: {
      ...blankFigure(DESCRIPTION, reading, reading.shown(sql)),
      n: total,
      baseline: { label: reading.baseline.label, period, n: base },
      tables: [
        {
          id: 'industries',
          title: DESCRIPTION.title,
          rowLabel: { zh: '行业', en: 'Industry' },
          columns: [
            { id: 'postings', label: { zh: '新发职位', en: 'New postings' }, kind: 'count' },
            { id: 'share', label: { zh: '占比', en: 'Share' }, kind: 'share' },
            { id: 'baseline', label: reading.baseline.label, kind: 'share' },
          ],
          rows: shown.map((count) =>
            row(
              count.key,
              industryLabel(count.key),
              [countCell(count.here), shareCell(count.here, total), shareCell(count.base, base)],
              true,
            ),
          ),
        },
      ],
      chart: total > 0 ? { kind: 'bars', table: 'industries', columns: ['share'] } : null,
      sentences: claims.map((claim) => claim.sentence),
      notes: [...notes, ...fewRows(total, POSTINGS_COUNTED)],
    },
    claims,
  };
}

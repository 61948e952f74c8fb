import { z } from 'zod';
import { SENIORITIES } from '../../language/index.ts';
import type { Group } from '../privacy/suppress.ts';
import { isSmall, suppress } from '../privacy/suppress.ts';
import type { Claim, Draft, Reading } from '../reading.ts';
import { countWords, isLandmark, percent, shareWords } from '../sentences/phrases.ts';
import { cohensH } from '../statistics/effect.ts';
import { countCell, row, shareCell, suppressedCell } from './cells.ts';
import { blankFigure, type Description, fewRows, nobodyCounted, PEOPLE_COUNTED } from './describe.ts';
import { fieldWords, seniorityLabel } from './labels.ts';
import { baselineColumn, PEOPLE_COLUMN } from './people-groups.ts';

export const VERIFIED_DESCRIPTION: Description = {
  id: 'verified-share',
  title: { zh: '职业身份认证率', en: 'Verified members' },
  definition: {
    zh: '时期末当前（或上一份）职位已经通过工作邮箱或两位同事认证的人的占比，按职级列出。中高级指中级及以上。',
    en: 'The share of people whose present (or last) position was verified by then, by work mail or by two colleagues, by seniority. Mid- and senior-level means middle and above.',
  },
  formula: {
    zh: '认证率 = 已认证人数 ÷ 该职级人数',
    en: 'verified share = people verified ÷ people of that seniority',
  },
  unit: 'people',
  references: ['Wilson 1927, Probable Inference, JASA 22 (interval of a share)'],
};

const count = z.object({
  key: z.string(),
  here: z.number(),
  verified: z.number(),
  base: z.number(),
  baseVerified: z.number(),
});
type Count = z.output<typeof count>;

const ENTRY = new Set(['intern', 'junior']);

function sumOf(counts: readonly Count[]): Omit<Count, 'key'> {
  const sum = (of: (one: Count) => number) => counts.reduce((total, one) => total + of(one), 0);
  return {
    here: sum((one) => one.here),
    verified: sum((one) => one.verified),
    base: sum((one) => one.base),
    baseVerified: sum((one) => one.baseVerified),
  };
}

/** Verified and not are two groups of people: each must be large enough, and none or all say nothing of anybody. */
function isTold(one: Omit<Count, 'key'>): boolean {
  return ![one.verified, one.here - one.verified].some(isSmall);
}

function claimFor(reading: Reading, sum: Omit<Count, 'key'>): Claim[] {
  if (sum.here < 5 || !isTold(sum)) return [];
  const share = sum.verified / sum.here;
  const words = shareWords(share);
  const field = fieldWords(reading.field);
  const beside = isLandmark(share) ? `${percent(share)}，` : '';
  return [
    {
      sentence: {
        zh: `${field.zh}中高级人才的职业身份认证率为${isLandmark(share) ? words.zh : percent(share)}（${beside}${countWords(sum.verified)}人，共${countWords(sum.here)}人）。`,
        en: `Of the mid- and senior-level people in ${field.en}, ${words.en} are verified (${beside ? `${percent(share)}, ` : ''}${countWords(sum.verified)} of ${countWords(sum.here)}).`,
      },
      effect: sum.base > 0 ? Math.abs(cohensH(share, sum.baseVerified / sum.base)) : 0,
    },
  ];
}

/** F12: how many of the field's people are verified, by seniority. */
export async function verifiedShare(reading: Reading): Promise<Draft> {
  const sql = `
    select seniority as key, count(*) filter (where ${reading.is})::integer as here,
      count(*) filter (where ${reading.is} and verified)::integer as verified,
      count(*) filter (where ${reading.baseline.is})::integer as base,
      count(*) filter (where ${reading.baseline.is} and verified)::integer as "baseVerified"
    from people
    where month = '${reading.peopleMonth ?? ''}' and seniority is not null
    group by seniority having count(*) filter (where ${reading.is}) > 0`;
  const found = reading.hasPeople && reading.peopleMonth !== null ? await reading.ask(count, sql) : [];
  const order = new Map<string, number>(SENIORITIES.map((id, n) => [id, n]));
  const counts = found.toSorted((a, b) => (order.get(a.key) ?? 99) - (order.get(b.key) ?? 99));
  const groups = counts.map((one): Group => ({ here: one.verified, rest: one.here - one.verified }));
  const hidden = suppress(groups);
  const middle = counts.filter((one) => !ENTRY.has(one.key));
  const [all, upper] = [sumOf(counts), sumOf(middle)];
  const upperHidden = counts.some((one, n) => hidden[n] && ENTRY.has(one.key)) || !isTold(upper);
  const claims = upperHidden ? [] : claimFor(reading, upper);
  const cells = (one: Omit<Count, 'key'>, isHidden: boolean) =>
    isHidden
      ? [suppressedCell, suppressedCell, suppressedCell]
      : [countCell(one.here), shareCell(one.verified, one.here), shareCell(one.baseVerified, one.base)];
  const columns = [
    PEOPLE_COLUMN,
    { id: 'verified', label: { zh: '认证率', en: 'Verified share' }, kind: 'share' as const },
    baselineColumn(reading),
  ];
  return {
    figure: {
      ...blankFigure(VERIFIED_DESCRIPTION, reading, reading.shown(sql)),
      n: all.here,
      baseline: { label: reading.baseline.label, period: reading.period, n: all.base },
      suppressedGroups: hidden.filter(Boolean).length,
      tables:
        all.here === 0
          ? []
          : [
              {
                id: 'seniorities',
                title: VERIFIED_DESCRIPTION.title,
                rowLabel: { zh: '职级', en: 'Seniority' },
                columns,
                rows: counts.map((one, n) =>
                  row(one.key, seniorityLabel(one.key), cells(one, hidden[n] === true), hidden[n] !== true),
                ),
              },
              {
                id: 'together',
                title: { zh: '中高级合计', en: 'Mid- and senior-level together' },
                rowLabel: { zh: '职级', en: 'Seniority' },
                columns,
                rows: [
                  row(
                    'mid-and-senior',
                    { zh: '中高级', en: 'Mid- and senior-level' },
                    cells(upper, upperHidden),
                    false,
                  ),
                ],
              },
            ],
      chart: all.here > 0 ? { kind: 'bars', table: 'seniorities', columns: ['verified'] } : null,
      sentences: claims.map((one) => one.sentence),
      notes: [...(all.here === 0 ? [nobodyCounted(reading)] : []), ...fewRows(all.here, PEOPLE_COUNTED)],
    },
    claims,
  };
}

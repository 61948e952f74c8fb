import { z } from 'zod';
import { findRole } from '../../language/index.ts';
import type { Text } from '../../platform/index.ts';
import { EXPOSED_AIOE, EXPOSED_BETA, exposureOf, isExposedAioe, isExposedBeta } from '../exposure/exposure.ts';
import type { Cell, FigureTable } from '../model.ts';
import { type Group, isSmall, suppress } from '../privacy/suppress.ts';
import type { Claim, Draft, Reading } from '../reading.ts';
import { countWords, percent } from '../sentences/phrases.ts';
import { cohensH } from '../statistics/effect.ts';
import { countCell, row, shareCell, suppressedCell } from './cells.ts';
import { blankFigure, type Description, fewRows, nobodyCounted, PEOPLE_COUNTED } from './describe.ts';
import { fieldWords, roleLabel } from './labels.ts';
import { PEOPLE_COLUMN } from './people-groups.ts';

const DESCRIPTION: Description = {
  id: 'ai-exposure',
  title: { zh: '岗位受人工智能影响的程度', en: 'Exposure to AI by occupation' },
  definition: {
    zh: `把岗位对应到美国 O*NET-SOC 职业，采用两种公开发表的测度：GPTs are GPTs（人工评定的 β:大语言模型能使多大比例的任务至少提速一半；β ≥ ${EXPOSED_BETA} 视为受影响）和 AIOE（人工智能能力与职业所需能力的重合度，标准化；不低于全部职业的上四分位数 ${EXPOSED_AIOE} 视为受影响）。两者含义不同，分别列出，不取平均。测度针对美国职业，说明的是任务与人工智能能力的重合，不说明是否、何时会被替代。`,
    en: `Roles are mapped to O*NET-SOC occupations, for which there are two published measures: GPTs are GPTs (human-rated β: the share of tasks that large language models speed up by half or more; exposed at β ≥ ${EXPOSED_BETA}) and AIOE (overlap of AI's abilities with those an occupation needs, standardised; exposed from the upper quartile of all occupations, ${EXPOSED_AIOE}). They mean different things, stand side by side and are never averaged. Both are of American occupations, and tell how tasks overlap with what AI can do, not whether or when anybody is replaced.`,
  },
  formula: {
    zh: '受影响占比 = 受影响岗位的人数 ÷ 有测度的岗位的人数',
    en: 'exposed share = people in exposed roles ÷ people in roles that have the measure',
  },
  unit: 'people',
  references: [
    'Eloundou, Manning, Mishkin, Rock 2023, GPTs are GPTs, arXiv:2303.10130; data: github.com/openai/GPTs-are-GPTs',
    'Felten, Raj, Seamans 2021, Occupational, Industry, and Geographic Exposure to Artificial Intelligence, Strategic Management Journal 42(12); data: github.com/AIOE-Data/AIOE',
  ],
};

const roleCount = z.object({ key: z.string(), here: z.number(), base: z.number() });
type Role = z.output<typeof roleCount> & {
  readonly collar: 'white' | 'blue';
  readonly beta: number | null;
  readonly aioe: number | null;
  readonly byBeta: boolean | null;
  readonly byAioe: boolean | null;
};

function withMeasures(counts: readonly z.output<typeof roleCount>[]): Role[] {
  return counts.map((count) => {
    const exposure = exposureOf(count.key);
    return {
      ...count,
      collar: findRole(count.key)?.collar ?? 'white',
      beta: exposure?.beta ?? null,
      aioe: exposure?.aioe ?? null,
      byBeta: exposure ? isExposedBeta(exposure) : null,
      byAioe: exposure ? isExposedAioe(exposure) : null,
    };
  });
}

type Side = 'here' | 'base';
type Share = { readonly exposed: number; readonly of: number };

function exposedShare(roles: readonly Role[], side: Side, by: 'byBeta' | 'byAioe'): Share {
  const measured = roles.filter((role) => role[by] !== null);
  const sum = (list: readonly Role[]) => list.reduce((total, role) => total + role[side], 0);
  return { exposed: sum(measured.filter((role) => role[by])), of: sum(measured) };
}

/** No value where those exposed, or the others, are few people. */
function shareOrHidden({ exposed, of }: Share): Cell {
  return isSmall(exposed) || isSmall(of - exposed) ? suppressedCell : shareCell(exposed, of);
}

const MEASURES = [
  { key: 'gpts', by: 'byBeta', label: { zh: 'GPTs are GPTs(β ≥ 0.5)', en: 'GPTs are GPTs (β ≥ 0.5)' } },
  { key: 'aioe', by: 'byAioe', label: { zh: 'AIOE（上四分位）', en: 'AIOE (upper quartile)' } },
] as const;

function measureTable(reading: Reading, roles: readonly Role[]): FigureTable {
  return {
    id: 'measures',
    title: { zh: '受影响岗位的人数占比', en: 'People in exposed roles' },
    rowLabel: { zh: '测度', en: 'Measure' },
    columns: [
      { id: 'share', label: fieldWords(reading.field), kind: 'share' },
      { id: 'baseline', label: reading.baseline.label, kind: 'share' },
    ],
    rows: MEASURES.map(({ key, by, label }) =>
      row(
        key,
        label,
        [shareOrHidden(exposedShare(roles, 'here', by)), shareOrHidden(exposedShare(roles, 'base', by))],
        false,
      ),
    ),
  };
}

const COLLARS = [
  { key: 'white', label: { zh: '白领', en: 'White-collar' } },
  { key: 'blue', label: { zh: '蓝领', en: 'Blue-collar' } },
] as const;

function collarTable(reading: Reading, roles: readonly Role[]): FigureTable {
  const of = (collar: 'white' | 'blue') => roles.filter((role) => role.collar === collar);
  const people = (list: readonly Role[]) => list.reduce((sum, role) => sum + role.base, 0);
  return {
    id: 'collars',
    title: {
      zh: `白领与蓝领（${reading.baseline.label.zh}）`,
      en: `White-collar and blue-collar (${reading.baseline.label.en})`,
    },
    rowLabel: { zh: '类别', en: 'Collar' },
    columns: [PEOPLE_COLUMN, ...MEASURES.map(({ key, label }) => ({ id: key, label, kind: 'share' as const }))],
    rows: COLLARS.filter(({ key }) => people(of(key)) > 0).map(({ key, label }) => {
      const n = people(of(key));
      const cells = isSmall(n)
        ? [suppressedCell, suppressedCell, suppressedCell]
        : [countCell(n), ...MEASURES.map(({ by }) => shareOrHidden(exposedShare(of(key), 'base', by)))];
      return row(key, label, cells, false);
    }),
  };
}

const AGREEMENTS = [
  { key: 'both', label: { zh: '两种测度都受影响', en: 'Exposed by both' }, is: [true, true] },
  { key: 'gpts-only', label: { zh: '仅 GPTs are GPTs', en: 'By GPTs are GPTs alone' }, is: [true, false] },
  { key: 'aioe-only', label: { zh: '仅 AIOE', en: 'By AIOE alone' }, is: [false, true] },
  { key: 'neither', label: { zh: '两种测度都不受影响', en: 'By neither' }, is: [false, false] },
] as const;

function agreementTable(roles: readonly Role[]): FigureTable {
  const judged = roles.filter((role) => role.byBeta !== null && role.byAioe !== null);
  const counts = AGREEMENTS.map(({ is }) =>
    judged.filter((role) => role.byBeta === is[0] && role.byAioe === is[1]).reduce((sum, role) => sum + role.here, 0),
  );
  const total = counts.reduce((sum, count) => sum + count, 0);
  const hidden = suppress(counts.map((here): Group => ({ here, rest: null })));
  return {
    id: 'agreement',
    title: { zh: '两种测度是否一致', en: 'Where the two measures agree' },
    rowLabel: { zh: '情形', en: 'Case' },
    columns: [PEOPLE_COLUMN, { id: 'share', label: { zh: '占比', en: 'Share' }, kind: 'share' }],
    rows: AGREEMENTS.map(({ key, label }, n) =>
      row(
        key,
        label,
        hidden[n] ? [suppressedCell, suppressedCell] : [countCell(counts[n] ?? 0), shareCell(counts[n] ?? 0, total)],
        false,
      ),
    ),
  };
}

const MOST_SHOWN = 25;

function roleTable(roles: readonly Role[], hidden: readonly boolean[]): FigureTable {
  const measure = (value: number | null): Cell => ({ value });
  return {
    id: 'roles',
    title: { zh: '各岗位的两种测度', en: 'Both measures by role' },
    rowLabel: { zh: '岗位（对应的美国职业）', en: 'Role (occupation it maps to)' },
    columns: [
      PEOPLE_COLUMN,
      { id: 'gpts', label: { zh: 'GPTs are GPTs β', en: 'GPTs are GPTs β' }, kind: 'index' },
      { id: 'aioe', label: { zh: 'AIOE', en: 'AIOE' }, kind: 'index' },
    ],
    rows: roles
      .map((role, n) => ({ role, hidden: hidden[n] === true }))
      .filter(({ role }) => role.here > 0)
      .slice(0, MOST_SHOWN)
      .map(({ role, hidden: isHidden }) => {
        const occupation = exposureOf(role.key);
        const mapped = occupation ? `${occupation.soc}${occupation.title ? ` ${occupation.title}` : ''}` : '—';
        const name = roleLabel(role.key);
        return row(
          role.key,
          { zh: `${name.zh}（${mapped}）`, en: `${name.en} (${mapped})` },
          [isHidden ? suppressedCell : countCell(role.here), measure(role.beta), measure(role.aioe)],
          !isHidden,
        );
      }),
  };
}

function fieldClaim(reading: Reading, roles: readonly Role[]): Claim[] {
  const [beta, aioe] = [exposedShare(roles, 'here', 'byBeta'), exposedShare(roles, 'here', 'byAioe')];
  if ([beta, aioe].some((one) => one.of === 0 || isSmall(one.exposed) || isSmall(one.of - one.exposed))) return [];
  const base = exposedShare(roles, 'base', 'byBeta');
  const field = fieldWords(reading.field);
  return [
    {
      sentence: {
        zh: `${field.zh}人才中，按 GPTs are GPTs 有${percent(beta.exposed / beta.of)}在受影响的岗位（${countWords(beta.exposed)}人，共${countWords(beta.of)}人），按 AIOE 有${percent(aioe.exposed / aioe.of)}（${countWords(aioe.exposed)}人，共${countWords(aioe.of)}人）。`,
        en: `Of the people in ${field.en}, ${percent(beta.exposed / beta.of)} are in exposed roles by GPTs are GPTs (${countWords(beta.exposed)} of ${countWords(beta.of)}), and ${percent(aioe.exposed / aioe.of)} by AIOE (${countWords(aioe.exposed)} of ${countWords(aioe.of)}).`,
      },
      effect: base.of > 0 ? Math.abs(cohensH(beta.exposed / beta.of, base.exposed / base.of)) : 0,
    },
  ];
}

/** The article's claim, beside what the measures say and what they cannot say. */
function collarClaim(reading: Reading, roles: readonly Role[]): Claim[] {
  const shares = (collar: 'white' | 'blue') => {
    const list = roles.filter((role) => role.collar === collar);
    return { beta: exposedShare(list, 'base', 'byBeta'), aioe: exposedShare(list, 'base', 'byAioe') };
  };
  const [white, blue] = [shares('white'), shares('blue')];
  const all = [white.beta, white.aioe, blue.beta, blue.aioe];
  if (all.some((one) => one.of < 5 || isSmall(one.exposed) || isSmall(one.of - one.exposed))) return [];
  const share = (one: Share) => one.exposed / one.of;
  const agree = share(white.beta) > share(blue.beta) && share(white.aioe) > share(blue.aioe);
  const differ = share(white.beta) < share(blue.beta) && share(white.aioe) < share(blue.aioe);
  const verdict: Text = agree
    ? {
        zh: '两种测度的方向都与“白领先于蓝领”一致',
        en: 'both measures point the way of "white-collar before blue-collar"',
      }
    : differ
      ? {
          zh: '两种测度的方向都与“白领先于蓝领”相反',
          en: 'both measures point against "white-collar before blue-collar"',
        }
      : {
          zh: '两种测度对“白领先于蓝领”说法不一',
          en: 'the measures do not agree on "white-collar before blue-collar"',
        };
  return [
    {
      sentence: {
        zh: `林凡在2023年3月31日认为，从事重复性基础工作的职场人在未来2~3年内有可能被AI替代，白领可能先于蓝领。就${reading.baseline.words.zh}而言，受影响的占比按 GPTs are GPTs 为白领${percent(share(white.beta))}、蓝领${percent(share(blue.beta))}，按 AIOE 为白领${percent(share(white.aioe))}、蓝领${percent(share(blue.aioe))}（白领${countWords(white.beta.of)}人，蓝领${countWords(blue.beta.of)}人）：${verdict.zh}；但它们衡量的是任务与人工智能能力的重合，既不能说明是否会被替代，也不能说明2~3年这一时间。`,
        en: `On 31 March 2023 Lin Fan held that people in repetitive basic work may be replaced by AI within two to three years, white-collar before blue-collar. For ${reading.baseline.words.en}, the exposed share is ${percent(share(white.beta))} of white-collar and ${percent(share(blue.beta))} of blue-collar people by GPTs are GPTs, and ${percent(share(white.aioe))} and ${percent(share(blue.aioe))} by AIOE (${countWords(white.beta.of)} and ${countWords(blue.beta.of)} people): ${verdict.en}. But they measure how tasks overlap with what AI can do; they cannot say whether anybody is replaced, nor that it takes two to three years.`,
      },
      effect: 0.05,
    },
  ];
}

/** F13: how exposed the field's people are to AI, by two published measures. */
export async function aiExposure(reading: Reading): Promise<Draft> {
  const sql = `
    select role_id as key, count(*) filter (where ${reading.is})::integer as here,
      count(*) filter (where ${reading.baseline.is})::integer as base
    from people where month = '${reading.peopleMonth ?? ''}' and role_id is not null
    group by role_id order by here desc, key`;
  const found = reading.hasPeople && reading.peopleMonth !== null ? await reading.ask(roleCount, sql) : [];
  const roles = withMeasures(found);
  const n = roles.reduce((sum, role) => sum + role.here, 0);
  const hidden = suppress(roles.map((role): Group => ({ here: role.here, rest: null })));
  const unmapped = roles
    .filter((role) => role.beta === null && role.aioe === null)
    .reduce((sum, role) => sum + role.here, 0);
  const claims = n > 0 ? [...fieldClaim(reading, roles), ...collarClaim(reading, roles)] : [];
  const notes: Text[] = n === 0 ? [nobodyCounted(reading)] : fewRows(n, PEOPLE_COUNTED);
  if (unmapped >= 5) {
    notes.push({
      zh: `${countWords(unmapped)}人的岗位没有对应的测度，不计入占比`,
      en: `The roles of ${countWords(unmapped)} people have neither measure; they are left out of the shares`,
    });
  }
  return {
    figure: {
      ...blankFigure(DESCRIPTION, reading, reading.shown(sql)),
      n,
      baseline: {
        label: reading.baseline.label,
        period: reading.period,
        n: roles.reduce((sum, role) => sum + role.base, 0),
      },
      suppressedGroups: hidden.filter((flag, at) => flag && (roles[at]?.here ?? 0) > 0).length,
      tables:
        n === 0
          ? []
          : [
              measureTable(reading, roles),
              collarTable(reading, roles),
              agreementTable(roles),
              roleTable(roles, hidden),
            ],
      chart: n > 0 ? { kind: 'against', table: 'measures', columns: ['share', 'baseline'] } : null,
      sentences: claims.map((claim) => claim.sentence),
      notes,
    },
    claims,
  };
}

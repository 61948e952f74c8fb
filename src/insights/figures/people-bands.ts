import type { Text } from '../../platform/index.ts';
import type { Figure, FigureTable } from '../model.ts';
import type { Group } from '../privacy/suppress.ts';
import { suppressUnions } from '../privacy/unions.ts';
import type { Claim, Draft, Reading } from '../reading.ts';
import { percent } from '../sentences/phrases.ts';
import { cohensH } from '../statistics/effect.ts';
import { countCell, row, shareCell, suppressedCell } from './cells.ts';
import { blankFigure, type Description, fewRows, nobodyCounted, PEOPLE_COUNTED } from './describe.ts';
import {
  baselineColumn,
  countPeople,
  groupRows,
  hiddenGroups,
  type PeopleGroups,
  peopleColumn,
  peopleNotes,
  SHARE_COLUMN,
} from './people-groups.ts';

/** A group in an order: a band of ages, a degree. */
export type Band = { readonly key: string; readonly label: Text };
/** Several bands together: "over 30". */
export type Together = Band & { readonly of: readonly string[] };

/** People by bands that have an order, and sums of bands. */
export type Bands = {
  readonly description: Description;
  /** SQL over `people` that names the band; null where it is not known. */
  readonly key: string;
  readonly what: Text;
  readonly rowLabel: Text;
  readonly bands: readonly Band[];
  readonly together: readonly Together[];
};

/** A sum of bands that may be shown. */
export type Sum = { readonly together: Together; readonly here: number; readonly base: number };
export type BandCounts = {
  readonly groups: PeopleGroups;
  readonly sums: readonly Sum[];
  readonly hidden: readonly boolean[];
};

function inOrder(groups: PeopleGroups, bands: readonly Band[]): PeopleGroups {
  const order = new Map(bands.map((band, n) => [band.key, n]));
  const places = groups.groups.map((_, n) => n);
  const at = (n: number) => order.get(groups.groups[n]?.key ?? '') ?? bands.length;
  places.sort((a, b) => at(a) - at(b));
  return {
    ...groups,
    groups: places.flatMap((n) => groups.groups[n] ?? []),
    hidden: places.map((n) => groups.hidden[n] === true),
  };
}

/** Counts the bands and those sums of them that may be shown. */
export async function countBands(reading: Reading, of: Bands): Promise<BandCounts> {
  const groups = inOrder(await countPeople(reading, of.key), of.bands);
  const atoms = groups.groups.map(
    ({ counted: { here, base } }): Group => ({ here, rest: base >= here ? base - here : null }),
  );
  const isIn = (together: Together) => groups.groups.map(({ key }) => together.of.includes(key));
  const hidden = suppressUnions(
    atoms,
    groups.hidden,
    of.together.map((together) => ({ of: isIn(together) })),
  );
  const sums = of.together.map((together) => {
    const among = groups.groups.filter(({ key }) => together.of.includes(key));
    return {
      together,
      here: among.reduce((sum, group) => sum + group.here, 0),
      base: among.reduce((sum, group) => sum + group.base, 0),
    };
  });
  return { groups, sums, hidden };
}

function differenceCell(here: number, n: number, base: number, all: number) {
  if (n === 0 || all === 0) return { value: null };
  return { value: Number((here / n - base / all).toPrecision(12)) };
}

const DIFFERENCE_COLUMN = {
  id: 'difference',
  label: { zh: '差（百分点）', en: 'Difference (points)' },
  kind: 'change',
} as const;

function sumTable(reading: Reading, of: Bands, { groups, sums, hidden }: BandCounts): FigureTable[] {
  if (sums.length === 0) return [];
  return [
    {
      id: 'together',
      title: { zh: `${of.rowLabel.zh}合计`, en: 'Bands together' },
      rowLabel: of.rowLabel,
      columns: [peopleColumn(reading), SHARE_COLUMN, baselineColumn(reading), DIFFERENCE_COLUMN],
      rows: sums.map(({ together, here, base }, n) =>
        row(
          together.key,
          together.label,
          hidden[n]
            ? [suppressedCell, suppressedCell, suppressedCell, suppressedCell]
            : [
                countCell(here),
                shareCell(here, groups.n),
                shareCell(base, groups.base),
                differenceCell(here, groups.n, base, groups.base),
              ],
          false,
        ),
      ),
    },
  ];
}

/** "; 12 points more than in the whole network", where there is a baseline and a difference worth a word. */
export function againstWords(reading: Reading, share: number, baseline: number): Text {
  const points = Math.round((share - baseline) * 1000) / 10;
  const size = Math.abs(points).toFixed(1).replace(/\.0$/, '');
  if (reading.field.id === 'all' || Math.abs(points) < 1) return { zh: '', en: '' };
  const { words } = reading.baseline;
  return {
    zh: `，比${words.zh}（${percent(baseline)}）${points > 0 ? '高' : '低'}${size}个百分点`,
    en: `, ${size} points ${points > 0 ? 'more' : 'less'} than in ${words.en} (${percent(baseline)})`,
  };
}

/** The effect of a share against the baseline's. */
export function effectAgainst(sum: Sum, groups: PeopleGroups): number {
  return groups.base > 0 && groups.n > 0 ? Math.abs(cohensH(sum.here / groups.n, sum.base / groups.base)) : 0;
}

/** A figure of people by bands; `claim` makes its sentences from the counts. */
export async function bandFigure(
  reading: Reading,
  of: Bands,
  claim: (counts: BandCounts, shown: (key: string) => Sum | null) => Claim[],
): Promise<Draft> {
  const counts = await countBands(reading, of);
  const { groups } = counts;
  const labels = new Map(of.bands.map((band) => [band.key, band.label]));
  const shown = (key: string) => counts.sums.find((sum, n) => sum.together.key === key && !counts.hidden[n]) ?? null;
  const claims = groups.n > 0 ? claim(counts, shown) : [];
  const chart: Figure['chart'] =
    groups.n > 0 ? { kind: 'against', table: 'bands', columns: ['share', 'baseline'] } : null;
  return {
    figure: {
      ...blankFigure(of.description, reading, reading.shown(groups.sql)),
      n: groups.n,
      baseline: { label: reading.baseline.label, period: reading.period, n: groups.base },
      suppressedGroups: hiddenGroups(groups) + counts.hidden.filter(Boolean).length,
      tables:
        groups.n === 0
          ? []
          : [
              {
                id: 'bands',
                title: of.description.title,
                rowLabel: of.rowLabel,
                columns: [peopleColumn(reading), SHARE_COLUMN, baselineColumn(reading)],
                rows: groupRows(groups, (key) => labels.get(key) ?? { zh: key, en: key }),
              },
              ...sumTable(reading, of, counts),
            ],
      chart,
      sentences: claims.map((one) => one.sentence),
      notes: [
        ...(groups.n === 0 ? [nobodyCounted(reading)] : []),
        ...fewRows(groups.n, PEOPLE_COUNTED),
        ...(groups.n > 0 ? peopleNotes(reading, groups, of.what) : []),
      ],
    },
    claims,
  };
}

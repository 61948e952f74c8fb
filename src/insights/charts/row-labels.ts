import type { YAXisComponentOption } from 'echarts';
import { textWidth, wrapText } from './measure.ts';
import { TEXT } from './panel.ts';
import type { ChartTheme } from './theme.ts';

const GAP = 12;
const LINE = 16;

/** How the names of rows are set: in a column at the left, or where there is no room for one above each bar. */
export type RowLabels = {
  readonly above: boolean;
  /** Pixels that the column takes, with its gap; 0 above. */
  readonly column: number;
  readonly rowHeight: number;
  readonly lines: ReadonlyMap<string, string>;
};

type Row = { readonly key: string; readonly label: string };

/** Sets the names so that none is cut off: wrapped in the column, or above when the column would take over a third. */
export function setRowLabels(rows: readonly Row[], width: number, barHeight: number): RowLabels {
  const widest = Math.max(...rows.map((row) => textWidth(row.label, TEXT)));
  const limit = Math.min(190, Math.floor(width * 0.36));
  const above = width < 520 && widest > limit;
  const room = above ? width : limit;
  const wrapped = rows.map((row) => wrapText(row.label, room, TEXT));
  const lines = new Map(rows.map((row, i) => [row.key, (wrapped[i] ?? []).join('\n')]));
  const most = Math.max(...wrapped.map((one) => one.length));
  if (above) return { above, column: 0, rowHeight: barHeight + most * LINE + 14, lines };
  const column = Math.max(...wrapped.flat().map((line) => textWidth(line, TEXT))) + GAP;
  return { above, column, rowHeight: Math.max(barHeight + 14, most * LINE + 8), lines };
}

/** The axis of the rows, from the top down, with their names as set. */
export function rowAxis(
  at: number,
  rows: readonly Row[],
  labels: RowLabels,
  options: { readonly theme: ChartTheme; readonly barHeight: number; readonly line?: boolean },
): YAXisComponentOption {
  const { theme, barHeight, line = true } = options;
  return {
    type: 'category',
    gridIndex: at,
    inverse: true,
    data: rows.map((row) => row.key),
    triggerEvent: true,
    axisTick: { show: false },
    axisLine: { show: line, lineStyle: { color: theme.line } },
    axisLabel: {
      interval: 0,
      color: theme.ink,
      fontSize: TEXT,
      fontFamily: theme.font,
      lineHeight: LINE,
      align: 'left',
      formatter: (key: string) => labels.lines.get(key) ?? key,
      ...(labels.above
        ? { inside: true, margin: 1, verticalAlign: 'bottom' as const, padding: [0, 0, barHeight / 2 + 3, 0] }
        : { margin: labels.column }),
    },
  };
}

/** Above its bar a name pushes the bar below the middle of its row, so the first row needs room on top. */
export const topRoom = (labels: RowLabels): number => (labels.above ? 10 : 0);

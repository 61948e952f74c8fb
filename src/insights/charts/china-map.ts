import type { CustomSeriesOption, ScatterSeriesOption } from 'echarts';
import { CITY_PLACES, type Place, TOWN_PLACES } from './china-places.ts';
import { type Drawn, valueLabel } from './drawn-rows.ts';
import { type Area, type Panel, SMALL, type Style } from './panel.ts';

const RADIANS = Math.PI / 180;
const [SOUTH, NORTH, MIDDLE, CENTRE] = [25, 47, 105, 36];
const CONE = (Math.sin(SOUTH * RADIANS) + Math.sin(NORTH * RADIANS)) / 2;
const SIZE = Math.cos(SOUTH * RADIANS) ** 2 + 2 * CONE * Math.sin(SOUTH * RADIANS);
const radius = (north: number): number => Math.sqrt(SIZE - 2 * CONE * Math.sin(north * RADIANS)) / CONE;

/** Albers' equal-area conic projection as maps of China use it (parallels 25° and 47°, meridian 105°): Snyder 1987, §14. */
export function project({ east, north }: Place): [x: number, y: number] {
  const angle = CONE * (east - MIDDLE) * RADIANS;
  return [radius(north) * Math.sin(angle), radius(CENTRE) - radius(north) * Math.cos(angle)];
}

const LAND = [...CITY_PLACES.values(), ...TOWN_PLACES].map(project);
const across = LAND.map(([x]) => x);
const along = LAND.map(([, y]) => y);
const BOUNDS = {
  west: Math.min(...across) - 0.02,
  east: Math.max(...across) + 0.03,
  south: Math.min(...along) - 0.02,
  north: Math.max(...along) + 0.02,
};
export const MAP_RATIO = (BOUNDS.north - BOUNDS.south) / (BOUNDS.east - BOUNDS.west);

/** Room for circles and names that stand out over the land's edge: coastal cities are named to the east of it. */
const EDGE = 14;
const EAST = 64;
/** How many of the biggest cities are named on the map; all are beside it. */
const NAMED = 5;

/**
 * China as its own towns: a small dot for each, and circles whose area is the share on the cities that the figure counts. No
 * line is drawn that somebody could dispute.
 */
export function chinaPanel(drawn: Drawn, area: Area, at: number, style: Style): Panel {
  const { theme, locale } = style;
  const width = area.width - EAST;
  const height = Math.round(width * MAP_RATIO);
  const biggest = Math.max(1e-9, ...drawn.rows.map((row) => row.cells[0]?.value ?? 0));
  const cities = drawn.rows
    .flatMap((row, i) => {
      const spot = CITY_PLACES.get(row.key);
      const value = row.cells[0]?.value;
      return spot && value ? [{ row, rank: i, value, at: project(spot) }] : [];
    })
    .sort((a, b) => b.value - a.value);
  const most = width / 7;
  const common = { xAxisIndex: at, yAxisIndex: at, animation: false } as const;
  // One path of dots rather than seven hundred marks: a tenth of the bytes in an export.
  const land: CustomSeriesOption = {
    ...common,
    type: 'custom',
    silent: true,
    tooltip: { show: false },
    data: [[BOUNDS.west, BOUNDS.north]],
    renderItem: (_params, api) => ({
      type: 'path',
      shape: {
        pathData: LAND.map((point) => {
          const [x = 0, y = 0] = api.coord([...point]);
          return `M${x.toFixed(1)} ${y.toFixed(1)}h0.01`;
        }).join(''),
      },
      style: { stroke: theme.dots, lineWidth: Math.max(2, width / 120), lineCap: 'round', fill: 'none' },
    }),
  };
  const circles: ScatterSeriesOption = {
    ...common,
    type: 'scatter',
    name: drawn.columns[0]?.label,
    z: 4,
    cursor: 'pointer',
    // Seen through in the colour alone: an opacity would fade the names too.
    itemStyle: { color: `${theme.field}d1`, opacity: 1, borderColor: theme.paper, borderWidth: 1 },
    data: cities.map(({ row, value, at: point }) => ({
      name: row.key,
      value: [...point, value],
      symbolSize: Math.max(5, Math.sqrt(value / biggest) * most),
    })),
    labelLayout: { hideOverlap: true },
    label: {
      show: true,
      position: 'right',
      distance: 4,
      color: theme.ink,
      fontSize: SMALL,
      fontFamily: theme.font,
      textBorderColor: theme.paper,
      textBorderWidth: 3,
      formatter: ({ dataIndex }) => {
        const city = cities[dataIndex];
        if (!city || city.rank >= NAMED) return '';
        const cell = city.row.cells[0];
        return cell ? `${city.row.label} ${valueLabel(cell, drawn.columns[0]?.kind ?? 'share', locale).value}` : '';
      },
    },
  };
  return {
    height: height + EDGE * 2,
    grids: [{ left: area.left, top: area.top + EDGE, width, height }],
    xAxes: [{ type: 'value', gridIndex: at, min: BOUNDS.west, max: BOUNDS.east, show: false }],
    yAxes: [{ type: 'value', gridIndex: at, min: BOUNDS.south, max: BOUNDS.north, show: false }],
    series: [land, circles],
  };
}

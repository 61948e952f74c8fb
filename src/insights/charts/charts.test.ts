import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chartSvg } from '../export/chart-svg.ts';
import { SAMPLE_REPORT } from '../export/sample-report.ts';
import type { Figure } from '../model.ts';
import { CITY_PLACES } from './china-places.ts';
import { drawFigure } from './draw-figure.ts';
import { formatCell, formatNumber, formatPeriod, formatShort } from './format.ts';
import { textWidth, wrapText } from './measure.ts';
import { DARK, LIGHT } from './theme.ts';

const LOCALES = ['zh', 'en'] as const;
const WIDTHS = [320, 720] as const;
const figures = SAMPLE_REPORT.figures;

function figure(id: Figure['id']): Figure {
  const found = figures.find((one) => one.id === id);
  if (!found) throw new Error(`the sample has no ${id}`);
  return found;
}

/** The words of a drawing, in their order, without blanks. */
const wordsOf = (svg: string): string =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)]
    .map((match) => match[1] ?? '')
    .join('')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll(/\s/g, '');

test.each(LOCALES)('every row of every chart is named in full, at any width (%s)', (locale) => {
  for (const one of figures) {
    const table = one.tables.find((candidate) => candidate.id === one.chart?.table);
    for (const width of WIDTHS) {
      const words = wordsOf(chartSvg(one, { locale, width, theme: LIGHT })?.svg ?? '');
      for (const row of table?.rows ?? [])
        expect(words, `${one.id} ${width}`).toContain(row.label[locale].replaceAll(/\s/g, ''));
    }
  }
});

test('bars say their value and how many were counted', () => {
  const words = wordsOf(
    chartSvg(figure('postings-by-industry'), { locale: 'zh', width: 720, theme: LIGHT })?.svg ?? '',
  );
  expect(words).toContain('32.8%267');
});

test('a group that is not shown is named without a number', () => {
  const words = wordsOf(chartSvg(figure('pay-by-role'), { locale: 'zh', width: 720, theme: LIGHT })?.svg ?? '');
  expect(words).toContain('为保护隐私不显示');
});

test('each year on year change stands under its count', () => {
  const words = wordsOf(chartSvg(figure('new-postings'), { locale: 'en', width: 720, theme: LIGHT })?.svg ?? '');
  expect(words).toContain('527+281.9%');
  expect(words).toContain('814+31.3%');
});

test('a chart is described in words with its first rows', () => {
  const description = drawFigure(figure('people-by-city'), { locale: 'zh', theme: LIGHT, width: 600 })?.description;
  expect(description).toContain('人才的城市分布 · 2023年1–2月 · n = 1,046');
  expect(description).toMatch(/北京：33\.37%（95% 区间 .*349 \/ 1,046）/);
});

test('marks carry the keys of their rows, so that a click can open them', () => {
  for (const one of figures) {
    const option = JSON.stringify(drawFigure(one, { locale: 'en', theme: DARK, width: 600 })?.option);
    const table = one.tables.find((candidate) => candidate.id === one.chart?.table);
    for (const row of table?.rows ?? []) expect(option).toContain(`"name":"${row.key}"`);
  }
});

test('years run from left to right, whichever way the table lists them', () => {
  const years = figure('new-postings');
  const turned: Figure = {
    ...years,
    tables: years.tables.map((table) => ({ ...table, rows: table.rows.toReversed() })),
  };
  const draw = (one: Figure) => chartSvg(one, { locale: 'en', width: 720, theme: LIGHT })?.svg;
  expect(draw(turned)).toBe(draw(years));
});

test('fifty months fit, and the last is told', () => {
  const months = Array.from(
    { length: 50 },
    (_, i) => `${2019 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
  );
  const long: Figure = {
    ...figure('new-postings'),
    tables: [
      {
        id: 'years',
        title: { zh: '各月', en: 'Months' },
        rowLabel: { zh: '月', en: 'Month' },
        columns: [{ id: 'count', label: { zh: '职位', en: 'Postings' }, kind: 'count' }],
        rows: months.map((key, i) => ({ key, label: { zh: key, en: key }, cells: [{ value: 100 + i }], opens: true })),
      },
    ],
  };
  const words = wordsOf(chartSvg(long, { locale: 'zh', width: 320, theme: LIGHT })?.svg ?? '');
  expect(words).toContain('149');
  expect(words).not.toContain('148');
});

test('a figure without rows has no chart', () => {
  const empty: Figure = { ...figure('new-postings'), tables: [] };
  expect(drawFigure(empty, { locale: 'zh', theme: LIGHT, width: 600 })).toBeNull();
});

test('wrapping a text loses nothing and keeps to the width where words allow it', () => {
  const word = fc.stringMatching(/^[A-Za-z]{1,9}$/);
  const text = fc.array(fc.oneof(word, fc.constantFrom('算法', '工程师', '自然语言处理', '新能源')), {
    minLength: 1,
    maxLength: 9,
  });
  fc.assert(
    fc.property(text, fc.integer({ min: 90, max: 300 }), (words, limit) => {
      const lines = wrapText(words.join(' '), limit, 13);
      expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
      for (const line of lines) expect(textWidth(line, 13)).toBeLessThanOrEqual(limit);
    }),
  );
});

test('wrapping keeps numbers, signs and brackets, and begins no line with a closing sign', () => {
  const parts = fc.constantFrom(
    '增长',
    '2023',
    '年',
    '31.3%',
    ' ',
    '(n = 814)',
    '\uff0c',
    '\u3002',
    '\uff1a',
    '\uff08',
    '\uff09',
    '<b>&',
  );
  fc.assert(
    fc.property(fc.array(parts, { minLength: 1, maxLength: 30 }), fc.integer({ min: 60, max: 300 }), (words, limit) => {
      const text = words.join('');
      const lines = wrapText(text, limit, 13);
      expect(lines.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
    }),
  );
  const lines = wrapText(
    '最紧缺的是深度学习工程师\uff1a每个职位只有0.09人投递\uff0874个职位\uff0c7人\uff09\u3002',
    100,
    13,
  );
  for (const line of lines) expect(line).not.toMatch(/^[\uff0c\u3002\uff1a\uff09]|\uff08$/);
});

test('numbers are written as people of each language write them', () => {
  expect(formatNumber(2.8188, 'change', 'zh')).toBe('+281.88%');
  expect(formatNumber(-0.05, 'change', 'en')).toBe('−5.0%');
  expect(formatNumber(0.0645, 'share', 'zh')).toBe('6.45%');
  expect(formatNumber(1_030_000, 'money', 'zh')).toBe('1,030,000');
  expect(formatShort(1_030_000, 'money', 'zh')).toBe('103万');
  expect(formatShort(1_030_000, 'money', 'en')).toBe('1.03M');
  expect(formatCell({ value: null, suppressed: true }, 'share', 'en')).toBe('not shown, for privacy');
  expect(formatPeriod({ from: '2023-01', to: '2023-02' }, 'zh')).toBe('2023年1–2月');
  expect(formatPeriod({ from: '2023-01', to: '2023-02' }, 'en')).toBe('Jan–Feb 2023');
  expect(formatPeriod({ from: '2022-11', to: '2023-02' }, 'en')).toBe('Nov 2022 – Feb 2023');
  expect(formatPeriod({ from: '2023-03', to: '2023-03' }, 'zh')).toBe('2023年3月');
});

test('cities stand where they are', () => {
  const east = (id: string) => CITY_PLACES.get(id)?.east ?? Number.NaN;
  const north = (id: string) => CITY_PLACES.get(id)?.north ?? Number.NaN;
  expect(east('shanghai')).toBeGreaterThan(east('beijing'));
  expect(north('beijing')).toBeGreaterThan(north('shanghai'));
  expect(north('guangzhou')).toBeGreaterThan(north('shenzhen'));
  for (const id of ['taipei', 'hong-kong', 'macau', 'sansha', 'lhasa']) expect(CITY_PLACES.has(id), id).toBe(true);
});

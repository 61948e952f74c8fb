import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { drawFigure, WORDS } from '../../src/insights/charts/index.ts';
import type { EChartsType } from './echarts.ts';
import type { Figure } from './queries.ts';
import { useLocale } from './queries.ts';
import { useChartTheme, useSeen, useStillness, useWidth } from './use-look.ts';

/** The key of the row that was clicked: a mark carries it as its name, an axis as its value. */
function keyOfClick(event: unknown): string | null {
  if (typeof event !== 'object' || event === null) return null;
  if ('componentType' in event && event.componentType !== 'series' && 'value' in event)
    return typeof event.value === 'string' ? event.value : null;
  return 'name' in event && typeof event.name === 'string' ? event.name : null;
}

/** A figure's chart. Its place is kept from the start; the library is loaded when the chart comes near the window. */
export function FigureChart({
  figure,
  subject,
  onOpen,
}: {
  figure: Figure;
  subject: string;
  onOpen: (key: string) => void;
}) {
  const { t } = useTranslation();
  const locale = useLocale();
  const theme = useChartTheme();
  const still = useStillness();
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const open = useRef(onOpen);
  open.current = onOpen;
  const seen = useSeen(place);
  const width = useWidth(place);
  const chart = useMemo(
    () => (width > 0 ? drawFigure(figure, { locale, theme, width, subject, moves: !still }) : null),
    [figure, locale, theme, width, subject, still],
  );
  const instance = useRef<EChartsType | null>(null);
  useEffect(() => {
    let gone = false;
    const element = canvas.current;
    if (!seen || !chart || !element) return;
    void import('./echarts.ts').then(({ startChart }) => {
      if (gone) return;
      instance.current ??= startChart(element);
      instance.current.resize({ width, height: chart.height });
      instance.current.setOption(chart.option, { notMerge: true });
      instance.current.off('click');
      instance.current.on('click', (event) => {
        const key = keyOfClick(event);
        if (key) open.current(key);
      });
    });
    return () => {
      gone = true;
    };
  }, [seen, chart, width]);
  useEffect(
    () => () => {
      instance.current?.dispose();
      instance.current = null;
    },
    [],
  );
  return (
    <div>
      <div ref={place} className="w-full">
        <div ref={canvas} role="img" aria-label={chart?.description ?? ''} style={{ height: chart?.height ?? 300 }} />
      </div>
      {chart && (chart.total > chart.shown || figure.chart?.kind === 'map') && (
        <p className="mt-1 text-xs text-soft">
          {[
            chart.total > chart.shown ? t('insights.firstOf', { shown: chart.shown, total: chart.total }) : '',
            figure.chart?.kind === 'map' ? WORDS.places[locale] : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { Chip, ErrorNotice } from '../../components/basics.tsx';
import { percentWords, useScores } from './queries.ts';

type Score = Schemas['ForecastScore'];
type Band = Schemas['CalibrationBand'];
type Scored = { readonly name: string; readonly score: Score; readonly withdrawn: number; readonly madeUp: boolean };

const written = (score: number) => score.toFixed(3);

/** Scores beside what always saying one half, or the base rate, would have got. */
function ScoreTable({ rows }: { rows: readonly Scored[] }) {
  const { t } = useTranslation();
  return (
    <table className="w-full text-[13px]">
      <thead className="text-left text-xs text-soft">
        <tr>
          <th scope="col" className="pb-1 font-normal">
            {t('forecasts.who')}
          </th>
          <th scope="col" className="pb-1 text-right font-normal">
            {t('forecasts.brier')}
          </th>
          <th scope="col" className="pb-1 text-right font-normal">
            {t('forecasts.baseRate')}
          </th>
          <th scope="col" className="pb-1 text-right font-normal">
            n
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, score, withdrawn, madeUp }) => (
          <tr key={name} className="border-t border-line align-baseline">
            <th scope="row" className="py-1.5 pr-2 text-left font-medium">
              {name} {madeUp && <Chip tone="amber">{t('forecasts.demo')}</Chip>}
              {withdrawn > 0 && (
                <span className="block text-xs font-normal text-soft">
                  {t('forecasts.withdrew', { count: withdrawn })}
                </span>
              )}
            </th>
            <td
              className={`py-1.5 text-right tabular-nums ${score.score < score.always50 ? 'text-jade' : 'text-seal'}`}
            >
              {written(score.score)}
            </td>
            <td className="py-1.5 text-right tabular-nums text-soft">{written(score.baseRate)}</td>
            <td className="py-1.5 pl-2 text-right tabular-nums">{score.n}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Whether what was called likely came true often. */
function Calibration({ bands, title }: { bands: readonly Band[]; title: string }) {
  const { t } = useTranslation();
  if (bands.every((band) => band.n === 0)) return null;
  return (
    <table className="mt-4 w-full text-[13px]">
      <caption className="pb-1 text-left text-xs font-semibold">{title}</caption>
      <thead className="text-left text-xs text-soft">
        <tr>
          <th scope="col" className="pb-1 font-normal">
            {t('forecasts.said')}
          </th>
          <th scope="col" className="pb-1 text-right font-normal">
            {t('forecasts.came')}
          </th>
          <th scope="col" className="pb-1 text-right font-normal">
            n
          </th>
        </tr>
      </thead>
      <tbody>
        {bands.map((band) => (
          <tr key={band.from} className="border-t border-line tabular-nums">
            <th scope="row" className="py-1 text-left font-normal">
              {percentWords(band.from)}–{percentWords(band.to)}
            </th>
            <td className="py-1 text-right">
              {band.cameTrue === null || band.low === null || band.high === null ? (
                '—'
              ) : (
                <>
                  {percentWords(band.cameTrue)}{' '}
                  <span className="text-xs text-soft">
                    {Math.round(band.low * 100)}–{percentWords(Math.round(band.high * 100) / 100)}
                  </span>
                </>
              )}
            </td>
            <td className="py-1 pl-2 text-right">{band.n}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Who tells the future well: those who publish probabilities, the members together, and the reader. */
export function Scores() {
  const { t } = useTranslation();
  const { data, error } = useScores();
  const together = (name: string, score: Score): Scored => ({ name, score, withdrawn: 0, madeUp: false });
  const rows = [
    ...(data?.authors ?? []),
    ...(data?.crowd ? [together(t('forecasts.crowd'), data.crowd)] : []),
    ...(data?.mine ? [together(t('forecasts.mine'), data.mine)] : []),
  ];
  return (
    <aside aria-labelledby="scores" className="rounded-lg border border-line bg-sheet p-4">
      <h2 id="scores" className="font-semibold">
        {t('forecasts.scores')}
      </h2>
      <ErrorNotice error={error} />
      {data && rows.length === 0 && <p className="mt-2 text-sm text-soft">{t('forecasts.noScores')}</p>}
      {rows.length > 0 && (
        <>
          <p className="mt-1 mb-2 text-xs text-soft">{t('forecasts.always50', { score: written(0.25) })}</p>
          <ScoreTable rows={rows} />
        </>
      )}
      {data && <Calibration bands={data.authorsBands} title={t('forecasts.calibration')} />}
      {data && <Calibration bands={data.myBands} title={t('forecasts.myCalibration')} />}
      <details className="mt-4 border-t border-line pt-2 text-[13px]">
        <summary className="cursor-pointer py-1 text-jade select-none">{t('forecasts.rules')}</summary>
        <ul className="mt-1 list-disc space-y-1.5 pl-4 text-soft">
          {(['brier', 'revisions', 'untold', 'privacy'] as const).map((rule) => (
            <li key={rule}>{t(`forecasts.rule.${rule}`)}</li>
          ))}
        </ul>
        <p className="mt-2 text-xs text-soft">
          Brier 1950, Monthly Weather Review 78(1); Mellers et al. 2014, Psychological Science 25(5)
        </p>
      </details>
    </aside>
  );
}

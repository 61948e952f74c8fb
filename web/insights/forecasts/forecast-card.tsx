import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPeriod } from '../../../src/insights/charts/index.ts';
import { answer, api } from '../../api/client.ts';
import { Button, Card, Chip, ErrorNotice } from '../../components/basics.tsx';
import { useLocale } from '../queries.ts';
import { type Forecast, numberWords, percentWords, type Tried, useExplained, useForecastAction } from './queries.ts';

const TONE = {
  open: 'plain',
  due: 'amber',
  true: 'jade',
  false: 'seal',
  'cannot-be-told': 'amber',
  withdrawn: 'plain',
} as const;

/** A number that a test read, or why there is none. */
function useReadWords() {
  const { t } = useTranslation();
  const locale = useLocale();
  return (read: Tried['latest']['left'], unit: Forecast['unit']) =>
    'value' in read
      ? `${numberWords(read, unit, locale)}${locale === 'zh' ? '\uff0c' : ', '}n = ${read.n}`
      : t(`forecasts.reason.${read.reason}`);
}

function Resolution({ forecast }: { forecast: Forecast }) {
  const { t } = useTranslation();
  const words = useReadWords();
  const { resolution, unit, state } = forecast;
  if (!resolution || state === 'open' || state === 'due' || state === 'withdrawn') return null;
  const rows = [
    ...(resolution.read ? [[t('forecasts.read'), words(resolution.read, unit)]] : []),
    ...(resolution.against ? [[t('forecasts.readAgainst'), words(resolution.against, unit)]] : []),
    ...(resolution.reason ? [[t('forecasts.why'), t(`forecasts.reason.${resolution.reason}`)]] : []),
    [
      t('forecasts.resolvedBy'),
      `${forecast.resolvedAt?.slice(0, 10) ?? ''} · ${resolution.snapshot ? resolution.snapshot.slice(0, 12) : '—'}`,
    ],
  ];
  return (
    <dl className="mt-3 grid grid-cols-[max-content_1fr] gap-x-3 gap-y-1 rounded-md bg-paper px-3 py-2 text-[13px]">
      {rows.map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="text-soft">{label}</dt>
          <dd className="break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The test's statements, and how it would have come out for the latest such months. */
function TestDetails({ forecast }: { forecast: Forecast }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const { data, error } = useExplained(forecast.id, open);
  return (
    <details className="mt-2 text-[13px]" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="cursor-pointer py-1 text-jade select-none">{t('forecasts.details')}</summary>
      {forecast.about[locale] && <p className="mt-1 max-w-[52em] leading-relaxed">{forecast.about[locale]}</p>}
      <ErrorNotice error={error} />
      {data && <TriedTest tried={data} />}
      {forecast.stated.length > 1 && (
        <p className="mt-2 text-soft">
          {t('forecasts.revised')}{' '}
          {forecast.stated.map((one) => `${one.at.slice(0, 10)} ${percentWords(one.probability)}`).join(' → ')}
        </p>
      )}
    </details>
  );
}

export function TriedTest({ tried }: { tried: Tried }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const words = useReadWords();
  const { latest, unit } = tried;
  return (
    <>
      <p className="mt-2">
        {t('forecasts.latest', { period: formatPeriod(latest.period, locale) })} {words(latest.left, unit)}
        {latest.right && ` · ${t('forecasts.readAgainst')} ${words(latest.right, unit)}`}
        {' → '}
        {t(`forecasts.state.${latest.outcome}`)}
        {latest.reason === 'uncertain' && ` · ${t('forecasts.reason.uncertain')}`}
      </p>
      <pre className="mt-2 max-h-72 overflow-auto rounded-md bg-paper p-3 text-xs leading-relaxed whitespace-pre-wrap">
        {tried.sql}
      </pre>
    </>
  );
}

/** The reader's own probability, in whole percent. */
function MyProbability({ forecast }: { forecast: Forecast }) {
  const { t } = useTranslation();
  const last = forecast.mine.at(-1)?.probability;
  const [percent, setPercent] = useState(last === undefined ? '' : String(Math.round(last * 100)));
  const give = useForecastAction((probability: number) =>
    answer(
      api.PUT('/api/v1/insights/forecasts/{forecastId}/probability', {
        params: { path: { forecastId: forecast.id } },
        body: { probability },
      }),
    ),
  );
  const value = Number(percent);
  const valid = percent.trim() !== '' && value >= 0 && value <= 100;
  return (
    <form
      className="flex flex-wrap items-center gap-2 text-[13px]"
      onSubmit={(event) => {
        event.preventDefault();
        if (valid) give.mutate(value / 100);
      }}
    >
      <label className="inline-flex items-center gap-2">
        <span className="text-soft">{t('forecasts.mineIs')}</span>
        <input
          type="number"
          inputMode="numeric"
          min={0}
          max={100}
          step={1}
          value={percent}
          onChange={(event) => setPercent(event.target.value)}
          className="min-h-8 w-16 rounded-md border border-line bg-sheet px-2 text-right text-sm tabular-nums"
        />
        <span aria-hidden="true">%</span>
      </label>
      <Button type="submit" disabled={!valid || give.isPending || value / 100 === last}>
        {last === undefined ? t('forecasts.give') : t('forecasts.revise')}
      </Button>
      <span role="status" className="text-xs text-soft">
        {give.isSuccess && t('forecasts.kept')}
      </span>
      <ErrorNotice error={give.error} />
    </form>
  );
}

function Probabilities({ forecast }: { forecast: Forecast }) {
  const { t } = useTranslation();
  const stated = forecast.stated.at(-1);
  const mine = forecast.mine.at(-1);
  const asks = forecast.mayGiveProbability;
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-2 border-t border-line pt-3 text-[13px]">
      <span>
        <span className="text-soft">{t('forecasts.stated')}</span>{' '}
        <b className="tabular-nums">{stated ? percentWords(stated.probability) : t('forecasts.notStated')}</b>
      </span>
      <span>
        <span className="text-soft">{t('forecasts.crowdIs')}</span>{' '}
        {forecast.crowd ? (
          <b className="tabular-nums">
            {percentWords(forecast.crowd.mean)} <span className="font-normal">n = {forecast.crowd.n}</span>
          </b>
        ) : (
          <span className="text-soft">{t('forecasts.tooFew')}</span>
        )}
      </span>
      {!asks && mine && (
        <span>
          <span className="text-soft">{t('forecasts.mineIs')}</span>{' '}
          <b className="tabular-nums">{percentWords(mine.probability)}</b>
        </span>
      )}
      {asks && <MyProbability forecast={forecast} />}
    </div>
  );
}

function AnalystActions({ forecast }: { forecast: Forecast }) {
  const { t } = useTranslation();
  const params = { path: { forecastId: forecast.id } };
  const withdraw = useForecastAction((reason: string) =>
    answer(api.POST('/api/v1/insights/forecasts/{forecastId}/withdrawal', { params, body: { reason } })),
  );
  const resolve = useForecastAction(() =>
    answer(api.POST('/api/v1/insights/forecasts/{forecastId}/resolution', { params })),
  );
  if (!forecast.mayResolve && !forecast.mayWithdraw) return null;
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2">
      {forecast.mayResolve && (
        <Button disabled={resolve.isPending} onClick={() => resolve.mutate(undefined)}>
          {t('forecasts.resolveNow')}
        </Button>
      )}
      {forecast.mayWithdraw && (
        <Button
          kind="alarm"
          disabled={withdraw.isPending}
          onClick={() => {
            const reason = prompt(t('forecasts.withdrawWhy'))?.trim();
            if (reason) withdraw.mutate(reason);
          }}
        >
          {t('forecasts.withdraw')}
        </Button>
      )}
      <ErrorNotice error={withdraw.error ?? resolve.error} />
    </div>
  );
}

/** One claim: who made it, its test, what is held of it, and how it came out. */
export function ForecastCard({ forecast }: { forecast: Forecast }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <Card>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-soft">
        <Chip tone={TONE[forecast.state]}>{t(`forecasts.state.${forecast.state}`)}</Chip>
        {forecast.madeUp && <Chip tone="amber">{t('forecasts.demo')}</Chip>}
        <span>
          {forecast.author[locale]} · {forecast.saidOn}
        </span>
        <span className="ml-auto">{t('forecasts.resolvesOn', { day: forecast.resolvesOn })}</span>
      </div>
      <h2 className="mt-2 max-w-[46em] text-base leading-relaxed font-semibold">{forecast.statement[locale]}</h2>
      {forecast.source && <p className="mt-0.5 text-xs text-soft">{forecast.source}</p>}
      <p className="mt-2 max-w-[52em] text-[13px] leading-relaxed">
        <span className="text-soft">{t('forecasts.test')}</span> {forecast.words[locale]}
      </p>
      <Resolution forecast={forecast} />
      {forecast.withdrawal && (
        <p className="mt-2 text-[13px] text-soft">
          {t('forecasts.withdrawnFor', {
            day: forecast.withdrawal.at.slice(0, 10),
            reason: forecast.withdrawal.reason,
          })}
        </p>
      )}
      <Probabilities forecast={forecast} />
      <TestDetails forecast={forecast} />
      <AnalystActions forecast={forecast} />
    </Card>
  );
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { useFormat } from '../app/words.ts';
import { Button, Card, Chip, ErrorNotice, Loading, PageHeader } from '../components/basics.tsx';

type Version = Schemas['WeightsVersion'];
const SPEAKS = ['skills', 'role', 'evidence', 'domain', 'words', 'reach', 'openness'] as const;
const NEEDS = ['place', 'pay', 'years', 'degree'] as const;
type Part = (typeof SPEAKS)[number] | (typeof NEEDS)[number];

function Bars({ title, parts, version }: { title: string; parts: readonly Part[]; version: Version }) {
  const { t } = useTranslation();
  return (
    <div>
      <h3 className="mb-1.5 text-xs text-soft">{title}</h3>
      <dl className="space-y-1 text-sm">
        {parts.map((part) => {
          const weighs = version.weighs[part] ?? 0;
          const times = version.multipliers[part] ?? 1;
          return (
            <div key={part} className="grid grid-cols-[5.5rem_1fr_3rem_3.5rem] items-center gap-2">
              <dt className="truncate">{t(`hire.parts.${part}`)}</dt>
              <dd className="contents">
                <span aria-hidden="true" className="h-2 rounded-sm bg-paper">
                  <span className="block h-2 rounded-sm bg-jade" style={{ width: `${Math.round(100 * weighs)}%` }} />
                </span>
                <span className="text-right tabular-nums">{Math.round(100 * weighs)} %</span>
                <span className={`text-right tabular-nums ${times === 1 ? 'text-soft' : 'font-medium'}`}>
                  {t('weights.times', { times: times.toFixed(2) })}
                </span>
              </dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}

function Learned({ from }: { from: NonNullable<Version['learnedFrom']> }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const figure = (value: number) => value.toFixed(3);
  const { present, learned, lists, leastGain } = from.heldOut;
  const rows = [
    [t('weights.lists'), t('weights.listsOf', { lists: from.lists, pairs: from.pairs })],
    [t('weights.people'), t('weights.peopleOf', { recruiters: from.recruiters, companies: from.companies })],
    [t('weights.period'), `${day(from.from)} – ${day(from.to)}`],
    [
      t('weights.ndcg'),
      t('weights.ndcgOf', { present: figure(present), learned: figure(learned), lists, least: figure(leastGain) }),
    ],
    [
      t('weights.ratio'),
      t('weights.change', { present: figure(from.impactRatio.present), learned: figure(from.impactRatio.learned) }),
    ],
    [t('weights.attention'), t('weights.attentionOf', { eta: from.eta })],
  ] as const;
  return (
    <dl className="mt-4 grid gap-x-6 gap-y-2 border-t border-line pt-3 text-sm sm:grid-cols-2 lg:grid-cols-3">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt className="text-xs text-soft">{name}</dt>
          <dd className="tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Choice({ version, back }: { version: Version; back: boolean }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const choose = useMutation({
    mutationFn: () => answer(api.PUT('/api/v1/matching/weights/active', { body: { version: version.version } })),
    onSuccess: (data) => queries.setQueryData(['weights'], data),
  });
  if (!asked) {
    return <Button onClick={() => setAsked(true)}>{t(back ? 'weights.rollBack' : 'weights.use')}</Button>;
  }
  const said = back
    ? t('weights.confirm', { version: version.version })
    : t('weights.confirmForward', { version: version.version });
  return (
    <div className="w-full">
      <p className="mb-2 text-sm">{said}</p>
      <div className="flex flex-wrap gap-2">
        <Button kind="main" disabled={choose.isPending} onClick={() => choose.mutate()}>
          {t('weights.yes')}
        </Button>
        <Button onClick={() => setAsked(false)}>{t('weights.no')}</Button>
      </div>
      <ErrorNotice error={choose.error} />
    </div>
  );
}

function VersionCard({ version, active }: { version: Version; active: number }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  return (
    <Card>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <h2 className="font-semibold">{t('weights.version', { version: version.version })}</h2>
        {version.active && <Chip tone="jade">{t('weights.active')}</Chip>}
        <span className="grow text-sm text-soft">
          {version.madeAt ? t('weights.madeOn', { day: day(version.madeAt) }) : t('weights.defaults')}
        </span>
        {!version.active && <Choice version={version} back={version.version < active} />}
      </div>
      <div className="grid gap-x-8 gap-y-4 md:grid-cols-2">
        <Bars title={t('weights.speaks')} parts={SPEAKS} version={version} />
        <Bars title={t('weights.needs')} parts={NEEDS} version={version} />
      </div>
      {version.learnedFrom && <Learned from={version.learnedFrom} />}
    </Card>
  );
}

/** What the ranking weighs, every version with what it was learned from, and the way back. */
export function RankingWeights() {
  const { t } = useTranslation();
  const weights = useQuery({
    queryKey: ['weights'],
    queryFn: () => answer(api.GET('/api/v1/matching/weights')),
  });
  const active = weights.data?.items.find((one) => one.active)?.version ?? 0;
  return (
    <>
      <PageHeader title={t('weights.title')} about={t('weights.about')} />
      <p className="mb-4 max-w-prose text-sm text-soft">{t('weights.how')}</p>
      <ErrorNotice error={weights.error} />
      {weights.isPending && <Loading />}
      <ul className="space-y-3">
        {weights.data?.items.map((version) => (
          <li key={version.version}>
            <VersionCard version={version} active={active} />
          </li>
        ))}
      </ul>
    </>
  );
}

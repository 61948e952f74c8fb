import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { useSession } from '../../app/session.ts';
import { Button, Card, ErrorNotice, Field, Input, Loading, PageHeader, TextArea } from '../../components/basics.tsx';
import { useLocale, useSources } from '../queries.ts';
import { shiftMonth, usualPeriod } from '../report-search.ts';
import { TriedTest } from './forecast-card.tsx';
import type { ForecastTest } from './queries.ts';
import { emptyDraft, type TestDraft, TestEditor, testOf, useDraftKind } from './test-editor.tsx';

type Words = {
  readonly zh: string;
  readonly en: string;
  readonly aboutZh: string;
  readonly aboutEn: string;
  readonly author: string;
  readonly source: string;
  readonly saidOn: string;
  readonly percent: string;
  readonly resolvesOn: string;
};

function Statement({ words, own, set }: { words: Words; own: boolean; set: (part: Partial<Words>) => void }) {
  const { t } = useTranslation();
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label={t('forecasts.form.zh')}>
        <TextArea
          lang="zh-CN"
          rows={2}
          required
          maxLength={400}
          value={words.zh}
          onChange={({ target }) => set({ zh: target.value })}
        />
      </Field>
      <Field label={t('forecasts.form.en')}>
        <TextArea
          lang="en"
          rows={2}
          required
          maxLength={400}
          value={words.en}
          onChange={({ target }) => set({ en: target.value })}
        />
      </Field>
      <Field label={t('forecasts.form.aboutZh')}>
        <TextArea
          lang="zh-CN"
          rows={2}
          maxLength={1000}
          value={words.aboutZh}
          onChange={({ target }) => set({ aboutZh: target.value })}
        />
      </Field>
      <Field label={t('forecasts.form.aboutEn')}>
        <TextArea
          lang="en"
          rows={2}
          maxLength={1000}
          value={words.aboutEn}
          onChange={({ target }) => set({ aboutEn: target.value })}
        />
      </Field>
      {!own && (
        <>
          <Field label={t('forecasts.form.author')}>
            <Input
              required
              maxLength={120}
              value={words.author}
              onChange={({ target }) => set({ author: target.value })}
            />
          </Field>
          <Field label={t('forecasts.form.source')}>
            <Input
              required
              maxLength={400}
              value={words.source}
              onChange={({ target }) => set({ source: target.value })}
            />
          </Field>
          <Field label={t('forecasts.form.saidOn')}>
            <Input type="date" required value={words.saidOn} onChange={({ target }) => set({ saidOn: target.value })} />
          </Field>
        </>
      )}
    </div>
  );
}

function Form({ now, latest }: { now: string; latest: { from: string; to: string } }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [own, setOwn] = useState(true);
  const [draft, setDraft] = useState<TestDraft>(() => emptyDraft(now));
  const [words, setWords] = useState<Words>({
    zh: '',
    en: '',
    aboutZh: '',
    aboutEn: '',
    author: '',
    source: '',
    saidOn: '',
    percent: '',
    resolvesOn: `${shiftMonth(now.slice(0, 7), 3)}-01`,
  });
  const { kind } = useDraftKind(draft, latest);
  const test = testOf(draft, kind);
  const set = (part: Partial<Words>) => setWords({ ...words, ...part });
  const tried = useMutation({
    mutationFn: (asked: ForecastTest) => answer(api.POST('/api/v1/insights/forecasts/test', { body: { test: asked } })),
  });
  const enter = useMutation({
    mutationFn: (asked: ForecastTest) =>
      answer(
        api.POST('/api/v1/insights/forecasts', {
          body: {
            statement: { zh: words.zh, en: words.en },
            about: { zh: words.aboutZh, en: words.aboutEn },
            ...(!own && { claim: { author: words.author, source: words.source, saidOn: words.saidOn } }),
            probability: words.percent === '' ? null : Number(words.percent) / 100,
            test: asked,
            resolvesOn: words.resolvesOn,
          },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['forecasts'] });
      await navigate({ to: '/insights/forecasts' });
    },
  });
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (test) enter.mutate(test);
      }}
    >
      <PageHeader title={t('forecasts.enter')} about={t('forecasts.form.stands')}>
        <Button type="submit" kind="main" disabled={!test || enter.isPending}>
          {t('forecasts.form.save')}
        </Button>
      </PageHeader>
      <ErrorNotice error={enter.error} />
      <Card>
        <fieldset className="mb-3 flex flex-wrap gap-4 text-sm">
          <legend className="mb-1 font-medium">{t('forecasts.form.whose')}</legend>
          {[true, false].map((one) => (
            <label key={String(one)} className="inline-flex items-center gap-1.5">
              <input type="radio" name="whose" checked={own === one} onChange={() => setOwn(one)} />
              {t(one ? 'forecasts.form.own' : 'forecasts.form.others')}
            </label>
          ))}
        </fieldset>
        <Statement words={words} own={own} set={set} />
      </Card>
      <Card>
        <h2 className="mb-1 font-semibold">{t('forecasts.form.test')}</h2>
        <p className="mb-3 text-sm text-soft">{t('forecasts.form.testHow')}</p>
        <TestEditor
          draft={draft}
          latest={latest}
          now={now}
          onChange={(next) => {
            setDraft(next);
            tried.reset();
          }}
        />
        <div className="mt-3 flex flex-wrap items-center gap-3">
          <Button disabled={!test || tried.isPending} onClick={() => test && tried.mutate(test)}>
            {t('forecasts.form.try')}
          </Button>
        </div>
        <ErrorNotice error={tried.error} />
        {tried.data && (
          <div className="mt-2 text-[13px]" role="status">
            <p>{tried.data.words[locale]}</p>
            <TriedTest tried={tried.data} />
          </div>
        )}
      </Card>
      <Card>
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={own ? t('forecasts.form.percent') : t('forecasts.form.percentStated')}>
            <Input
              type="number"
              min={0}
              max={100}
              step={1}
              required={own}
              value={words.percent}
              onChange={({ target }) => set({ percent: target.value })}
            />
          </Field>
          <Field label={t('forecasts.form.resolvesOn')} hint={t('forecasts.form.resolvesHint')}>
            <Input
              type="date"
              required
              min={`${shiftMonth(draft.period.to, 1)}-01`}
              value={words.resolvesOn}
              onChange={({ target }) => set({ resolvesOn: target.value })}
            />
          </Field>
        </div>
      </Card>
    </form>
  );
}

/** Enters a claim: its words, its test and the day on which the data decides. */
export function NewForecast() {
  const session = useSession().data;
  const sources = useSources();
  if (!session || sources.isPending) return <Loading />;
  const now = session.network.now;
  return <Form now={now} latest={usualPeriod(now, sources.data?.months ?? { first: null, last: null })} />;
}

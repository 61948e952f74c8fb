import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { Button, Card, ErrorNotice } from '../components/basics.tsx';
import { useRefreshChecks } from './checks.ts';

type Section = Schemas['MyCheck']['sections'][number];
const CHOICES = ['resume', 'education', 'skills', 'community'] as const satisfies readonly Section[];

/** What the candidate agrees to, part by part, and the two answers. */
export function ConsentForm({ checkId, consent }: { checkId: string; consent: Schemas['CheckConsent'] }) {
  const { t, i18n } = useTranslation();
  const zh = i18n.language.startsWith('zh');
  const refresh = useRefreshChecks();
  const [chosen, setChosen] = useState<ReadonlySet<Section>>(new Set());
  const params = { path: { checkId } };
  const allow = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/me/checks/{checkId}/allow', {
          params,
          body: { consentVersion: consent.version, sections: [...chosen] },
        }),
      ),
    onSuccess: refresh,
  });
  const refuse = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/me/checks/{checkId}/refuse', { params })),
    onSuccess: refresh,
  });
  const toggle = (section: Section) => {
    const next = new Set(chosen);
    if (!next.delete(section)) next.add(section);
    setChosen(next);
  };
  return (
    <Card>
      <h2 className="mb-3 font-semibold">{t('vetting.consentTitle')}</h2>
      <dl className="grid gap-x-4 gap-y-3 text-sm sm:grid-cols-[7rem_minmax(0,1fr)]">
        {consent.paragraphs.map(({ heading, body }) => (
          <div key={heading.en} className="contents">
            <dt className="font-medium">{zh ? heading.zh : heading.en}</dt>
            <dd className="text-soft">{zh ? body.zh : body.en}</dd>
          </div>
        ))}
      </dl>
      <fieldset className="mt-4">
        <legend className="mb-1 text-sm font-medium">{t('vetting.choose')}</legend>
        <label className="flex min-h-9 items-center gap-2 text-sm text-soft">
          <input type="checkbox" checked disabled />
          {t('vetting.section.work')}
        </label>
        {CHOICES.map((section) => (
          <label key={section} className="flex min-h-9 cursor-pointer items-center gap-2 text-sm">
            <input type="checkbox" checked={chosen.has(section)} onChange={() => toggle(section)} />
            {t(`vetting.section.${section}`)}
          </label>
        ))}
      </fieldset>
      <div className="mt-4 flex flex-wrap gap-2">
        <Button kind="main" disabled={allow.isPending} onClick={() => allow.mutate()}>
          {t('vetting.allow')}
        </Button>
        <Button disabled={refuse.isPending} onClick={() => refuse.mutate()}>
          {t('vetting.refuse')}
        </Button>
      </div>
      <ErrorNotice error={allow.error ?? refuse.error} />
    </Card>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { useSession } from '../app/session.ts';
import { Button, Card, ErrorNotice, Field, Input, Loading, PageHeader } from '../components/basics.tsx';
import { useReference } from './queries.ts';

type Reference = Schemas['ReferencePopulation'];
const TIERS = ['first', 'new-first', 'second', 'other'] as const;
const AGES = ['to-25', '26-30', '31-35', '36-40', 'over-40'] as const;
const keyOf = (tier: string, age: string) => `${tier}/${age}`;

/** Shares in percent as they are typed, by cell. */
type Typed = Readonly<Record<string, string>>;

const typedOf = (reference: Reference | null): Typed =>
  Object.fromEntries(
    (reference?.cells ?? []).map(({ tier, age, share }) => [
      keyOf(tier, age),
      String(Number((share * 100).toFixed(4))),
    ]),
  );

function Cells({ typed, edits, set }: { typed: Typed; edits: boolean; set: (typed: Typed) => void }) {
  const { t } = useTranslation();
  return (
    <div className="overflow-x-auto">
      <table className="w-full min-w-[30rem] text-sm">
        <caption className="pb-2 text-left text-soft">{t('insights.reference.of100')}</caption>
        <thead>
          <tr className="text-left text-soft">
            <th scope="col" className="pr-3 pb-1 font-normal">
              {t('insights.reference.age')}
            </th>
            {TIERS.map((tier) => (
              <th key={tier} scope="col" className="pr-3 pb-1 font-normal">
                {t(`insights.reference.tiers.${tier}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {AGES.map((age) => (
            <tr key={age}>
              <th scope="row" className="py-1 pr-3 text-left font-normal whitespace-nowrap">
                {t(`insights.reference.ages.${age}`)}
              </th>
              {TIERS.map((tier) => (
                <td key={tier} className="py-1 pr-3">
                  <Input
                    type="number"
                    min={0}
                    max={100}
                    step="any"
                    required
                    disabled={!edits}
                    aria-label={`${t(`insights.reference.ages.${age}`)}, ${t(`insights.reference.tiers.${tier}`)}`}
                    value={typed[keyOf(tier, age)] ?? ''}
                    onChange={({ target }) => set({ ...typed, [keyOf(tier, age)]: target.value })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Form({ reference, edits }: { reference: Reference | null; edits: boolean }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [name, setName] = useState(reference?.name ?? { zh: '', en: '' });
  const [source, setSource] = useState(reference?.source ?? '');
  const [typed, setTyped] = useState(() => typedOf(reference));
  const cells = TIERS.flatMap((tier) =>
    AGES.map((age) => ({ tier, age, share: Number(typed[keyOf(tier, age)] ?? 0) / 100 })),
  );
  const sum = Math.round(cells.reduce((all, cell) => all + cell.share, 0) * 10_000) / 100;
  const save = useMutation({
    mutationFn: () => answer(api.PUT('/api/v1/insights/reference', { body: { name, source, cells } })),
    onSuccess: () =>
      Promise.all(
        ['insights-reference', 'insights-report'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
      ),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <PageHeader title={t('insights.reference.title')} about={t('insights.reference.about')}>
        {edits && (
          <Button type="submit" kind="main" disabled={save.isPending || Math.abs(sum - 100) > 0.5}>
            {t('insights.reference.save')}
          </Button>
        )}
      </PageHeader>
      <ErrorNotice error={save.error} />
      <Card>
        <div className="mb-4 grid gap-3 sm:grid-cols-2">
          {(['zh', 'en'] as const).map((language) => (
            <Field key={language} label={t(`insights.reference.${language}`)}>
              <Input
                lang={language === 'zh' ? 'zh-CN' : 'en'}
                required
                maxLength={80}
                disabled={!edits}
                value={name[language]}
                onChange={({ target }) => setName({ ...name, [language]: target.value })}
              />
            </Field>
          ))}
          <div className="sm:col-span-2">
            <Field label={t('insights.reference.source')}>
              <Input
                required
                maxLength={400}
                disabled={!edits}
                value={source}
                onChange={({ target }) => setSource(target.value)}
              />
            </Field>
          </div>
        </div>
        <Cells typed={typed} edits={edits} set={setTyped} />
        <p role="status" className={`mt-2 text-sm ${Math.abs(sum - 100) > 0.5 ? 'text-seal' : 'text-soft'}`}>
          {save.isSuccess ? t('insights.reference.saved') : t('insights.reference.sum', { sum })}
        </p>
      </Card>
    </form>
  );
}

/** The population that an analyst enters, for reports to be weighted to. */
export function ReferencePage() {
  const session = useSession().data;
  const found = useReference();
  if (!session || found.isPending) return <Loading />;
  return <Form reference={found.data?.reference ?? null} edits={session.roles.includes('analyst')} />;
}

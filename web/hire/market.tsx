import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { useFormat, useWords } from '../app/words.ts';

/** How many people the brief finds as it stands, and what each need costs in people; follows each change. */
export function Market({ brief }: { brief: Schemas['RoleBrief'] }) {
  const { t } = useTranslation();
  const { name } = useWords();
  const format = useFormat();
  const asked = useDeferredValue(brief);
  const { data } = useQuery({
    queryKey: ['market', asked],
    queryFn: () => answer(api.POST('/api/v1/briefs/market', { body: asked })),
    placeholderData: (before) => before,
  });
  if (!data) return null;
  const people = (count: number | null) => (count === null ? t('hire.fewerThanFive') : format.number(count));
  return (
    <section aria-live="polite" aria-label={t('hire.market')} className="mt-4 border-t border-line pt-3 text-sm">
      <p className="font-medium">
        {t('hire.marketFits', { fitting: people(data.fitting), searched: format.number(data.searched) })}
      </p>
      <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-soft">
        {data.withSkill.map((row) => (
          <li key={row.skill}>
            {t('hire.marketWith', { skill: name('skills', row.skill), people: people(row.people) })}
          </li>
        ))}
        {data.without.map((row) => (
          <li key={row.need}>
            {t('hire.marketWithout', { need: t(`hire.parts.${row.need}`), people: people(row.people) })}
          </li>
        ))}
      </ul>
      {data.pay && (
        <p className="mt-1 text-soft">
          {t('sourcing.marketPay', {
            people: format.number(data.pay.people),
            middle: format.pay(data.pay.middle, data.pay.middle, 'CNY'),
            half: format.pay(data.pay.low, data.pay.high, 'CNY'),
          })}
        </p>
      )}
    </section>
  );
}

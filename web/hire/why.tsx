import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.ts';
import { useFormat } from '../app/words.ts';
import { Button, ErrorNotice } from '../components/basics.tsx';
import { Disputed, DisputedFigures } from './disputed.tsx';
import { PostLink } from './post-link.tsx';

/** Why a person is where they are in a role's list, or not in it, and what would change that. Asked for, as it is told to the person. */
export function WhyOrWhyNot({ postingId, memberId, weigh }: { postingId: string; memberId: string; weigh?: string }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const zh = i18n.language.startsWith('zh');
  const [asked, setAsked] = useState(false);
  const why = useQuery({
    queryKey: ['why', postingId, memberId, weigh],
    enabled: asked,
    queryFn: () =>
      answer(
        api.GET('/api/v1/postings/{postingId}/matches/{memberId}/why', {
          params: { path: { postingId, memberId }, query: { ...(weigh && { weigh }) } },
        }),
      ),
  });
  if (!asked) return <Button onClick={() => setAsked(true)}>{t('hire.why')}</Button>;
  return (
    <div className="w-full text-sm" aria-live="polite">
      <ErrorNotice error={why.error} />
      {why.data && (
        <>
          <p className="font-medium">{zh ? why.data.said.zh : why.data.said.en}</p>
          {why.data.missing.length > 0 && (
            <p className="text-amber">
              {why.data.missing.map((missing) => (zh ? missing.zh : missing.en)).join(zh ? ';' : '; ')}
            </p>
          )}
          <ul className="list-disc pl-5">
            {why.data.reasons.map((reason) => (
              <li key={reason.part}>
                {zh ? reason.text.zh : reason.text.en}
                <PostLink rows={reason.rows} />
                <Disputed disputes={why.data.disputes} part={reason.part} />
              </li>
            ))}
          </ul>
          <DisputedFigures disputes={why.data.disputes} />
          {why.data.rise && <p className="mt-1">{zh ? why.data.rise.text.zh : why.data.rise.text.en}</p>}
          {why.data.wouldChange.length > 0 && (
            <ul className="mt-1 list-disc pl-5 text-soft">
              {why.data.wouldChange.map((change) => (
                <li key={change.part}>
                  {t(change.rank === null ? 'hire.wouldScore' : 'hire.wouldRank', {
                    part: t(`hire.parts.${change.part}`),
                    score: format.number(change.score),
                    rank: change.rank,
                  })}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </div>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { useWords } from '../app/words.ts';
import { Avatar, Button, Card, Chip, ErrorNotice } from '../components/basics.tsx';
import { ScoreParts } from '../components/score-parts.tsx';
import { VerifiedPositions } from '../identity/verified-positions.tsx';
import { ReachMatch, useReached } from '../outreach/reach-actions.tsx';
import { Disputed, DisputedFigures } from './disputed.tsx';
import { PostLink } from './post-link.tsx';
import { WhyOrWhyNot } from './why.tsx';

/** What can be done with a person of a posting's list. */
export function PostingActions({
  match,
  postingId,
  weigh,
}: {
  match: Schemas['Match'];
  postingId: string;
  weigh: string | undefined;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const reached = useReached(postingId).get(match.member.id);
  const save = useMutation({
    mutationFn: () =>
      answer(
        api.PUT('/api/v1/postings/{postingId}/pipeline/{memberId}', {
          params: { path: { postingId, memberId: match.member.id } },
          body: { stage: 'saved', note: '' },
        }),
      ),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['matches', postingId] }),
        queries.invalidateQueries({ queryKey: ['pipeline', postingId] }),
      ]),
  });
  return (
    <>
      <WhyOrWhyNot postingId={postingId} memberId={match.member.id} {...(weigh && { weigh })} />
      <ReachMatch
        to={{ memberId: match.member.id, name: match.member.name, postingId }}
        contactBy={match.contactBy}
        introducerCount={match.introducerCount}
        reached={reached}
      />
      {!match.stage && (
        <Button disabled={save.isPending} onClick={() => save.mutate()}>
          {t('hire.save')}
        </Button>
      )}
      <ErrorNotice error={save.error} />
    </>
  );
}

/** One person of a ranked list: what moved the score, what is missing, who could introduce, and what can be done. */
export function MatchCard({
  match,
  postingId,
  rank,
  mark,
  children,
}: {
  match: Schemas['Match'];
  /** The posting that they were found for, where there is one. */
  postingId?: string;
  rank: number;
  /** What stands beside the name. */
  mark?: ReactNode;
  /** What can be done with them. */
  children: ReactNode;
}) {
  const { t, i18n } = useTranslation();
  const { name } = useWords();
  const zh = i18n.language.startsWith('zh');
  return (
    <Card>
      <article aria-labelledby={`match-${match.member.id}`}>
        <div className="flex items-start gap-3">
          <Avatar name={match.member.name} />
          <div className="min-w-0 flex-1">
            <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <h2 id={`match-${match.member.id}`} className="font-semibold">
                <span className="mr-1 text-soft">{rank}.</span>
                <Link
                  to="/people/$memberId"
                  params={{ memberId: match.member.id }}
                  search={postingId ? { postingId } : {}}
                  className="hover:text-jade hover:underline"
                >
                  {match.member.name}
                </Link>
              </h2>
              <VerifiedPositions marks={match.verified} />
              {match.degreeOfConnection && (
                <Chip tone="jade">{t('hire.degreeOfConnection', { degree: match.degreeOfConnection })}</Chip>
              )}
              {mark}
              {match.stage && <Chip tone="amber">{t(`hire.stage.${match.stage}`)}</Chip>}
            </div>
            <p className="text-sm text-soft">
              {match.member.current
                ? `${match.member.current.companyName} · ${match.member.current.title}`
                : match.member.headline}
              {match.member.cityId && ` · ${name('cities', match.member.cityId)}`} ·{' '}
              {t('hire.yearsOfWork', { years: match.years })}
              {match.degree && ` · ${t(`app.degree.${match.degree}`)}`}
            </p>
          </div>
          <div className="text-right">
            <div className="text-2xl font-semibold text-jade">{match.score.toFixed(0)}</div>
            <div className="text-xs text-soft">{t('hire.ofHundred')}</div>
          </div>
        </div>
        <ul className="mt-3 list-disc space-y-0.5 pl-5 text-sm">
          {match.reasons.map((reason) => (
            <li key={reason.part}>
              {zh ? reason.text.zh : reason.text.en}
              <PostLink rows={reason.rows} />
              <Disputed disputes={match.disputes} part={reason.part} />
            </li>
          ))}
        </ul>
        <DisputedFigures disputes={match.disputes} />
        {match.missing.length > 0 && (
          <p className="mt-1.5 text-sm text-amber">
            {match.missing.map((missing) => (zh ? missing.zh : missing.en)).join(zh ? ';' : '; ')}
          </p>
        )}
        {match.rise && <p className="mt-1.5 text-sm text-soft">{zh ? match.rise.text.zh : match.rise.text.en}</p>}
        {match.introducers.length > 0 && (
          <p className="mt-1.5 text-sm text-soft">
            {t('hire.introducers', {
              names: match.introducers.map((person) => person.name).join(zh ? '、' : ', '),
              count: match.introducerCount,
            })}
          </p>
        )}
        <details className="mt-2">
          <summary className="cursor-pointer text-sm text-jade">{t('hire.howScored')}</summary>
          <div className="mt-2">
            <ScoreParts parts={match.parts} />
          </div>
        </details>
        <div className="mt-3 flex flex-wrap items-center gap-2">{children}</div>
      </article>
    </Card>
  );
}

import { useMutation } from '@tanstack/react-query';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.ts';
import { useFormat } from '../app/words.ts';

type Vote = { score: number; myVote: -1 | 0 | 1 };

/** Votes on a post or a comment. Pressing the same side again takes the vote back; what is one's own has a score alone. */
export function VoteRail({
  postId,
  targetId,
  label,
  vote,
  mine,
  row = false,
  onVoted,
}: {
  postId: string;
  targetId: string;
  /** What is voted on, for those who hear the page. */
  label: string;
  vote: Vote;
  mine: boolean;
  row?: boolean;
  onVoted: (vote: Vote) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const cast = useMutation({
    mutationFn: (value: -1 | 0 | 1) =>
      answer(
        api.PUT('/api/v1/posts/{postId}/votes/{targetId}', {
          params: { path: { postId, targetId } },
          body: { value },
        }),
      ),
    onMutate: (value) => {
      onVoted({ score: vote.score + value - vote.myVote, myVote: value });
      return vote;
    },
    onSuccess: ({ score, mine: myVote }) => onVoted({ score, myVote }),
    onError: (_error, _value, before) => before && onVoted(before),
  });
  const side = (value: 1 | -1) => {
    const pressed = vote.myVote === value;
    const Icon = value === 1 ? ChevronUp : ChevronDown;
    const lit = value === 1 ? 'bg-jade-soft text-jade' : 'bg-seal-soft text-seal';
    return (
      <button
        type="button"
        aria-pressed={pressed}
        aria-label={t(value === 1 ? 'community.voteUp' : 'community.voteDown', { label })}
        title={mine ? t('community.ownVote') : undefined}
        disabled={mine || cast.isPending}
        onClick={() => cast.mutate(pressed ? 0 : value)}
        className={`flex size-7 items-center justify-center rounded ${pressed ? lit : 'text-soft hover:bg-paper hover:text-ink'} disabled:opacity-40`}
      >
        <Icon aria-hidden="true" className="size-[18px]" />
      </button>
    );
  };
  return (
    <div className={`flex shrink-0 items-center ${row ? 'gap-0.5' : 'w-9 flex-col'}`}>
      {side(1)}
      <span
        className={`min-w-6 text-center text-sm font-semibold ${vote.myVote === 1 ? 'text-jade' : vote.myVote === -1 ? 'text-seal' : ''}`}
      >
        <span className="sr-only">{t('community.score')} </span>
        {format.number(vote.score)}
      </span>
      {side(-1)}
    </div>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { useFormat } from '../app/words.ts';
import { Button, Chip, Empty } from '../components/basics.tsx';
import { AddToPool } from './add-to-pool.tsx';
import { Choose, LikeChosen, useChosen } from './choosing.tsx';
import { MatchCard } from './match-card.tsx';

type Page = {
  readonly items: readonly (Schemas['Match'] & { readonly isNew?: boolean })[];
  readonly fitting: number;
  readonly searched: number;
  readonly sure: boolean;
};

/** People who were found without a posting: each can be put into a pool, and several chosen to find more like them. */
export function FoundList({
  pages,
  more,
  empty,
}: {
  pages: readonly Page[];
  /** Fetches the next page; null where this is the last. */
  more: (() => void) | null;
  empty: ReactNode;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { chosen, toggle } = useChosen();
  const [first] = pages;
  const items = pages.flatMap((page) => page.items);
  if (!first) return null;
  return (
    <section aria-label={t('sourcing.found')}>
      <div className="mb-2 flex min-h-9 flex-wrap items-center justify-between gap-2">
        <p className="text-sm text-soft" role="status">
          {t(first.sure ? 'sourcing.fitting' : 'sourcing.atMost', {
            fitting: format.number(first.fitting),
            searched: format.number(first.searched),
          })}
        </p>
        <LikeChosen chosen={chosen} />
      </div>
      {items.length === 0 && <Empty>{empty}</Empty>}
      <ol className="space-y-3">
        {items.map((match, i) => (
          <li key={match.member.id}>
            <MatchCard
              match={match}
              rank={i + 1}
              mark={match.isNew === true && <Chip tone="seal">{t('sourcing.isNew')}</Chip>}
            >
              <Choose
                name={match.member.name}
                checked={chosen.includes(match.member.id)}
                toggle={() => toggle(match.member.id)}
              />
              <AddToPool memberId={match.member.id} name={match.member.name} />
            </MatchCard>
          </li>
        ))}
      </ol>
      {more && (
        <div className="mt-4 text-center">
          <Button onClick={more}>{t('app.more')}</Button>
        </div>
      )}
    </section>
  );
}

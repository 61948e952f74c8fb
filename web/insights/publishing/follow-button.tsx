import { Bell, BellRing } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/basics.tsx';
import { useFollow, useFollows } from './publications.ts';

const EVERY_FIELD = '*';

/** Follows the reports on a field, or on every one, by mail; where no mail goes out, it says so. */
export function FollowButton({ fieldId = EVERY_FIELD }: { fieldId?: string }) {
  const { t } = useTranslation();
  const follows = useFollows().data;
  const isFollowed = follows?.items.some((item) => item.fieldId === fieldId) ?? false;
  const follow = useFollow(fieldId, false);
  if (!follows) return null;
  if (follows.mail === 'none') return null;
  const Icon = isFollowed ? BellRing : Bell;
  const words = fieldId === EVERY_FIELD ? t('publishing.followAll') : t('publishing.follow');
  return (
    <Button aria-pressed={isFollowed} disabled={follow.isPending} onClick={() => follow.mutate(!isFollowed)}>
      <Icon aria-hidden="true" className={`size-4 ${isFollowed ? 'text-jade' : ''}`} />
      {isFollowed ? t('publishing.following') : words}
    </Button>
  );
}

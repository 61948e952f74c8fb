import { Link } from '@tanstack/react-router';
import {
  BadgeCheck,
  Briefcase,
  ChartNoAxesColumn,
  ClipboardCheck,
  Ellipsis,
  FileSearch,
  Inbox,
  MessagesSquare,
  ScrollText,
  ShieldCheck,
  SlidersHorizontal,
  UserRound,
  UsersRound,
  X,
} from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { CountBadge } from '../components/count-badge.tsx';
import { useMenuCounts } from './menu-counts.ts';

type Session = Schemas['Session'];

/**
 * The menu, in its order, each entry for whoever it is of use to. The `near` ones are on a phone's bar, the others
 * behind "More".
 */
const ITEMS = [
  { to: '/hire', label: 'app.hire', Icon: FileSearch, whom: 'recruiter', group: 'work', near: true },
  { to: '/community', label: 'app.community', Icon: MessagesSquare, whom: 'everybody', group: 'work', near: true },
  { to: '/jobs', label: 'app.jobs', Icon: Briefcase, whom: 'everybody', group: 'work', near: true },
  { to: '/inbox', label: 'app.inbox', Icon: Inbox, whom: 'everybody', group: 'work', near: true },
  { to: '/network', label: 'app.network', Icon: UsersRound, whom: 'everybody', group: 'work', near: true },
  { to: '/insights', label: 'app.insights', Icon: ChartNoAxesColumn, whom: 'everybody', group: 'work', near: true },
  { to: '/me', label: 'app.profile', Icon: UserRound, whom: 'everybody', group: 'mine', near: false },
  { to: '/verification', label: 'app.verification', Icon: BadgeCheck, whom: 'everybody', group: 'mine', near: false },
  { to: '/checks', label: 'app.checks', Icon: ClipboardCheck, whom: 'everybody', group: 'mine', near: false },
  { to: '/file', label: 'app.file', Icon: ScrollText, whom: 'everybody', group: 'mine', near: false },
  { to: '/moderation', label: 'app.moderation', Icon: ShieldCheck, whom: 'moderator', group: 'care', near: false },
  { to: '/weights', label: 'app.weights', Icon: SlidersHorizontal, whom: 'weigher', group: 'care', near: false },
] as const;
type Item = (typeof ITEMS)[number];

function isFor(whom: Item['whom'], session: Session): boolean {
  if (whom === 'recruiter') return session.companies.length > 0;
  if (whom === 'weigher') return session.roles.includes('analyst') || session.roles.includes('operator');
  return whom === 'everybody' || session.roles.includes(whom);
}

/** On a recruiter's phone, hiring stands where others look for a job. */
const BAR_PLACES = 4;

function itemsOf(session: Session): readonly Item[] {
  return ITEMS.filter((item) => isFor(item.whom, session));
}

function MenuLink({ item, count, bar, onFollow }: { item: Item; count: number; bar: boolean; onFollow?: () => void }) {
  const { t } = useTranslation();
  const { Icon } = item;
  return (
    <Link
      to={item.to}
      {...(onFollow && { onClick: onFollow })}
      className={`flex rounded-md text-soft hover:text-ink ${bar ? 'min-h-12 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-xs' : 'min-h-10 items-center gap-2.5 px-3 text-sm'}`}
      activeProps={{ className: 'bg-jade-soft font-semibold !text-jade' }}
    >
      <Icon aria-hidden="true" className="size-[18px] shrink-0" />
      <span className="flex max-w-full items-center gap-1">
        <span className="truncate">{t(item.label)}</span>
        <CountBadge count={count} label={t('app.waiting', { count })} />
      </span>
    </Link>
  );
}

/** The menu beside the page, in two groups: the network's, and the reader's own. */
export function SideMenu({ session }: { session: Session }) {
  const { t } = useTranslation();
  const counts = useMenuCounts();
  const groups = Map.groupBy(itemsOf(session), (item) => item.group);
  return (
    <nav aria-label={t('app.menu')} className="hidden w-40 shrink-0 md:block print:hidden">
      {[...groups].map(([group, items]) => (
        <ul key={group} className="space-y-0.5 border-line not-first:mt-3 not-first:border-t not-first:pt-3">
          {items.map((item) => (
            <li key={item.to}>
              <MenuLink item={item} count={counts[item.to] ?? 0} bar={false} />
            </li>
          ))}
        </ul>
      ))}
    </nav>
  );
}

/** The menu below a phone's page: what is used most, and the rest in a sheet. */
export function BarMenu({ session, onLeave }: { session: Session; onLeave: () => void }) {
  const { t } = useTranslation();
  const sheet = useRef<HTMLDialogElement>(null);
  const counts = useMenuCounts();
  const items = itemsOf(session);
  // An analyst's first page is the think tank.
  const leads = session.roles.includes('analyst') ? '/insights' : undefined;
  const near: readonly Item[] = items
    .filter((item) => item.near)
    .sort((a, b) => Number(b.to === leads) - Number(a.to === leads))
    .slice(0, BAR_PLACES);
  const rest = items.filter((item) => !near.includes(item));
  const waiting = rest.reduce((sum, item) => sum + (counts[item.to] ?? 0), 0);
  const close = () => sheet.current?.close();
  return (
    <>
      <nav
        aria-label={t('app.menu')}
        className="fixed inset-x-0 bottom-0 z-10 flex border-t print:hidden border-line bg-sheet px-1 pb-[env(safe-area-inset-bottom)] md:hidden"
      >
        {near.map((item) => (
          <MenuLink key={item.to} item={item} count={counts[item.to] ?? 0} bar />
        ))}
        <button
          type="button"
          aria-haspopup="dialog"
          className="flex min-h-12 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 rounded-md text-xs text-soft hover:text-ink"
          onClick={() => sheet.current?.showModal()}
        >
          <Ellipsis aria-hidden="true" className="size-[18px]" />
          <span className="flex items-center gap-1">
            {t('app.moreMenu')}
            <CountBadge count={waiting} label={t('app.waiting', { count: waiting })} />
          </span>
        </button>
      </nav>
      <dialog
        ref={sheet}
        aria-label={t('app.moreMenu')}
        className="mt-auto mb-0 w-full max-w-none rounded-t-xl border-t border-line bg-sheet p-3 pb-6 text-ink backdrop:bg-black/40 md:hidden"
      >
        <div className="mb-2 flex items-center justify-between">
          <span className="px-3 text-sm text-soft">{session.account?.name}</span>
          <button type="button" className="p-2 text-soft" aria-label={t('app.close')} onClick={close}>
            <X aria-hidden="true" className="size-5" />
          </button>
        </div>
        <ul className="grid grid-cols-2 gap-1">
          {rest.map((item) => (
            <li key={item.to}>
              <MenuLink item={item} count={counts[item.to] ?? 0} bar={false} onFollow={close} />
            </li>
          ))}
        </ul>
        <button
          type="button"
          className="mt-2 min-h-10 w-full rounded-md border border-line text-sm"
          onClick={() => {
            close();
            onLeave();
          }}
        >
          {t('app.signOut')}
        </button>
      </dialog>
    </>
  );
}

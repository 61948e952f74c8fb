import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import {
  BadgeCheck,
  Briefcase,
  FileSearch,
  Handshake,
  Inbox,
  LogOut,
  MessagesSquare,
  ScrollText,
  ShieldCheck,
  UserRound,
  UsersRound,
} from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { CountBadge } from '../components/count-badge.tsx';
import { switchLanguage } from './i18n.ts';
import { useMenuCounts } from './menu-counts.ts';
import { signOut, useSession } from './session.ts';

/** The menu, in its order, each entry for whoever it is of use to. */
const ITEMS = [
  { to: '/hire', label: 'app.hire', Icon: FileSearch, whom: 'recruiter' },
  { to: '/community', label: 'app.community', Icon: MessagesSquare, whom: 'everybody' },
  { to: '/jobs', label: 'app.jobs', Icon: Briefcase, whom: 'everybody' },
  { to: '/inbox', label: 'app.inbox', Icon: Inbox, whom: 'everybody' },
  { to: '/network', label: 'app.network', Icon: UsersRound, whom: 'everybody' },
  { to: '/me', label: 'app.profile', Icon: UserRound, whom: 'everybody' },
  { to: '/verification', label: 'app.verification', Icon: BadgeCheck, whom: 'everybody' },
  { to: '/file', label: 'app.file', Icon: ScrollText, whom: 'everybody' },
  { to: '/moderation', label: 'app.moderation', Icon: ShieldCheck, whom: 'moderator' },
] as const;

function isFor(whom: (typeof ITEMS)[number]['whom'], session: Schemas['Session']): boolean {
  if (whom === 'recruiter') return session.companies.length > 0;
  return whom === 'everybody' || session.roles.includes(whom);
}

/** What stands still while it is read: lists whose order would move under the reader, and what never changes. */
const STANDING = new Set<unknown>(['lexicon', 'matches', 'posts']);

/** Changes that others make show without a reload: each event makes the pages ask again for what it touches. */
function useLive(active: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!active) return;
    const source = new EventSource('/api/v1/events');
    source.onmessage = () =>
      void queries.invalidateQueries({
        predicate: (query) => !STANDING.has(query.queryKey[0]),
      });
    return () => source.close();
  }, [active, queries]);
}

function LanguageSwitch() {
  const { i18n, t } = useTranslation();
  const other = i18n.language.startsWith('zh') ? 'en' : 'zh-CN';
  return (
    <button
      type="button"
      lang={other}
      className="min-h-9 rounded-md px-2 text-sm text-soft hover:text-ink"
      onClick={() => void switchLanguage(other)}
    >
      {t('app.otherLanguage')}
    </button>
  );
}

function Menu({ session, className }: { session: Schemas['Session']; className: string }) {
  const { t } = useTranslation();
  const counts = useMenuCounts();
  return (
    <nav aria-label={t('app.menu')} className={className}>
      {ITEMS.filter((item) => isFor(item.whom, session)).map(({ to, label, Icon }) => (
        <Link
          key={to}
          to={to}
          className="flex min-h-11 min-w-16 shrink-0 grow flex-col items-center justify-center gap-0.5 rounded-md px-3 text-xs text-soft hover:text-ink md:shrink md:grow-0 md:flex-row md:justify-start md:gap-2.5 md:text-sm"
          activeProps={{ className: 'bg-jade-soft font-semibold !text-jade' }}
        >
          <Icon aria-hidden="true" className="size-[18px]" />
          <span className="inline-flex items-center gap-1 whitespace-nowrap">
            {t(label)}
            <CountBadge count={counts[to] ?? 0} label={t('app.waiting', { count: counts[to] ?? 0 })} />
          </span>
        </Link>
      ))}
    </nav>
  );
}

/** The frame of every page: the network's label, the menu by what the account may do, language and sign-out. */
export function Shell() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { data: session } = useSession();
  const account = session?.account ?? null;
  useLive(account !== null);
  const network = session?.network;
  async function leave() {
    await signOut();
    await queries.resetQueries();
    await navigate({ to: '/sign-in' });
  }
  return (
    <div className="min-h-screen pb-16 md:pb-0">
      <a href="#main" className="sr-only focus:not-sr-only focus:absolute focus:z-20 focus:bg-sheet focus:p-2">
        {t('app.skip')}
      </a>
      <header className="border-b border-line bg-sheet">
        {network?.generated && (
          <p className="bg-amber-soft px-4 py-1 text-center text-xs text-amber">
            {t('app.generated', { date: network.now.slice(0, 10) })}
          </p>
        )}
        <div className="mx-auto flex h-14 max-w-6xl items-center gap-3 px-4">
          <Link to="/" className="flex items-center gap-2 text-lg font-bold">
            <Handshake aria-hidden="true" className="size-5 text-jade" />
            {network ? (i18n.language.startsWith('zh') ? network.nameZh : network.nameEn) : t('app.name')}
          </Link>
          <div className="ml-auto flex items-center gap-1">
            <LanguageSwitch />
            {account && (
              <>
                <span className="hidden text-sm text-soft sm:inline">{account.name}</span>
                <button
                  type="button"
                  className="min-h-9 rounded-md px-2 text-soft hover:text-ink"
                  onClick={() => void leave()}
                  aria-label={t('app.signOut')}
                >
                  <LogOut aria-hidden="true" className="size-[18px]" />
                </button>
              </>
            )}
          </div>
        </div>
      </header>
      <div className="mx-auto flex max-w-6xl gap-6 px-4 py-5">
        {session && account && <Menu session={session} className="hidden w-40 shrink-0 space-y-1 md:block" />}
        <main id="main" className="min-w-0 flex-1">
          <Outlet />
        </main>
      </div>
      {session && account && (
        <Menu
          session={session}
          className="fixed inset-x-0 bottom-0 z-10 flex overflow-x-auto border-t border-line bg-sheet md:hidden"
        />
      )}
    </div>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { Handshake, LogOut } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../components/basics.tsx';
import { switchLanguage } from './i18n.ts';
import { BarMenu, SideMenu } from './menu.tsx';
import { signOut, useSession } from './session.ts';
import { useWords } from './words.ts';

/** What stands still while it is read: lists whose order would move under the reader, and what never changes. */
const STANDING = new Set<unknown>([
  'lexicon',
  'matches',
  'roles',
  'posts',
  'insights-fields',
  'insights-sources',
  'insights-report',
]);

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

/**
 * After a link is followed the reader stands in the new page, not on a link that is gone: a screen reader reads on from
 * there, and the next Tab goes to the page's first control. A page that put the cursor into a field keeps it there.
 */
function useFocusOnPage() {
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}

/** The frame of every page: the network's label, the menu by what the account may do, language and sign-out. */
export function Shell() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { data: session, isPending } = useSession();
  const account = session?.account ?? null;
  // Asked for together with who reads: a page whose terms get their names later has lines that break elsewhere.
  const named = useWords().settled;
  useLive(account !== null);
  const main = useFocusOnPage();
  const network = session?.network;
  async function leave() {
    await signOut();
    await queries.resetQueries();
    await navigate({ to: '/sign-in' });
  }
  // Nothing shows before it is known who reads: the frame would move under the first page.
  if (isPending) return null;
  return (
    <div className="flex min-h-screen flex-col pb-16 md:pb-0">
      <a href="#main" className="sr-only focus:not-sr-only focus:absolute focus:z-20 focus:bg-sheet focus:p-2">
        {t('app.skip')}
      </a>
      <header className="border-b border-line bg-sheet print:hidden">
        {network?.generated && (
          <p className="bg-amber-soft px-4 py-1 text-center text-xs text-amber">
            {t('app.generated', { date: network.now.slice(0, 10) })}
          </p>
        )}
        <div className="mx-auto flex h-14 max-w-7xl items-center gap-3 px-4">
          <Link to="/" className="flex items-center gap-2 text-lg font-bold">
            <Handshake aria-hidden="true" className="size-5 text-jade" />
            {network ? (i18n.language.startsWith('zh') ? network.nameZh : network.nameEn) : t('app.name')}
          </Link>
          <div className="ml-auto flex items-center gap-1">
            {!account && (
              <a href={`/reports?lang=${i18n.language.startsWith('zh') ? 'zh' : 'en'}`} className="px-2 py-1.5 text-sm">
                {t('app.reports')}
              </a>
            )}
            <LanguageSwitch />
            {account && (
              <>
                <span className="hidden text-sm text-soft sm:inline">{account.name}</span>
                <button
                  type="button"
                  className="hidden min-h-9 rounded-md px-2 text-soft hover:text-ink md:block"
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
      <div className="mx-auto flex w-full max-w-7xl flex-1 gap-6 px-4 py-5">
        {session && account && <SideMenu session={session} />}
        <main id="main" ref={main} tabIndex={-1} className="min-w-0 flex-1 outline-none">
          {account && !named ? <Loading /> : <Outlet />}
        </main>
      </div>
      {session && account && <BarMenu session={session} onLeave={() => void leave()} />}
    </div>
  );
}

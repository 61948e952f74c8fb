import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { DESK, openDemo, PHONE } from './demo.ts';

const demo = await openDemo(200);

/** The least that a reader notices: a tenth of what Web Vitals calls good. */
const MOST_SHIFT = 0.01;
const STEP_MS = 60;

/** What keeps the sum of layout shifts (Layout Instability API) of the page that is about to be opened. */
function countShifts(): void {
  const kept = { shift: 0 };
  Object.assign(window, { kept });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if ('value' in entry) kept.shift += Number(entry.value);
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Answers of the API come one after the other, in an order that follows from their addresses, so that every half-made page is seen. */
async function spreadAnswers(page: Page, order: 1 | -1): Promise<void> {
  await page.route('**/api/v1/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (!pathname.endsWith('/events')) {
      const turn = [...pathname].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 997, 0) % 5;
      await new Promise((resolve) => setTimeout(resolve, STEP_MS * (order === 1 ? turn : 4 - turn)));
    }
    // A page that was left meanwhile wants no answer.
    await route.continue().catch(() => {});
  });
}

const MENU = [
  '/community',
  '/community/circles',
  '/jobs',
  '/inbox',
  '/inbox/introductions',
  '/network',
  '/insights',
  '/me',
  '/verification',
  '/checks',
  '/file',
];
const READERS = [
  { account: 'member', locale: 'zh-CN', viewport: DESK, order: 1, paths: MENU },
  { account: 'recruiter', locale: 'en-US', viewport: PHONE, order: -1, paths: ['/hire', ...MENU] },
] as const;

test.each(READERS)(
  'no page of the menu moves under the $account while it arrives, in $locale',
  async ({ account, order, paths, locale, viewport }) => {
    const { page, close } = await demo.signedIn(account, { locale, viewport });
    await page.addInitScript(countShifts);
    await spreadAnswers(page, order);
    const moved: Record<string, number> = {};
    for (const path of paths) {
      await page.goto(demo.url + path);
      await page.locator('main h1').first().waitFor();
      await page.locator('[data-on-its-way]').first().waitFor({ state: 'detached' });
      await page.waitForTimeout(STEP_MS * 5);
      moved[path] = await page.evaluate(() => Reflect.get(window, 'kept').shift);
    }
    expect(Object.entries(moved).filter(([, shift]) => shift >= MOST_SHIFT)).toEqual([]);
    await close();
  },
);

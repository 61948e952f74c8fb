import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { expectAccessible, keepScreenshot } from './browser.ts';
import { LANGUAGES, openDemo } from './demo.ts';

const demo = await openDemo(400);

const WORDS = {
  'zh-CN': {
    notForMe: '不合适',
    pay: '薪资',
    undo: '撤销',
    personalised: '为我推荐职位、好友和帖子',
    newest: '不按您的资料挑选或排序',
    byTime: '从新到旧排列',
    score: '匹配分',
    dispute: '提出异议',
    because: '哪里不对',
    send: '提交异议',
    disputed: '您的异议',
    takeBack: '撤回',
  },
  'en-US': {
    notForMe: 'Not for me',
    pay: 'Pay',
    undo: 'Undo',
    personalised: 'Pick jobs, people and posts for me',
    newest: 'Nothing about you picks or orders this list',
    byTime: 'Newest first, as you chose',
    score: 'match score',
    dispute: 'Dispute',
    because: 'This is wrong because',
    send: 'Dispute this',
    disputed: 'You dispute this',
    takeBack: 'Take back',
  },
} as const;

const idsIn = z.object({ items: z.array(z.object({ id: z.uuid(), state: z.string() })) });

/** A recruiter reads the lists of the open postings, and so whoever is on them has an entry in their file. */
async function readLists(page: Page): Promise<void> {
  const { items } = idsIn.parse(await (await page.request.get(`${demo.url}/api/v1/hire/postings`)).json());
  for (const { id } of items.filter((posting) => posting.state === 'open').slice(0, 6)) {
    const list = await page.request.get(`${demo.url}/api/v1/postings/${id}/matches?limit=100`);
    expect(list.status()).toBe(200);
  }
}

test.each(LANGUAGES)(
  'in %s a member hears of roles, chooses what is picked, and disputes what was shown',
  async (locale, viewport) => {
    const words = WORDS[locale];
    const recruiter = await demo.signedIn('recruiter', { locale, viewport });
    await readLists(recruiter.page);
    await recruiter.close();
    const { page, errors, close } = await demo.signedIn('member', { locale, viewport });

    await page.goto(`${demo.url}/jobs/for-you`);
    const card = page.locator('article').first();
    await card.waitFor();
    expect(await card.locator('ul').first().locator('li').count()).toBe(3);
    await expectAccessible(page);
    await keepScreenshot(page, `for-you-${locale}`);
    const title = (await card.locator('h2').textContent()) ?? '';
    await card.getByRole('button', { name: words.notForMe }).click();
    await page.getByRole('button', { name: words.pay, exact: true }).click();
    await page.getByRole('button', { name: words.pay, exact: true, pressed: true }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: words.undo }).click();
    await expect.poll(() => page.locator('article h2').first().textContent()).toBe(title);

    const choose = async () => {
      await page.goto(`${demo.url}/me#choices`);
      await page.getByLabel(words.personalised).click();
      await page.waitForResponse((response) => response.url().endsWith('/me/preferences') && response.ok());
    };
    await choose();
    await expectAccessible(page);
    await page.goto(`${demo.url}/jobs/for-you`);
    await page.getByText(words.newest).waitFor();
    await page.locator('article').first().waitFor();
    await expectAccessible(page);
    await page.goto(`${demo.url}/community`);
    await page.getByText(words.byTime).waitFor();
    await choose();

    await page.goto(`${demo.url}/file`);
    const entry = page.locator('details', { hasText: words.score }).first();
    await entry.locator('summary').click();
    await entry.getByRole('button', { name: words.dispute, exact: true }).first().click();
    await entry.getByLabel(words.because).fill('This was another team');
    await expectAccessible(page);
    await entry.getByRole('button', { name: words.send }).click();
    await entry.getByText(words.disputed).waitFor();
    await expectAccessible(page);
    await entry.getByRole('button', { name: words.takeBack }).click();
    await entry.getByRole('button', { name: words.takeBack }).waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
    await close();
  },
);

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, keepScreenshot } from './browser.ts';
import { DESK, LANGUAGES, lookOf, openDemo, PHONE } from './demo.ts';
import { wordsOf } from './words.ts';

const demo = await openDemo(200);

const TALK = {
  'zh-CN': {
    title: '评测集多久更新一次\uff1f',
    body: '我们每季度换一次 #评测#\uff0c想听听大家的节奏。',
    topic: '#评测',
    comment: '按月换\uff0c旧的留着做回归。',
    reply: '谢谢\uff0c我们也试试。',
    asks: 'operator',
  },
  'en-US': {
    title: 'How often do you renew your test set?',
    body: 'We do once a quarter. #testsets What is your rhythm?',
    topic: '#testsets',
    comment: 'Monthly; the old ones stay as regression tests.',
    reply: 'Thank you, we will try that.',
    asks: 'moderator',
  },
} as const;
const COLLEAGUE = '陈思航';

test.each(LANGUAGES)(
  'in %s a member reads the feed, votes, posts and comments; another hears of it at once, answers, and reports',
  async (locale, viewport) => {
    const say = wordsOf(locale);
    const talk = TALK[locale];
    const look = lookOf(locale);
    const scoreOf = async (page: Page) => {
      const score = page.locator('main article').first().getByText(say('community.score')).locator('..');
      return Number((await score.textContent())?.match(/-?\d+/)?.[0]);
    };
    const member = await demo.signedIn('member', { locale, viewport });
    const { page } = member;
    await page.goto(demo.url);
    await page.waitForURL('**/community');
    const first = page.locator('main article').first();
    await first.waitFor();
    await page.getByRole('heading', { name: say('community.myCircles') }).waitFor();
    await expectAccessible(page);
    await keepScreenshot(page, `feed-${look}`);

    const titles = () => page.locator('main article h2').allTextContents();
    const before = await titles();
    const up = first.getByRole('button', { name: new RegExp(`^${say('community.voteUp').trim()}`) });
    const score = await scoreOf(page);
    const pressed = (await up.getAttribute('aria-pressed')) === 'true';
    // By the keyboard, and the list stands still.
    await up.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => scoreOf(page)).toBe(pressed ? score - 1 : score + 1);
    expect(await titles()).toEqual(before);
    await page.reload();
    await first.waitFor();

    await page.getByRole('button', { name: say('community.startPost') }).click();
    await page.getByLabel(say('community.title'), { exact: true }).fill(talk.title);
    await page.getByLabel(say('community.body')).first().fill(talk.body);
    await expectAccessible(page);
    await page.getByRole('button', { name: say('community.post'), exact: true }).click();
    await page.getByRole('heading', { level: 1, name: talk.title }).waitFor();
    await page.getByRole('link', { name: talk.topic }).waitFor();
    await page.getByText(say('app.justNow')).first().waitFor();
    expect(await page.getByRole('button', { name: say('community.voteUp', { label: talk.title }) }).isDisabled()).toBe(
      true,
    );

    const other = await demo.signedIn('colleague', { locale, viewport: viewport === DESK ? PHONE : DESK });
    await other.page.goto(page.url());
    await other.page.getByRole('textbox', { name: say('community.writeComment') }).fill(talk.comment);
    await other.page.getByRole('button', { name: say('community.comment'), exact: true }).click();
    // Without a reload: the author is told of comments on their post.
    await page.getByText(talk.comment).waitFor();
    const thread = page.locator('#comments article').first();
    await thread.getByRole('button', { name: say('community.reply') }).click();
    await thread.getByRole('textbox', { name: say('community.writeReply') }).fill(talk.reply);
    await thread
      .getByRole('form', { name: say('community.writeReply') })
      .getByRole('button', { name: say('community.reply') })
      .click();
    await other.page.getByText(talk.reply).waitFor();
    await other.page.getByText(say('community.comments_other', { n: 2 })).waitFor();
    await expectAccessible(page);
    await expectAccessible(other.page);
    await keepScreenshot(page, `post-${look}`);
    await keepScreenshot(other.page, `post-other-${look}`);

    await other.page
      .getByRole('button', { name: say('community.report') })
      .first()
      .click();
    await other.page.getByRole('button', { name: say('community.sendReport') }).click();
    await other.page.getByText(say('community.reported')).waitFor();
    const moderator = await demo.signedIn('moderator', { locale, viewport });
    await moderator.page.goto(`${demo.url}/moderation`);
    await moderator.page.getByText(talk.title).waitFor();
    await expectAccessible(moderator.page);
    await moderator.page.getByRole('button', { name: say('moderation.hide') }).click();
    await moderator.page.getByText(say('moderation.none')).waitFor();
    await page.goto(`${demo.url}/community`);
    await first.waitFor();
    expect(await titles()).not.toContain(talk.title);
    expect([...member.errors, ...other.errors, ...moderator.errors]).toEqual([]);
    await Promise.all([member.close(), other.close(), moderator.close()]);
  },
);

test.each(LANGUAGES)(
  'in %s a member finds a colleague by the two characters of their name, and asks to connect',
  async (locale, viewport) => {
    const say = wordsOf(locale);
    const { page, errors, close } = await demo.signedIn(TALK[locale].asks, { locale, viewport });
    await page.goto(`${demo.url}/network`);
    await page.getByRole('searchbox', { name: say('graph.search') }).fill(COLLEAGUE.slice(0, 2));
    const found = page.getByRole('list', { name: say('graph.found') }).locator('li', { hasText: COLLEAGUE });
    await found.getByRole('button', { name: `${say('graph.connect')} ${COLLEAGUE}` }).click();
    await found.getByText(say('graph.request.sent'), { exact: true }).waitFor();
    await expectAccessible(page);
    expect(errors).toEqual([]);
    await close();
  },
);

const ERASED = { 'zh-CN': 'analyst', 'en-US': 'recruiter2' } as const;

test.each(LANGUAGES)('in %s a member erases their account, and is signed out everywhere', async (locale, viewport) => {
  const say = wordsOf(locale);
  const { page, errors, close } = await demo.signedIn(ERASED[locale], { locale, viewport });
  const elsewhere = await demo.signedIn(ERASED[locale], { locale, viewport });
  await page.goto(`${demo.url}/me`);
  await page.getByRole('button', { name: say('moderation.erase.open') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(say('moderation.erase.deleted.profile')).waitFor();
  await dialog.getByText(say('moderation.erase.stays.words')).waitFor();
  await expectAccessible(page);
  await keepScreenshot(page, `erase-${lookOf(locale)}`);
  const password = dialog.getByLabel(say('moderation.erase.password'));
  await password.fill('not the password');
  await dialog.getByRole('button', { name: say('moderation.erase.now') }).click();
  await dialog.getByRole('alert').waitFor();
  await password.fill('renmai-demo');
  await dialog.getByRole('button', { name: say('moderation.erase.now') }).click();
  await page.getByText(say('identity.erased')).waitFor();
  await expectAccessible(page);
  expect((await elsewhere.page.request.get(`${demo.url}/api/v1/me/profile`)).status()).toBe(401);
  expect(errors).toEqual([]);
  await Promise.all([close(), elsewhere.close()]);
});

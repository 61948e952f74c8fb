import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { DEMO_PASSWORD } from '../world/index.ts';
import { expectAccessible, keepScreenshot, launchBrowser, openPage } from './browser.ts';
import { makeDataFolder, startProgram } from './run-server.ts';

const data = makeDataFolder();
const program = await startProgram(data.path, ['--members', '200']);
const browser = await launchBrowser();
afterAll(async () => {
  await browser.close();
  await program.stop();
  data.remove();
});

async function signedIn(account: string, viewport: { width: number; height: number }) {
  const opened = await openPage(browser, { locale: 'zh-CN', viewport });
  const response = await opened.page.request.post(`${program.url}/api/auth/sign-in/email`, {
    headers: { origin: program.url },
    data: { email: `${account}@demo.example`, password: DEMO_PASSWORD },
  });
  expect(response.status()).toBe(200);
  return opened;
}

const scoreOf = async (page: Page) =>
  Number(
    (await page.locator('main article').first().getByText('得票').locator('..').textContent())?.match(/-?\d+/)?.[0],
  );

test('a member reads the feed, votes, posts and comments; another hears of it at once, answers, and reports', async () => {
  const member = await signedIn('member', { width: 1360, height: 900 });
  const { page } = member;
  await page.goto(program.url);
  await page.waitForURL('**/community');
  const first = page.locator('main article').first();
  await first.waitFor();
  await page.getByRole('heading', { name: '我加入的圈子' }).waitFor();
  await expectAccessible(page);
  await keepScreenshot(page, 'feed-zh-desk');

  const titles = () => page.locator('main article h2').allTextContents();
  const before = await titles();
  const [score, up] = [await scoreOf(page), first.getByRole('button', { name: /^赞同/ })];
  const pressed = (await up.getAttribute('aria-pressed')) === 'true';
  // By the keyboard, and the list stands still.
  await up.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => scoreOf(page)).toBe(pressed ? score - 1 : score + 1);
  expect(await titles()).toEqual(before);
  await page.reload();
  await first.waitFor();

  await page.getByRole('button', { name: '说说最近的工作' }).click();
  await page.getByLabel('标题').fill('评测集多久更新一次?');
  await page.getByLabel('正文').fill('我们每季度换一次 #评测#,想听听大家的节奏。');
  await expectAccessible(page);
  await page.getByRole('button', { name: '发布' }).click();
  await page.getByRole('heading', { level: 1, name: '评测集多久更新一次?' }).waitFor();
  await page.getByRole('link', { name: '#评测' }).waitFor();
  await page.getByText('刚刚').first().waitFor();
  expect(await page.getByRole('button', { name: /^赞同/ }).isDisabled()).toBe(true);

  const other = await signedIn('colleague', { width: 390, height: 800 });
  await other.page.goto(page.url());
  await other.page.getByRole('textbox', { name: '写下您的看法' }).fill('按月换,旧的留着做回归。');
  await other.page.getByRole('button', { name: '评论', exact: true }).click();
  // Without a reload: the author is told of comments on their post.
  await page.getByText('按月换,旧的留着做回归。').waitFor();
  const thread = page.locator('#comments article').first();
  await thread.getByRole('button', { name: '回复' }).click();
  await thread.getByRole('textbox', { name: '写下回复' }).fill('谢谢,我们也试试。');
  await thread.getByRole('form', { name: '写下回复' }).getByRole('button', { name: '回复' }).click();
  await other.page.getByText('谢谢,我们也试试。').waitFor();
  await other.page.getByText('2 条评论').waitFor();
  await expectAccessible(page);
  await expectAccessible(other.page);
  await keepScreenshot(page, 'post-zh-desk');
  await keepScreenshot(other.page, 'post-zh-phone');

  await other.page.getByRole('button', { name: '举报' }).first().click();
  await other.page.getByRole('button', { name: '提交举报' }).click();
  await other.page.getByText('已交给管理员处理').waitFor();
  const moderator = await signedIn('moderator', { width: 1360, height: 900 });
  await moderator.page.goto(`${program.url}/moderation`);
  await moderator.page.getByText('我们每季度换一次').waitFor();
  await expectAccessible(moderator.page);
  await moderator.page.getByRole('button', { name: '隐藏内容' }).click();
  await moderator.page.getByText('没有举报').waitFor();
  await page.goto(`${program.url}/community`);
  await first.waitFor();
  expect(await titles()).not.toContain('评测集多久更新一次?');
  expect([...member.errors, ...other.errors, ...moderator.errors]).toEqual([]);
  await Promise.all([member.close(), other.close(), moderator.close()]);
});

test('a member finds a colleague by the two characters of their name, and asks to connect', async () => {
  const { page, errors, close } = await signedIn('operator', { width: 390, height: 800 });
  await page.goto(`${program.url}/network`);
  await page.getByRole('searchbox', { name: '按姓名、公司或职位查找成员' }).fill('陈思');
  const found = page.getByRole('list', { name: '找到的成员' }).locator('li', { hasText: '陈思航' });
  await found.getByRole('button', { name: /^加好友/ }).click();
  await found.getByText('已申请').waitFor();
  await expectAccessible(page);
  expect(errors).toEqual([]);
  await close();
});

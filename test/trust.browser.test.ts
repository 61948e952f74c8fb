import { afterAll, expect, test } from 'vitest';
import { DEMO_PASSWORD } from '../world/index.ts';
import { expectAccessible, keepScreenshot, launchBrowser, openPage } from './browser.ts';
import { makeDataFolder, startProgram } from './run-server.ts';

const data = makeDataFolder();
const program = await startProgram(data.path, ['--members', '400']);
const browser = await launchBrowser();
afterAll(async () => {
  await browser.close();
  await program.stop();
  data.remove();
});

const DESK = { width: 1360, height: 900 };
const PHONE = { width: 390, height: 800 };

/** A page in a browser window of its own, signed in as one of the demo's people. */
async function signedIn(account: string, locale: 'zh-CN' | 'en-US', viewport: typeof DESK) {
  const opened = await openPage(browser, { locale, viewport });
  const response = await opened.page.request.post(`${program.url}/api/auth/sign-in/email`, {
    headers: { origin: program.url },
    data: { email: `${account}@demo.example`, password: DEMO_PASSWORD },
  });
  expect(response.status()).toBe(200);
  return opened;
}

test('a member verifies a position with the code from the mailbox page, and two colleagues confirm another', async () => {
  const member = await signedIn('member', 'en-US', PHONE);
  const { page } = member;
  await page.goto(`${program.url}/verification`);
  const former = page.locator('main > ul > li').nth(1);
  await former.getByText('Verify this position').click();
  const address = former.getByLabel('Your address at the company');
  const domain = (await address.getAttribute('placeholder'))?.split('@')[1] ?? '';
  await expectAccessible(page);
  await address.fill('xiaoxi@qq.com');
  await former.getByRole('button', { name: 'Send me a code' }).click();
  await former.getByRole('alert').getByText('qq.com').waitFor();
  await address.fill(`xiaoxi.lin@${domain}`);
  await former.getByRole('button', { name: 'Send me a code' }).click();
  await former.getByRole('link', { name: 'In this demo it lands in the mailbox page.' }).click();
  const mail = page.locator('main li').first();
  await mail.getByText(`xiaoxi.lin@${domain}`).waitFor();
  await expectAccessible(page);
  const code = /Your code: (\d{6})/.exec((await mail.textContent()) ?? '')?.[1] ?? '';
  await page.goBack();
  await former.getByLabel('Six digits').fill(code);
  await former.getByRole('button', { name: 'Verify', exact: true }).click();
  await former.getByText('Verified by work mail, March 2023').waitFor();
  await keepScreenshot(page, 'verification-en-phone');

  const present = page.locator('main > ul > li').first();
  await present.getByLabel('A colleague by name').fill('何若凡');
  await present.getByRole('checkbox', { name: /何若凡/ }).check();
  await present.getByRole('button', { name: 'Ask them (1 chosen)' }).click();
  await present.getByText('何若凡 · asked').waitFor();
  for (const account of ['colleague', 'recruiter2']) {
    const colleague = await signedIn(account, 'zh-CN', DESK);
    await colleague.page.goto(`${program.url}/verification`);
    await colleague.page.getByRole('navigation').getByText('1 条待处理').waitFor({ state: 'attached' });
    await expectAccessible(colleague.page);
    await colleague.page.getByRole('button', { name: '是的，我确认' }).click();
    await colleague.page.getByText('没有人在等您确认。').waitFor();
    expect(colleague.errors).toEqual([]);
    await colleague.close();
  }
  // Nobody reloads the member's page: the confirmations arrive by themselves.
  await present.getByText('Verified by two colleagues, March 2023').waitFor();
  expect(member.errors).toEqual([]);
  await member.close();
});

test('a check goes from request to release to reading, and into the candidate’s file', async () => {
  const member = await signedIn('member', 'zh-CN', DESK);
  const { page } = member;
  await page.goto(`${program.url}/checks`);
  await page.locator('main li a').first().click();
  await page.getByText('决定之前请先了解').waitFor();
  await page.getByLabel('教育经历').check();
  await page.getByLabel('技能与认可').check();
  await expectAccessible(page);
  await keepScreenshot(page, 'check-consent-zh-desk');
  await page.getByRole('button', { name: '同意，先给我看' }).click();
  const first = page.locator('section li').first();
  await first.getByRole('button', { name: '对此作说明' }).click();
  await first.getByLabel('您的说明').fill('其中两个月在家照顾老人。');
  await first.getByRole('button', { name: '保存' }).click();
  await first.getByText('其中两个月在家照顾老人。').waitFor();
  await expectAccessible(page);

  const recruiter = await signedIn('recruiter', 'en-US', DESK);
  await recruiter.page.goto(`${program.url}/hire`);
  const postings = await (await recruiter.page.request.get(`${program.url}/api/v1/hire/postings`)).json();
  const candidateId = (await (await page.request.get(`${program.url}/api/v1/session`)).json()).account.id;
  const checks = await Promise.all(
    postings.items.map(async (posting: { id: string }) => {
      const reply = await recruiter.page.request.get(`${program.url}/api/v1/postings/${posting.id}/checks`);
      return (await reply.json()).items.some((item: { memberId: string }) => item.memberId === candidateId)
        ? posting.id
        : null;
    }),
  );
  const postingId = checks.find((id) => id !== null);
  await recruiter.page.goto(`${program.url}/people/${candidateId}?postingId=${postingId}`);
  await recruiter.page.getByText('Candidate reads first').waitFor();
  await page.getByRole('button', { name: '发给招聘者' }).click();
  await page.getByText('对方公司的招聘者在').waitFor();
  // The recruiter's open page hears of it.
  await recruiter.page.getByRole('link', { name: 'Read the check' }).click();
  await recruiter.page.getByRole('heading', { name: 'First-round check of 林晓溪' }).waitFor();
  await recruiter.page.getByText('其中两个月在家照顾老人。').waitFor();
  await recruiter.page.getByText('There is no score.').waitFor();
  await expectAccessible(recruiter.page);
  await keepScreenshot(recruiter.page, 'check-reading-en-desk');
  await recruiter.page.emulateMedia({ media: 'print' });
  expect(await recruiter.page.getByRole('navigation').count()).toBe(0);
  expect(await recruiter.page.getByRole('button').count()).toBe(0);

  await page.goto(`${program.url}/file`);
  await page.getByText('阅读了您的首轮背调').waitFor();
  await page.getByText('对方看到的内容').click();
  await page.getByText('其中两个月在家照顾老人。').waitFor();
  expect([...member.errors, ...recruiter.errors]).toEqual([]);
  await member.close();
  await recruiter.close();
});

import type { Page } from 'playwright-core';
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

const MEMBER = '林晓溪';
const COLLEAGUE = '陈思航';
const ROLES = [
  '高级NLP算法工程师,北京,3年以上,熟悉PyTorch、大语言模型,60-90K·15薪',
  'NLP算法专家,北京,2年以上,熟悉PyTorch、自然语言处理,70-100K·15薪',
] as const;
const DESK = { width: 1360, height: 900 };
const PHONE = { width: 390, height: 800 };

/** A page in a browser window of its own, signed in as one of the demo's people. */
async function signedIn(account: string, locale: 'zh-CN' | 'en-US', viewport: { width: number; height: number }) {
  const opened = await openPage(browser, { locale, viewport });
  const { page } = opened;
  const response = await page.request.post(`${program.url}/api/auth/sign-in/email`, {
    headers: { origin: program.url },
    data: { email: `${account}@demo.example`, password: DEMO_PASSWORD },
  });
  expect(response.status()).toBe(200);
  return opened;
}

/** Makes a posting of the recruiter's company through the API, and returns its id. */
async function makePosting(page: Page, text: string): Promise<string> {
  const call = async (path: string, body: object) =>
    (await page.request.post(`${program.url}/api/v1${path}`, { headers: { origin: program.url }, data: body })).json();
  const session = await (await page.request.get(`${program.url}/api/v1/session`)).json();
  const brief = await call('/briefs/read', { text });
  return (await call('/postings', { companyId: session.companies[0].id, text, brief })).id;
}

test('a message arrives in another window as it is sent, with why the person was found, and the answer comes back', async () => {
  const recruiter = await signedIn('recruiter', 'zh-CN', DESK);
  const member = await signedIn('member', 'en-US', PHONE);
  const postingId = await makePosting(recruiter.page, ROLES[0]);
  await member.page.goto(`${program.url}/inbox`);
  await member.page.getByText('No conversations yet').waitFor();
  await expectAccessible(member.page);

  await recruiter.page.goto(`${program.url}/hire/${postingId}`);
  const card = recruiter.page.locator('article', { hasText: MEMBER });
  await card.waitFor();
  const reasons = await card.locator('ul').first().locator('li').allTextContents();
  await keepScreenshot(recruiter.page, 'list-zh-desk');
  await card.getByRole('button', { name: '写信' }).click();
  const dialog = recruiter.page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('看到您做的大模型文本生成,想和您聊聊我们的新团队。');
  await expectAccessible(recruiter.page);
  await keepScreenshot(recruiter.page, 'write-zh-desk');
  await dialog.getByRole('button', { name: '发送' }).click();
  await recruiter.page.getByRole('log').getByText('想和您聊聊').waitFor();

  const line = member.page.getByRole('link', { name: /想和您聊聊/ });
  await line.waitFor();
  await keepScreenshot(member.page, 'inbox-en-phone');
  await line.click();
  await member.page.getByText('Why you were found').waitFor();
  expect(await member.page.getByRole('log').locator('details li').count()).toBe(reasons.length);
  await expectAccessible(member.page);
  await keepScreenshot(member.page, 'conversation-en-phone');
  await member.page.getByRole('textbox').fill('Gladly. Does Thursday suit you?');
  await member.page.getByRole('button', { name: 'Send' }).click();
  await recruiter.page.getByRole('log').getByText('Gladly. Does Thursday').waitFor();
  await expectAccessible(recruiter.page);
  await keepScreenshot(recruiter.page, 'conversation-zh-desk');

  await recruiter.page.goto(`${program.url}/hire/${postingId}`);
  const pipeline = recruiter.page.getByRole('complementary', { name: '招聘流程' });
  await pipeline.getByRole('link', { name: /打开对话/ }).waitFor();
  expect(await pipeline.getByRole('combobox').inputValue()).toBe('replied');
  await member.page.goto(`${program.url}/file`);
  await member.page.getByText('wrote to you about').first().waitFor();
  await member.page.locator('summary').first().click();
  await expectAccessible(member.page);
  await keepScreenshot(member.page, 'file-en-phone');
  expect([...recruiter.errors, ...member.errors]).toEqual([]);
  await Promise.all([recruiter.close(), member.close()]);
});

test('a common connection is asked, words the introduction, and the two are in conversation', async () => {
  const recruiter = await signedIn('recruiter', 'en-US', DESK);
  const colleague = await signedIn('colleague', 'zh-CN', PHONE);
  const member = await signedIn('member', 'zh-CN', DESK);
  const postingId = await makePosting(recruiter.page, ROLES[1]);
  await colleague.page.goto(`${program.url}/jobs`);
  await member.page.goto(`${program.url}/inbox`);

  await recruiter.page.goto(`${program.url}/hire/${postingId}`);
  const card = recruiter.page.locator('article', { hasText: MEMBER });
  await card.getByRole('button', { name: 'Ask for an introduction' }).click();
  const dialog = recruiter.page.getByRole('dialog');
  await dialog.getByRole('radio', { name: COLLEAGUE }).check();
  await dialog.getByRole('textbox').fill('We build text generation; you two worked together.');
  await expectAccessible(recruiter.page);
  await keepScreenshot(recruiter.page, 'ask-en-desk');
  await dialog.getByRole('button', { name: 'Ask for an introduction' }).click();
  await dialog.getByText('This connection has not answered yet').waitFor();

  await colleague.page.getByRole('link', { name: /消息.*1/ }).click();
  await colleague.page.getByRole('link', { name: /引荐/ }).click();
  await colleague.page.getByText(`想请您引荐 ${MEMBER}`).waitFor();
  await expectAccessible(colleague.page);
  await keepScreenshot(colleague.page, 'introductions-zh-phone');
  await colleague.page.getByRole('button', { name: '同意引荐' }).click();
  await colleague.page.getByRole('textbox').fill('晓溪,明远他们在做文本生成,你们应该聊得来。');
  await colleague.page.getByRole('button', { name: '发出引荐' }).click();
  await colleague.page.getByText('您已引荐').waitFor();

  await member.page.getByRole('link', { name: /你们应该聊得来/ }).click();
  await member.page.getByText(`${COLLEAGUE} 引荐`).waitFor();
  await member.page.getByText('为什么找到您').waitFor();
  await expectAccessible(member.page);
  await keepScreenshot(member.page, 'introduced-zh-desk');
  await recruiter.page.goto(`${program.url}/inbox/introductions`);
  await recruiter.page.getByRole('link', { name: 'Open the conversation' }).click();
  await recruiter.page.getByRole('log').getByText('你们应该聊得来').waitFor();
  await keepScreenshot(recruiter.page, 'introduced-en-desk');
  await member.page.getByRole('button', { name: '不感兴趣' }).click();
  await recruiter.page.getByText('is not interested for now').first().waitFor();
  await keepScreenshot(recruiter.page, 'declined-en-desk');
  expect([...recruiter.errors, ...colleague.errors, ...member.errors]).toEqual([]);
  await Promise.all([recruiter.close(), colleague.close(), member.close()]);
});

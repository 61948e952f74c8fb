import { afterAll, expect, test } from 'vitest';
import { expectAccessible, launchBrowser, openPage } from './browser.ts';
import { makeDataFolder, startProgram } from './run-server.ts';

const data = makeDataFolder();
const program = await startProgram(data.path, ['--members', '400']);
const browser = await launchBrowser();
afterAll(async () => {
  await browser.close();
  await program.stop();
  data.remove();
});

const WORDS = {
  'zh-CN': {
    demo: '演示账号',
    recruiter: '招聘者（互联网公司）',
    member: '会员（算法工程师）',
    newRole: '新职位',
    read: '读出要求',
    find: '找人',
    save: '存入流程',
    saved: '已存',
    file: '我的档案',
    posting:
      '岗位名称:高级NLP算法工程师\n工作地点:北京\n薪资:60-90K·15薪\n要求:3年以上自然语言处理经验;熟悉PyTorch、大语言模型,35岁以下',
    title: '高级NLP算法工程师',
    age: '年龄限制',
  },
  'en-US': {
    demo: 'Demo accounts',
    recruiter: 'Recruiter (internet company)',
    member: 'Member (NLP engineer)',
    newRole: 'New role',
    read: 'Read it',
    find: 'Find people',
    save: 'Save to the pipeline',
    saved: 'Saved',
    file: 'My file',
    posting:
      'Senior NLP Engineer\nBeijing, ¥900,000 - ¥1,350,000 a year\nRequirements: 3+ years with NLP, PyTorch and large language models; under 35 years old',
    title: 'Senior NLP Engineer',
    age: 'age limit',
  },
} as const;

const CASES = [
  ['zh-CN', { width: 1360, height: 900 }],
  ['en-US', { width: 390, height: 800 }],
] as const;

test.each(CASES)('in %s a recruiter goes from plain words to a person in the pipeline', async (locale, viewport) => {
  const words = WORDS[locale];
  const { page, errors, close } = await openPage(browser, { locale, viewport });
  await page.goto(program.url);
  await page.getByText(words.demo).waitFor();
  await expectAccessible(page);
  await page.getByText(words.recruiter).click();
  await page.locator('main').getByText(words.newRole).first().click();
  await page.locator('textarea').fill(words.posting);
  await page.getByText(words.read).click();
  await page.getByRole('alert').getByText(words.age).waitFor();
  expect(await page.locator('mark').first().textContent()).toBe(words.title);
  await expectAccessible(page);
  await page.getByRole('button', { name: words.find }).click();
  const first = page.locator('article').first();
  await first.waitFor();
  expect(await first.locator('ul').first().locator('li').count()).toBe(3);
  await expectAccessible(page);
  await first.getByRole('button', { name: words.save }).click();
  await first.getByText(words.saved).waitFor();
  const name = (await first.locator('h2 a').textContent()) ?? '';
  await first.locator('h2 a').click();
  await page.locator('h1', { hasText: name }).waitFor();
  await expectAccessible(page);
  expect(errors).toEqual([]);
  await close();
});

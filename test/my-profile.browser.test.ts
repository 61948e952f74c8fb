import { afterAll, expect, test } from 'vitest';
import { expectAccessible, keepScreenshot, launchBrowser, openPage } from './browser.ts';
import { makeDataFolder, startProgram } from './run-server.ts';

const data = makeDataFolder();
const program = await startProgram(data.path, ['--members', '60']);
const browser = await launchBrowser();
afterAll(async () => {
  await browser.close();
  await program.stop();
  data.remove();
});

const CASES = [
  {
    locale: 'zh-CN',
    viewport: { width: 390, height: 800 },
    name: '顾念慈',
    words: {
      signUp: '注册',
      name: '姓名',
      email: '邮箱',
      password: '密码',
      importResume: '导入简历',
      read: '读出 2 段经历',
      title: '职位',
      save: '保存',
      findable: '谁能找到我',
    },
    resume:
      '顾念慈\n电话:13800000000\n\n工作经历\n2020.03-至今  青禾数据科技有限公司  高级算法工程师\n负责大语言模型的训练与推理优化,使用PyTorch。\n2016.07-2020.02  蓝湾软件有限公司  后端工程师\n\n教育经历\n2013.09-2016.06  浙江大学  计算机科学与技术  硕士\n\n专业技能\nPython、PyTorch、大语言模型',
    corrected: '资深算法工程师',
  },
  {
    locale: 'en-US',
    viewport: { width: 1360, height: 900 },
    name: 'Nora Gu',
    words: {
      signUp: 'Sign up',
      name: 'Name',
      email: 'Mail',
      password: 'Password',
      importResume: 'Import a resume',
      read: 'Read 2 positions',
      title: 'Title',
      save: 'Save',
      findable: 'Who may find me',
    },
    resume:
      'Nora Gu\nnora@mail.example\n\nEXPERIENCE\nSenior Machine Learning Engineer, Qinghe Data\nMar 2020 - Present\nTrained large language models with PyTorch.\nBackend Engineer, Blue Bay Software\nJul 2016 - Feb 2020\n\nEDUCATION\nZhejiang University, Master of Computer Science, 2013 - 2016\n\nSKILLS\nPython, PyTorch, Large language models',
    corrected: 'Staff Machine Learning Engineer',
  },
] as const;

test.each(CASES)(
  'in $locale a newcomer signs up, imports a resume, corrects it, and says who may find them',
  async (one) => {
    const { words } = one;
    const { page, errors, close } = await openPage(browser, { locale: one.locale, viewport: one.viewport });
    await page.goto(`${program.url}/sign-up`);
    await page.getByLabel(words.name).fill('N. N.');
    await page.getByLabel(words.email).fill(`newcomer-${one.locale}@test.example`);
    await page.getByLabel(words.password).fill('long enough for a test');
    await expectAccessible(page);
    await page.getByRole('button', { name: words.signUp, exact: true }).click();
    await page.locator('label', { hasText: words.importResume }).waitFor();
    await page
      .getByLabel(words.importResume)
      .setInputFiles({ name: 'resume.txt', mimeType: 'text/plain', buffer: Buffer.from(one.resume) });
    await page.getByText(words.read).waitFor();
    expect(await page.getByLabel(words.name).inputValue()).toBe(one.name);
    await page.getByLabel(words.title).first().fill(one.corrected);
    await expectAccessible(page);
    await keepScreenshot(page, `resume-${one.locale}`);
    await page.getByRole('button', { name: words.save, exact: true }).click();
    await page.getByRole('heading', { name: one.name }).waitFor();
    await page.getByText(one.corrected).first().waitFor();
    await page.getByLabel(words.findable).first().selectOption('recruiters');
    await expectAccessible(page);
    await page.reload();
    await page.getByText(one.corrected).first().waitFor();
    expect(await page.getByLabel(words.findable).first().inputValue()).toBe('recruiters');
    expect(errors).toEqual([]);
    await close();
  },
);

import { expect, test } from 'vitest';
import { expectAccessible } from './browser.ts';
import { LANGUAGES, openDemo } from './demo.ts';
import { wordsOf } from './words.ts';

const demo = await openDemo(400);

const ROLES = {
  'zh-CN': {
    text: '岗位名称：高级NLP算法工程师\n工作地点：北京\n薪资：60-90K·15薪\n要求：3年以上自然语言处理经验；熟悉PyTorch、大语言模型，35岁以下',
    title: '高级NLP算法工程师',
    age: '年龄限制',
  },
  'en-US': {
    text: 'Senior NLP Engineer\nBeijing, ¥900,000 - ¥1,350,000 a year\nRequirements: 3+ years with NLP, PyTorch and large language models; under 35 years old',
    title: 'Senior NLP Engineer',
    age: 'age limit',
  },
} as const;

test.each(LANGUAGES)(
  'in %s a recruiter goes from plain words to a person in the pipeline',
  async (locale, viewport) => {
    const say = wordsOf(locale);
    const role = ROLES[locale];
    const visitor = await demo.visit({ locale, viewport });
    await visitor.page.goto(demo.url);
    await visitor.page.getByText(say('identity.demo'), { exact: true }).waitFor();
    await expectAccessible(visitor.page);
    await visitor.close();
    const { page, errors, close } = await demo.enterAs('recruiter', { locale, viewport });
    await page.locator('main').getByText(say('hire.new')).first().click();
    await page.locator('textarea').fill(role.text);
    await page.getByText(say('hire.read')).click();
    await page.getByRole('alert').getByText(role.age).waitFor();
    expect(await page.locator('mark').first().textContent()).toBe(role.title);
    await expectAccessible(page);
    await page.getByRole('button', { name: say('hire.find') }).click();
    const first = page.locator('article').first();
    await first.waitFor();
    expect(await first.locator('ul').first().locator('li').count()).toBe(3);
    await expectAccessible(page);
    await first.getByRole('button', { name: say('hire.save') }).click();
    await first.getByText(say('hire.stage.saved')).waitFor();
    const name = (await first.locator('h2 a').textContent()) ?? '';
    await first.locator('h2 a').click();
    await page.locator('h1', { hasText: name }).waitFor();
    await expectAccessible(page);
    expect(errors).toEqual([]);
    await close();
  },
);

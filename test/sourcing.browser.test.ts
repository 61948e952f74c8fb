import { expect, test } from 'vitest';
import { expectAccessible } from './browser.ts';
import { LANGUAGES, openDemo } from './demo.ts';

const demo = await openDemo(400);

const WORDS = {
  'zh-CN': {
    demo: '演示账号',
    recruiter: '招聘者\uff08互联网公司\uff09',
    tab: '搜索',
    query: '搜索式',
    find: '搜索',
    missing: '没有配对',
    terms: '每个词各找到多少人',
    save: '存为人才池',
    saveIt: '保存',
    add: '放入人才池',
    picked: '亲手挑选的人',
    like: '找与他们相似的人',
    traits: '共同点',
    roles: '职位',
    criteria: '看重什么',
    down: '把薪资下移一档',
    preset: '存为预设',
  },
  'en-US': {
    demo: 'Demo accounts',
    recruiter: 'Recruiter (internet company)',
    tab: 'Search',
    query: 'Search',
    find: 'Search',
    missing: 'never closed',
    terms: 'How many people each term finds',
    save: 'Save as a pool',
    saveIt: 'Save',
    add: 'Add to a pool',
    picked: 'Picked by hand',
    like: 'More like these',
    traits: 'What they share',
    roles: 'Roles',
    criteria: 'What matters',
    down: 'Move Pay down a step',
    preset: 'Save as a preset',
  },
} as const;

test.each(LANGUAGES)(
  'in %s a recruiter searches, keeps a pool, finds more alike and says what matters',
  async (locale, viewport) => {
    const words = WORDS[locale];
    const pool = `pool ${locale}`;
    const { page, errors, close } = await demo.visit({ locale, viewport });
    const main = page.locator('main');
    await page.goto(demo.url);
    await page.getByText(words.demo).waitFor();
    await page.getByText(words.recruiter).click();
    await main.getByRole('link', { name: words.tab, exact: true }).click();
    const box = main.getByRole('textbox', { name: words.query, exact: true });
    await box.fill('(\u7b97\u6cd5 OR title:\u4ea7\u54c1');
    await box.press('Enter');
    await main.getByRole('alert').getByText(words.missing).waitFor();
    await expectAccessible(page);
    await box.fill('\uff08\u7b97\u6cd5 OR title\uff1a\u4ea7\u54c1\uff09 NOT title:\u5b9e\u4e60 \u5e74\u9650:>=2');
    await main.getByRole('button', { name: words.find, exact: true }).click();
    await main.getByRole('list', { name: words.terms }).waitFor();
    await main.locator('article').first().waitFor();
    await expectAccessible(page);

    await main.getByRole('button', { name: words.save, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill(pool);
    await dialog.getByRole('button', { name: words.saveIt, exact: true }).click();
    await main.getByRole('heading', { name: pool }).waitFor();
    const first = main.locator('article').first();
    const name = (await first.locator('h2 a').textContent()) ?? '';
    await first.getByRole('button').filter({ hasText: words.add }).click();
    await expectAccessible(page);
    await dialog.getByRole('button').filter({ hasText: pool }).click();
    const picked = main.getByRole('complementary', { name: words.picked });
    await picked.getByRole('link', { name }).waitFor();
    await expectAccessible(page);

    await picked.getByRole('link', { name: words.like }).click();
    const traits = main.getByRole('list', { name: words.traits });
    await traits.getByRole('button').first().click();
    await traits.locator('[aria-pressed=false]').waitFor();
    await main.locator('article').first().waitFor();
    expect(await main.locator('article h2 a').allTextContents()).not.toContain(name);
    await expectAccessible(page);

    await main.getByRole('link', { name: words.roles, exact: true }).click();
    await main.locator('li a').first().click();
    await main.locator('article').first().waitFor();
    await main.getByText(words.criteria).first().click();
    await main.getByRole('button', { name: words.down }).click();
    await main.getByRole('textbox', { name: words.preset }).fill(`what matters ${locale}`);
    await main.getByRole('button', { name: words.saveIt, exact: true }).click();
    await main.getByRole('option', { name: `what matters ${locale}` }).waitFor({ state: 'attached' });
    await expectAccessible(page);
    expect(errors).toEqual([]);
    await close();
  },
);

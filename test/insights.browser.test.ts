import { expect, test } from 'vitest';
import { expectAccessible, keepScreenshot } from './browser.ts';
import { DESK, LANGUAGES, openDemo } from './demo.ts';
import { wordsOf } from './words.ts';

const demo = await openDemo(400);

const WORDS = {
  'zh-CN': {
    read: '阅读报告',
    title: 'AIGC 人才趋势报告',
    growth: '同比增长31.3%',
    industry: '近三分之一',
    internet: '互联网',
    table: '表',
    method: '口径、公式与查询语句',
    to: /^结束月份/,
    march: '2023年3月',
    period: '2023年1–3月',
  },
  'en-US': {
    read: 'Read the report',
    title: 'Talent trends: Generative AI',
    growth: 'up 31.3%',
    industry: 'close to a third',
    internet: 'Internet',
    table: 'Tables',
    method: 'Definition, formula and query',
    to: /^To\b/,
    march: 'Mar 2023',
    period: 'Jan–Mar 2023',
  },
} as const;

test.each(LANGUAGES)('in %s the analyst reads the report on generative AI', async (locale, viewport) => {
  const words = WORDS[locale];
  const { page, errors, close } = await demo.enterAs('analyst', { locale, viewport });

  // The think tank is the analyst's first page, and its leading report one click away.
  await page.waitForURL('**/insights');
  await page.getByRole('link', { name: words.read }).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: words.read }).click();
  await page.getByRole('heading', { level: 1, name: words.title }).waitFor();
  expect(new URL(page.url()).searchParams.get('from')).toBe('2023-01');

  for (const id of ['new-postings', 'postings-by-industry', 'skills-in-demand', 'pay-by-role', 'people-by-city']) {
    const figure = page.locator(`section#${id}`);
    await figure.scrollIntoViewIfNeeded();
    await figure.locator('svg text').first().waitFor();
    expect((await figure.locator('p').first().textContent())?.length, id).toBeGreaterThan(10);
  }
  await page.locator('#new-postings').getByText(words.growth).waitFor();
  await page.locator('#postings-by-industry').getByText(words.industry).waitFor();
  await keepScreenshot(page, `insights-report-${locale}`);
  await expectAccessible(page);

  // A bar opens the rows behind it: as many as it says.
  const industries = page.locator('#postings-by-industry');
  await industries.getByRole('button', { name: words.internet, exact: true }).click();
  const sheet = page.getByRole('dialog');
  await sheet.locator('tbody tr').first().waitFor();
  const total = Number((await sheet.getByRole('status').textContent())?.match(/\d+/g)?.at(-1));
  expect(await industries.locator('svg').getByText(String(total), { exact: true }).count()).toBeGreaterThan(0);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });

  await industries.getByRole('button', { name: words.table, exact: true }).click();
  expect(await industries.locator('tbody tr').count()).toBeGreaterThan(4);
  await industries.getByText(words.method).click();
  await industries.getByText('select industry_id').first().waitFor();
  await expectAccessible(page);

  // Another period is another address; the page stays where it is.
  await page.getByRole('combobox', { name: words.to }).selectOption({ label: words.march });
  await page.locator('header').getByText(words.period).first().waitFor();
  expect(new URL(page.url()).searchParams.get('to')).toBe('2023-03');
  expect(errors).toEqual([]);
  await close();
});

test('charts come when they are seen: the page before them is small', async () => {
  const { page, close } = await demo.visit({ locale: 'zh-CN', viewport: DESK });
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    if (request.url().endsWith('.js')) sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.goto(demo.url);
  await page.getByText(wordsOf('zh-CN')('identity.roles.analyst')).waitFor();
  const scripts = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(scripts).toBeGreaterThan(10_000);
  expect(scripts).toBeLessThan(250_000);
  await close();
});

test('a report is downloaded from its page', async () => {
  const { page, close } = await demo.enterAs('analyst', { locale: 'zh-CN', viewport: DESK });
  await page.waitForURL('**/insights');
  await page.goto(`${demo.url}/insights/aigc?from=2023-01&to=2023-02`);
  const started = page.waitForEvent('download');
  await page.getByRole('link', { name: 'PDF' }).click();
  expect((await started).suggestedFilename()).toBe('aigc-2023-01-2023-02-zh.pdf');
  await close();
});

test('an analyst makes a field with the keyboard, sees what it takes, reads its report and deletes it', async () => {
  const { page, errors, close } = await demo.enterAs('analyst', { locale: 'zh-CN', viewport: DESK });
  await page.getByRole('link', { name: '新建领域' }).click();
  await page.getByLabel('中文名称').fill('大模型');
  await page.getByLabel('英文名称').fill('Large models');
  await page.getByLabel('条件种类').selectOption({ label: '技能' });
  await expect.poll(() => page.getByLabel('条件', { exact: true }).isEnabled()).toBe(true);
  await page.getByLabel('条件', { exact: true }).focus();
  await page.keyboard.type('大语言模型');
  const preview = page.getByRole('region', { name: '目前选中的' });
  await preview.getByRole('listitem').first().waitFor();
  await expectAccessible(page);
  await keepScreenshot(page, 'insights-field-zh-CN');
  await page.getByRole('button', { name: '保存' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: '大模型 人才趋势报告' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/insights/large-models');

  await page.goto(`${demo.url}/insights/large-models/edit`);
  page.on('dialog', (dialog) => void dialog.accept());
  await expect.poll(() => page.getByLabel('条件', { exact: true }).inputValue()).toBe('大语言模型');
  await page.getByRole('button', { name: '删除', exact: true }).click();
  await page.waitForURL('**/insights');
  await page.getByRole('link', { name: '芯片', exact: true }).waitFor();
  expect(await page.getByRole('link', { name: '大模型', exact: true }).count()).toBe(0);
  expect(errors).toEqual([]);
  await close();
});

test('an analyst publishes the report; a visitor reads it without scripts, and so do search engines and feed readers', async () => {
  const { page, errors, close } = await demo.enterAs('analyst', { locale: 'zh-CN', viewport: DESK });
  await page.waitForURL('**/insights');
  await page.goto(`${demo.url}/insights/aigc?from=2023-01&to=2023-02`);
  await page.getByRole('button', { name: '发布', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('中文说明').fill('本期首次发布。');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '发布', exact: true }).click();
  await dialog.getByText(/\/reports\/aigc-2023-01-2023-02$/).waitFor();
  await page.goto(`${demo.url}/insights/publishing`);
  await page.getByRole('link', { name: /AIGC 人才趋势报告/ }).waitFor();
  await expectAccessible(page);
  await keepScreenshot(page, 'insights-publishing-zh-CN');
  expect(errors).toEqual([]);
  await close();

  for (const [lang, width, title] of [
    ['zh', 1360, WORDS['zh-CN'].title],
    ['en', 390, WORDS['en-US'].title],
  ] as const) {
    const opened = await demo.visit({ javaScriptEnabled: false, viewport: { width, height: 900 } });
    const { page: visitor } = opened;
    await visitor.goto(`${demo.url}/reports?lang=${lang}`);
    await visitor.getByRole('link', { name: new RegExp(title) }).click();
    await visitor.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await visitor.locator('figure svg').count()).toBeGreaterThan(9);
    expect(await visitor.getByText('本期首次发布。').count()).toBe(1);
    const [article, dataset] = JSON.parse(
      (await visitor.locator('script[type="application/ld+json"]').textContent()) ?? '{}',
    )['@graph'];
    expect([article['@type'], dataset['@type']]).toEqual(['Article', 'Dataset']);
    expect(dataset.temporalCoverage).toBe('2023-01-01/2023-02-28');
    const image = await visitor.request.get(
      (await visitor.locator('meta[property="og:image"]').getAttribute('content')) ?? '',
    );
    expect([image.status(), image.headers()['content-type']]).toEqual([200, 'image/png']);
    const feed = await visitor.request.get(
      (await visitor.locator('link[type="application/atom+xml"]').getAttribute('href')) ?? '',
    );
    expect(feed.headers()['content-type']).toContain('application/atom+xml');
    expect(await feed.text()).toContain(`/reports/aigc-2023-01-2023-02?lang=${lang}`);
    await keepScreenshot(visitor, `published-report-${lang}`);
    await opened.close();
  }

  // With scripts allowed there is still none, and axe, which needs them, finds nothing; a feed is well-formed XML.
  const reader = await demo.visit({ locale: 'en-US', viewport: { width: 390, height: 844 } });
  for (const path of ['/reports?lang=en', '/reports/aigc-2023-01-2023-02?lang=en', '/reports/nothing?lang=zh']) {
    await reader.page.goto(`${demo.url}${path}`);
    expect(await reader.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), path).toBe(0);
    await expectAccessible(reader.page);
  }
  const feed = await (await reader.page.request.get(`${demo.url}/reports/feed.xml?lang=zh`)).text();
  const entries = await reader.page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'application/xml');
    return parsed.querySelector('parsererror') ? -1 : parsed.getElementsByTagName('entry').length;
  }, feed);
  expect(entries).toBe(1);
  await reader.close();
});

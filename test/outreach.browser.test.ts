import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, keepScreenshot } from './browser.ts';
import { DESK, LANGUAGES, lookOf, openDemo, PHONE } from './demo.ts';
import { wordsOf } from './words.ts';

const demo = await openDemo(400);

const MEMBER = '林晓溪';
const COLLEAGUE = '陈思航';
const SAID = {
  'zh-CN': {
    role: '高级NLP算法工程师\uff0c北京\uff0c3年以上\uff0c熟悉PyTorch、大语言模型\uff0c60-90K·15薪',
    letter: '看到您做的大模型文本生成\uff0c想和您聊聊我们的新团队。',
    answer: '好的\uff0c周四方便吗\uff1f',
    otherRole: 'NLP算法专家\uff0c北京\uff0c2年以上\uff0c熟悉PyTorch、自然语言处理\uff0c70-100K·15薪',
    ask: '我们在做文本生成\uff0c你们曾是同事。',
    wording: '晓溪\uff0c明远他们在做文本生成\uff0c你们应该聊得来。',
  },
  'en-US': {
    role: 'Senior NLP Engineer, Beijing, 3+ years with PyTorch and large language models, ¥900,000 - ¥1,350,000 a year',
    letter: 'Your work on text generation is close to what our new team does. Could we talk?',
    answer: 'Gladly. Does Thursday suit you?',
    otherRole:
      'NLP Expert, Beijing, 2+ years with PyTorch and natural language processing, ¥1,000,000 - ¥1,500,000 a year',
    ask: 'We build text generation; you two worked together.',
    wording: 'Xiaoxi, Mingyuan builds text generation: you two should talk.',
  },
} as const;

/** Makes a posting of the recruiter's company through the API, and returns its id. */
async function makePosting(page: Page, text: string): Promise<string> {
  const call = async (path: string, body: object) =>
    (await page.request.post(`${demo.url}/api/v1${path}`, { headers: { origin: demo.url }, data: body })).json();
  const session = await (await page.request.get(`${demo.url}/api/v1/session`)).json();
  const brief = await call('/briefs/read', { text });
  return (await call('/postings', { companyId: session.companies[0].id, text, brief })).id;
}

test.each(LANGUAGES)(
  'in %s a message arrives in another window as it is sent, with why the person was found, and the answer comes back',
  async (locale, viewport) => {
    const [say, said, look] = [wordsOf(locale), SAID[locale], lookOf(locale)];
    const recruiter = await demo.signedIn('recruiter', { locale, viewport });
    const member = await demo.signedIn('member', { locale, viewport: viewport === DESK ? PHONE : DESK });
    const postingId = await makePosting(recruiter.page, said.role);
    await member.page.goto(`${demo.url}/inbox`);
    await member.page
      .getByRole('list', { name: say('outreach.messages') })
      .locator('li')
      .first()
      .waitFor();
    await expectAccessible(member.page);

    await recruiter.page.goto(`${demo.url}/hire/${postingId}`);
    const card = recruiter.page.locator('article', { hasText: MEMBER });
    await card.waitFor();
    const reasons = await card.locator('ul').first().locator('li').allTextContents();
    await keepScreenshot(recruiter.page, `list-${look}`);
    await card.getByRole('button', { name: say('outreach.write') }).click();
    const dialog = recruiter.page.getByRole('dialog');
    await dialog.getByRole('textbox').fill(said.letter);
    await expectAccessible(recruiter.page);
    await keepScreenshot(recruiter.page, `write-${look}`);
    await dialog.getByRole('button', { name: say('outreach.send') }).click();
    await recruiter.page.getByRole('log').getByText(said.letter).waitFor();

    const line = member.page.getByRole('link', { name: said.letter.slice(0, 40) });
    await line.waitFor();
    await keepScreenshot(member.page, `inbox-${look}`);
    await line.click();
    const log = member.page.getByRole('log');
    await log.getByText(say('outreach.why.title')).waitFor();
    expect(await log.locator('details li').count()).toBe(reasons.length);
    await expectAccessible(member.page);
    await keepScreenshot(member.page, `conversation-${look}`);
    await member.page.getByRole('textbox').fill(said.answer);
    await member.page.getByRole('button', { name: say('outreach.send') }).click();
    await recruiter.page.getByRole('log').getByText(said.answer).waitFor();
    await expectAccessible(recruiter.page);
    await keepScreenshot(recruiter.page, `answered-${look}`);

    await recruiter.page.goto(`${demo.url}/hire/${postingId}`);
    const pipeline = recruiter.page.getByRole('complementary', { name: say('hire.pipeline') });
    await pipeline.getByRole('link', { name: new RegExp(say('outreach.openConversation')) }).waitFor();
    expect(await pipeline.getByRole('combobox').inputValue()).toBe('replied');
    await member.page.goto(`${demo.url}/file`);
    await member.page.locator(`main a[href^="/inbox/"]`).first().waitFor();
    await member.page.locator('summary').first().click();
    await expectAccessible(member.page);
    await keepScreenshot(member.page, `file-${look}`);
    expect([...recruiter.errors, ...member.errors]).toEqual([]);
    await Promise.all([recruiter.close(), member.close()]);
  },
);

test.each(LANGUAGES)(
  'in %s a common connection is asked, words the introduction, and the two are in conversation',
  async (locale, viewport) => {
    const [say, said, look] = [wordsOf(locale), SAID[locale], lookOf(locale)];
    const recruiter = await demo.signedIn('recruiter', { locale, viewport });
    const colleague = await demo.signedIn('colleague', { locale, viewport: DESK });
    const member = await demo.signedIn('member', { locale, viewport });
    const postingId = await makePosting(recruiter.page, said.otherRole);
    await colleague.page.goto(`${demo.url}/jobs`);
    await member.page.goto(`${demo.url}/inbox`);

    await recruiter.page.goto(`${demo.url}/hire/${postingId}`);
    const card = recruiter.page.locator('article', { hasText: MEMBER });
    await card.getByRole('button', { name: say('outreach.intro.ask') }).click();
    const dialog = recruiter.page.getByRole('dialog');
    await dialog.getByRole('radio', { name: COLLEAGUE }).check();
    await dialog.getByRole('textbox').fill(said.ask);
    await expectAccessible(recruiter.page);
    await keepScreenshot(recruiter.page, `ask-${look}`);
    await dialog.getByRole('button', { name: say('outreach.intro.ask') }).click();
    await dialog.getByText(say('outreach.intro.waiting')).waitFor();

    // One request was waiting before; the page hears of the second by itself.
    await colleague.page
      .getByText(say('app.waiting', { count: 2 }))
      .first()
      .waitFor({ state: 'attached' });
    await colleague.page
      .getByRole('navigation')
      .getByRole('link', { name: new RegExp(say('app.inbox')) })
      .click();
    await colleague.page.getByRole('link', { name: new RegExp(say('outreach.introductions')) }).click();
    const request = colleague.page.locator('main section li', { hasText: said.ask });
    await request.waitFor();
    await expectAccessible(colleague.page);
    await keepScreenshot(colleague.page, `introductions-${look}`);
    await request.getByRole('button', { name: say('outreach.intro.make') }).click();
    await request.getByRole('textbox').fill(said.wording);
    await request.getByRole('button', { name: say('outreach.intro.send'), exact: true }).click();
    await request.getByText(say('outreach.intro.stateMine.made')).waitFor();

    await member.page.getByRole('link', { name: said.wording.slice(0, 40) }).click();
    await member.page.getByText(say('outreach.introducedBy', { name: COLLEAGUE })).waitFor();
    await member.page.getByText(say('outreach.why.title')).waitFor();
    await expectAccessible(member.page);
    await keepScreenshot(member.page, `introduced-${look}`);
    await recruiter.page.goto(`${demo.url}/inbox/introductions`);
    await recruiter.page
      .locator('main section li', { hasText: said.ask })
      .getByRole('link', { name: say('outreach.openConversation') })
      .click();
    await recruiter.page.getByRole('log').getByText(said.wording).waitFor();
    await member.page.getByRole('button', { name: say('outreach.notInterested') }).click();
    await recruiter.page
      .getByText(say('outreach.declinedKindly', { name: MEMBER }))
      .first()
      .waitFor();
    await keepScreenshot(recruiter.page, `declined-${look}`);
    expect([...recruiter.errors, ...colleague.errors, ...member.errors]).toEqual([]);
    await Promise.all([recruiter.close(), colleague.close(), member.close()]);
  },
);

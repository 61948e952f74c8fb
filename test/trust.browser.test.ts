import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, keepScreenshot } from './browser.ts';
import { DESK, LANGUAGES, lookOf, openDemo } from './demo.ts';
import { wordsOf } from './words.ts';

const demo = await openDemo(400);

const COLLEAGUES = { colleague: '陈思航', recruiter2: '何若凡' } as const;
const SAID = {
  'zh-CN': { answer: '其中两个月在家照顾老人。', role: '大模型算法工程师\uff0c北京\uff0c熟悉PyTorch\uff0c60-90K·15薪' },
  'en-US': {
    answer: 'For two of these months I looked after my parents.',
    role: 'LLM Engineer, Beijing, PyTorch, ¥900,000 - ¥1,350,000 a year',
  },
} as const;

const call = async (page: Page, method: 'get' | 'put' | 'post', path: string, data?: object) => {
  const reply = await page.request[method](`${demo.url}/api/v1${path}`, {
    headers: { origin: demo.url },
    ...(data && { data }),
  });
  expect(reply.ok(), `${method} ${path}`).toBe(true);
  return reply.json();
};

/** Moves the beginning of the two latest positions by a month: a verification ends with the facts. */
async function changeDates(page: Page): Promise<void> {
  const { profile } = await call(page, 'get', '/me/profile');
  const later = (month: string) => {
    const [year = 0, number = 0] = month.split('-').map(Number);
    return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  };
  const positions = profile.positions.map((one: { start: string }, i: number) =>
    i < 2 ? { ...one, start: later(one.start) } : one,
  );
  await call(page, 'put', '/me/profile', { ...profile, positions });
}

test.each(LANGUAGES)(
  'in %s a member verifies a position with the code from the mailbox page, and two colleagues confirm another',
  async (locale, viewport) => {
    const say = wordsOf(locale);
    const verified = (way: 'mail' | 'colleagues') =>
      say(`app.verifiedIn.${way}`, { month: locale === 'zh-CN' ? '2023年3月' : 'March 2023' });
    const member = await demo.signedIn('member', { locale, viewport });
    const { page } = member;
    await changeDates(page);
    await page.goto(`${demo.url}/verification`);
    const former = page.locator('main > ul > li').nth(1);
    await former.getByText(say('verification.verify'), { exact: true }).click();
    const address = former.getByLabel(say('verification.address'));
    const domain = (await address.getAttribute('placeholder'))?.split('@')[1] ?? '';
    await expectAccessible(page);
    await address.fill('xiaoxi@qq.com');
    await former.getByRole('button', { name: say('verification.sendCode') }).click();
    await former.getByRole('alert').getByText('qq.com').waitFor();
    await address.fill(`xiaoxi.lin@${domain}`);
    await former.getByRole('button', { name: say('verification.sendCode') }).click();
    await former.getByRole('link', { name: say('verification.inMailbox') }).click();
    const mail = page.locator('main li').first();
    await mail.getByText(`xiaoxi.lin@${domain}`).waitFor();
    await expectAccessible(page);
    const code = /\d{6}/.exec((await mail.textContent()) ?? '')?.[0] ?? '';
    await page.goBack();
    await former.getByLabel(say('verification.code')).fill(code);
    await former.getByRole('button', { name: say('verification.enter'), exact: true }).click();
    await former.getByText(verified('mail')).waitFor();
    await keepScreenshot(page, `verification-${lookOf(locale)}`);

    const present = page.locator('main > ul > li').first();
    const verify = present.getByText(say('verification.verify'), { exact: true });
    if (!(await present.getByLabel(say('verification.colleagueName')).isVisible())) await verify.click();
    for (const name of Object.values(COLLEAGUES)) {
      await present.getByLabel(say('verification.colleagueName')).fill(name);
      await present.getByRole('checkbox', { name: new RegExp(name) }).check();
    }
    await present.getByRole('button', { name: say('verification.askColleagues', { count: 2 }) }).click();
    await present.getByText(`${COLLEAGUES.recruiter2} · ${say('verification.asked')}`).waitFor();
    for (const account of Object.keys(COLLEAGUES)) {
      const colleague = await demo.signedIn(account, { locale, viewport: DESK });
      await colleague.page.goto(`${demo.url}/verification`);
      await colleague.page
        .getByRole('navigation')
        .getByText(say('app.waiting', { count: 1 }))
        .first()
        .waitFor({ state: 'attached' });
      await expectAccessible(colleague.page);
      await colleague.page.getByRole('button', { name: say('verification.vouchYes') }).click();
      await colleague.page.getByText(say('verification.nothingToConfirm')).waitFor();
      expect(colleague.errors).toEqual([]);
      await colleague.close();
    }
    // Nobody reloads the member's page: the confirmations arrive by themselves.
    await present.getByText(verified('colleagues')).waitFor();
    expect(member.errors).toEqual([]);
    await member.close();
  },
);

test.each(LANGUAGES)(
  'in %s a check goes from request to release to reading, and into the candidate’s file',
  async (locale, viewport) => {
    const say = wordsOf(locale);
    const { answer, role } = SAID[locale];
    const member = await demo.signedIn('member', { locale, viewport });
    const recruiter = await demo.signedIn('recruiter', { locale, viewport: DESK });
    const { page } = member;
    const candidate = (await call(page, 'get', '/session')).account;
    const companyId = (await call(recruiter.page, 'get', '/session')).companies[0].id;
    const brief = await call(recruiter.page, 'post', '/briefs/read', { text: role });
    const { id: postingId } = await call(recruiter.page, 'post', '/postings', { companyId, text: role, brief });
    await call(recruiter.page, 'put', `/postings/${postingId}/pipeline/${candidate.id}`, { stage: 'interview' });
    await recruiter.page.goto(`${demo.url}/people/${candidate.id}?postingId=${postingId}`);
    await recruiter.page.getByRole('button', { name: say('vetting.ask') }).click();
    await recruiter.page.getByRole('button', { name: say('vetting.send'), exact: true }).click();
    await recruiter.page.getByText(say('vetting.state.requested')).waitFor();

    await page.goto(`${demo.url}/checks`);
    await page.locator('main li a').first().click();
    await page.getByText(say('vetting.consentTitle')).waitFor();
    await page.getByLabel(say('vetting.section.education')).check();
    await page.getByLabel(say('vetting.section.skills')).check();
    await expectAccessible(page);
    await keepScreenshot(page, `check-consent-${lookOf(locale)}`);
    await page.getByRole('button', { name: say('vetting.allow') }).click();
    const first = page.locator('section li').first();
    await first.getByRole('button', { name: say('vetting.answer') }).click();
    await first.getByLabel(say('vetting.answerLabel')).fill(answer);
    await first.getByRole('button', { name: say('vetting.saveAnswer') }).click();
    await first.getByText(answer).waitFor();
    await expectAccessible(page);

    await recruiter.page.getByText(say('vetting.state.allowed')).waitFor();
    await page.getByRole('button', { name: say('vetting.release') }).click();
    await page.getByRole('button', { name: say('vetting.takeBack') }).waitFor();
    // The recruiter's open page hears of it.
    await recruiter.page.getByRole('link', { name: say('vetting.read') }).click();
    await recruiter.page
      .getByRole('heading', { name: say('vetting.readingTitle', { name: candidate.name }) })
      .waitFor();
    await recruiter.page.getByText(answer).waitFor();
    await recruiter.page.getByText(say('vetting.howToRead')).waitFor();
    await expectAccessible(recruiter.page);
    await keepScreenshot(recruiter.page, `check-reading-${locale.slice(0, 2)}-desk`);
    await recruiter.page.emulateMedia({ media: 'print' });
    expect(await recruiter.page.getByRole('navigation').count()).toBe(0);
    expect(await recruiter.page.getByRole('button').count()).toBe(0);

    await page.goto(`${demo.url}/file`);
    await page.getByText(say('talent.file.surface.check')).first().waitFor();
    await page.getByText(say('talent.file.check')).first().click();
    await page.getByText(answer).first().waitFor();
    expect([...member.errors, ...recruiter.errors]).toEqual([]);
    await member.close();
    await recruiter.close();
  },
);

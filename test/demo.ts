import type { BrowserContextOptions } from 'playwright-core';
import { afterAll, expect } from 'vitest';
import { DEMO_PASSWORD } from '../world/index.ts';
import { launchBrowser, openPage } from './browser.ts';
import { makeDataFolder, startProgram } from './run-server.ts';
import { wordsOf } from './words.ts';

export const DESK = { width: 1360, height: 900 };
export const PHONE = { width: 390, height: 800 };

/** Both languages, the one on a desk and the other on a phone. */
export const LANGUAGES = [
  ['zh-CN', DESK],
  ['en-US', PHONE],
] as const;

export type Locale = (typeof LANGUAGES)[number][0];
/** How pictures of the two are named. */
export const lookOf = (locale: Locale) => (locale === 'zh-CN' ? 'zh-desk' : 'en-phone');

export type Opened = Awaited<ReturnType<typeof openPage>>;

/** The program with a demo network of its own and a browser before it, until the test file is over. */
export async function openDemo(members: number) {
  const data = makeDataFolder();
  const program = await startProgram(data.path, ['--members', String(members)]);
  const browser = await launchBrowser();
  afterAll(async () => {
    await browser.close();
    await program.stop();
    data.remove();
  });
  /** A browser window in which nobody is signed in. */
  const visit = (options: BrowserContextOptions): Promise<Opened> => openPage(browser, options);
  /** A browser window of its own, signed in as one of the demo's people. */
  async function signedIn(account: string, options: BrowserContextOptions): Promise<Opened> {
    const opened = await visit(options);
    const response = await opened.page.request.post(`${program.url}/api/auth/sign-in/email`, {
      headers: { origin: program.url },
      data: { email: `${account}@demo.example`, password: DEMO_PASSWORD },
    });
    expect(response.status()).toBe(200);
    return opened;
  }
  /** The same by the button that the demo has for it on its first page. */
  async function enterAs(role: string, options: BrowserContextOptions & { readonly locale: Locale }): Promise<Opened> {
    const opened = await visit(options);
    await opened.page.goto(program.url);
    await opened.page.getByRole('button', { name: wordsOf(options.locale)(`identity.roles.${role}`) }).click();
    return opened;
  }
  return { url: program.url, visit, signedIn, enterAs };
}

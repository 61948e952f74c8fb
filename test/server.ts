import { afterAll } from 'vitest';
import { createAuth } from '../src/identity/index.ts';
import type { IndexPlace } from '../src/matching/index.ts';
import type { Context } from '../src/platform/index.ts';
import { createApp, startServices } from '../src/server/index.ts';

export const ORIGIN = 'http://localhost';

/** The whole application on a test's database, without a port: requests are injected. */
export async function createTestApp(context: Context, smtpUrl: string | null = null, place: IndexPlace = 'memory') {
  const services = await startServices(context, { smtpUrl, mailFrom: null }, place);
  const auth = createAuth(context, 'a secret that is long enough, for tests alone');
  const app = await createApp({ context, services, auth });
  afterAll(async () => {
    await app.close();
    await services.close();
  });
  return {
    app,
    services,
    /** The cookie of a signed-in account. Sign-ins are limited by address, so a test of many accounts gives each its own. */
    async signIn(email: string, password: string, remoteAddress = '127.0.0.1'): Promise<string> {
      const response = await app.inject({
        method: 'POST',
        url: '/api/auth/sign-in/email',
        remoteAddress,
        headers: { origin: ORIGIN, host: 'localhost' },
        payload: { email, password },
      });
      if (response.statusCode !== 200) throw new Error(`sign-in: ${response.statusCode} ${response.body}`);
      return response.cookies.map((cookie) => `${cookie.name}=${cookie.value}`).join('; ');
    },
  };
}

import { z } from 'zod';
import { anyone, defineRoute, fail, type Route, readSetting } from '../platform/index.ts';
import { createAccount } from './create-account.ts';
import { demoAccountsSetting, demoAccountView, networkSchema, sessionView, setupInput } from './model.ts';
import { isLoopback } from './resolve-actor.ts';
import { accountById, companyNames, hasAccounts } from './store.ts';
import { verificationRoutes } from './verification/routes.ts';

/** Sessions, the first account, and the verification of where members work. */
export function identityRoutes(smtpUrl: string | null): Route[] {
  return [
    ...verificationRoutes(smtpUrl),
    defineRoute({
      method: 'GET',
      path: '/session',
      operationId: 'getSession',
      tag: 'identity',
      summary: 'Who is signed in, as what, and in which network',
      allow: anyone,
      reply: sessionView,
      handle: async ({ context, actor }) => {
        const network = (await readSetting(context.db, 'network', networkSchema)) ?? networkSchema.parse({});
        const shown = {
          nameZh: network.nameZh,
          nameEn: network.nameEn,
          generated: network.generated,
          now: context.clock.now().toISOString(),
          needsSetup: !(await hasAccounts(context.db)),
        };
        if (actor.kind === 'visitor') return { account: null, roles: [], companies: [], network: shown };
        const [account, companies] = await Promise.all([
          accountById(context.db, actor.id),
          companyNames(context.db, actor.recruitsFor),
        ]);
        return { account: account ?? null, roles: [...actor.roles], companies, network: shown };
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/demo-accounts',
      operationId: 'listDemoAccounts',
      tag: 'identity',
      summary: 'The accounts of the demo network; empty in any other, and from any other machine',
      allow: anyone,
      reply: z.object({ items: z.array(demoAccountView) }),
      handle: async ({ context, request }) => ({
        items: isLoopback(request.ip)
          ? ((await readSetting(context.db, 'demo-accounts', demoAccountsSetting)) ?? [])
          : [],
      }),
    }),
    defineRoute({
      method: 'POST',
      path: '/setup',
      operationId: 'setUpNetwork',
      tag: 'identity',
      summary: "Makes the operator's account of an empty network; refused once there is any account",
      allow: anyone,
      body: setupInput,
      reply: z.object({ id: z.uuid() }),
      status: 201,
      perMinute: 10,
      handle: async ({ context, actor, body }) => {
        if (await hasAccounts(context.db)) {
          throw fail('conflict', 'already-set-up', {
            zh: '这个网络已经有运营者了，请登录',
            en: 'This network has its operator already; sign in',
          });
        }
        return {
          id: await createAccount(context, { ...body, locale: actor.locale, roles: ['operator', 'moderator'] }),
        };
      },
    }),
  ];
}

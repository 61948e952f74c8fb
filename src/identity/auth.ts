import { betterAuth } from 'better-auth';
import type { Context } from '../platform/index.ts';
import { newId } from '../platform/index.ts';
import { addMember } from './store.ts';

const timestamps = { createdAt: 'created_at', updatedAt: 'updated_at' };

function createAuth(context: Context, secret: string) {
  return betterAuth({
    basePath: '/api/auth',
    secret,
    database: { db: context.db, type: 'postgres' },
    // Same-origin only: a page of another site cannot sign somebody in or out.
    trustedOrigins: (request) => {
      const host = request?.headers.get('host');
      return host ? [`http://${host}`, `https://${host}`] : [];
    },
    emailAndPassword: { enabled: true, minPasswordLength: 10, maxPasswordLength: 128 },
    user: {
      modelName: 'auth_user',
      fields: { ...timestamps, emailVerified: 'email_verified' },
      additionalFields: {
        locale: { type: 'string', defaultValue: 'zh', input: true },
        demo: { type: 'boolean', defaultValue: false, input: false },
      },
    },
    session: {
      modelName: 'auth_session',
      fields: {
        ...timestamps,
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
      },
    },
    account: {
      modelName: 'auth_account',
      fields: {
        ...timestamps,
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
      },
    },
    verification: { modelName: 'auth_verification', fields: { ...timestamps, expiresAt: 'expires_at' } },
    advanced: { cookiePrefix: 'renmai', database: { generateId: () => newId() } },
    // The server limits by address before a request comes here.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: 'error' },
    databaseHooks: {
      user: {
        create: {
          after: async (user) => {
            const locale = 'locale' in user && user.locale === 'en' ? 'en' : 'zh';
            await addMember(context.db, {
              id: user.id,
              name: user.name,
              locale,
              origin: 'signup',
              at: context.clock.now(),
            });
          },
        },
      },
    },
  });
}

/** Sessions, passwords and their cookies: better-auth over our own tables. */
export type Auth = ReturnType<typeof createAuth>;

export { createAuth };

import i18next from 'i18next';
import createClient from 'openapi-fetch';
import type { components, paths } from './schema.gen.ts';

export type Schemas = components['schemas'];

/** What the API says when it refuses: RFC 9457. */
export class ProblemError extends Error {
  readonly code: string;
  readonly status: number;
  readonly fields: readonly { path: string; message: string }[];
  constructor(problem: Schemas['Problem']) {
    super(problem.title);
    this.code = problem.code;
    this.status = problem.status;
    this.fields = problem.fields ?? [];
  }
}

export const api = createClient<paths>({ baseUrl: '/', credentials: 'same-origin' });
api.use({
  onRequest({ request }) {
    request.headers.set('accept-language', i18next.language);
    return request;
  },
});

/** The answer's data, or the problem thrown. */
export async function answer<T>(call: Promise<{ data?: T; error?: Schemas['Problem'] }>): Promise<T> {
  const { data, error } = await call;
  if (error) throw new ProblemError(error);
  if (data === undefined) throw new Error('an empty answer');
  return data;
}

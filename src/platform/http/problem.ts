import type { Failure, FailureKind } from '../errors.ts';
import { inLocale, type Locale } from '../text.ts';

const STATUS: Record<FailureKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
};

/** Problem details as in RFC 9457, with the field problems of the input. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly fields?: readonly { readonly path: string; readonly message: string }[];
};

/** The failure in the reader's language. */
export function problemOf(failure: Failure, locale: Locale): Problem {
  return {
    type: `urn:renmai:problem:${failure.code}`,
    title: inLocale(failure.message, locale),
    status: STATUS[failure.kind],
    code: failure.code,
    ...(failure.fields.length > 0 && {
      fields: failure.fields.map((field) => ({ path: field.path, message: inLocale(field.message, locale) })),
    }),
  };
}

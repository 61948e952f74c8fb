import type { Text } from './text.ts';

/** Every way in which a request can be refused. The edge maps each to an HTTP status or an exit code. */
export type FailureKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-large'
  | 'too-many'
  | 'unavailable';

/** One part of the input that is wrong: where, and what to do. */
export type FieldProblem = { readonly path: string; readonly message: Text };

export type Failure = {
  readonly kind: FailureKind;
  /** Stable, for programs: `posting-not-found`. */
  readonly code: string;
  readonly message: Text;
  readonly fields: readonly FieldProblem[];
};

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** Carries a failure out of a transaction, so that it rolls back; the edge unwraps it. */
export class FailureError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(`${failure.code}: ${failure.message.en}`);
    this.name = 'FailureError';
    this.failure = failure;
  }
}

/** A failure to throw: `throw fail('not-found', 'posting-not-found', {zh: '没有这个职位', en: 'There is no such posting'})`. */
export function fail(
  kind: FailureKind,
  code: string,
  message: Text,
  fields: readonly FieldProblem[] = [],
): FailureError {
  return new FailureError({ kind, code, message, fields });
}

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A failure as a value, for pure functions. */
export function failure(
  kind: FailureKind,
  code: string,
  message: Text,
  fields: readonly FieldProblem[] = [],
): Result<never> {
  return { ok: false, failure: { kind, code, message, fields } };
}

/** The value, or throws its failure. */
export function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new FailureError(result.failure);
  return result.value;
}

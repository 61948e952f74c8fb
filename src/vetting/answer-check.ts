import type { z } from 'zod';
import { type Context, fail } from '../platform/index.ts';
import type { CheckAct } from './check-states.ts';
import { CONSENT } from './consent.ts';
import { loadFacts } from './load-facts.ts';
import { type allowInput, type Section, sectionSchema, statementSchema } from './model.ts';
import { makeStatements } from './statements.ts';
import {
  actOnCheck,
  type CheckRow,
  findCheck,
  listStatements,
  requireState,
  writeStatementAnswer,
  writeStatements,
} from './store.ts';

async function compute(context: Context, check: CheckRow, sections: readonly Section[]) {
  const facts = await loadFacts(context, check.member_id, [...check.must_skills, ...check.nice_skills]);
  return makeStatements(facts, sections, context.clock.now());
}

/** The candidate allows a check: what they agreed to is kept, and the statements are made for them to read first. */
export async function allowCheck(
  context: Context,
  memberId: string,
  checkId: string,
  input: z.output<typeof allowInput>,
): Promise<void> {
  if (input.consentVersion !== CONSENT.version) {
    throw fail('conflict', 'consent-changed', {
      zh: '说明已经更新，请重新阅读后再决定',
      en: 'The terms have changed; read them again before you decide',
    });
  }
  const check = await findCheck(context.db, memberId, checkId);
  const sections = [...new Set<Section>(['work', ...input.sections])];
  const finished = await compute(context, check, sections);
  const at = context.clock.now();
  await context.db.transaction().execute(async (trx) => {
    await actOnCheck(trx, memberId, checkId, 'allow', at, { version: CONSENT.version, sections });
    await writeStatements(trx, memberId, checkId, finished);
  });
}

/** Computes the statements again, after the candidate corrected their profile or was verified. Their answers stay. */
export async function recomputeCheck(context: Context, memberId: string, checkId: string): Promise<void> {
  const check = await findCheck(context.db, memberId, checkId);
  const finished = await compute(
    context,
    check,
    check.sections.map((section) => sectionSchema.parse(section)),
  );
  await context.db.transaction().execute(async (trx) => {
    await requireState(trx, memberId, checkId, 'allowed');
    const before = await listStatements(trx, memberId, checkId);
    const answers = new Map(
      before.map((row) => [
        statementSchema.parse(row.statement).key,
        { answer: row.answer, answeredAt: row.answered_at },
      ]),
    );
    await writeStatements(trx, memberId, checkId, finished, answers);
  });
}

/** The candidate's words on one statement, for as long as the check is not released. */
export async function answerStatement(
  context: Context,
  key: { readonly memberId: string; readonly checkId: string; readonly statementId: string },
  answer: string,
): Promise<void> {
  await context.db.transaction().execute(async (trx) => {
    await requireState(trx, key.memberId, key.checkId, 'allowed');
    await writeStatementAnswer(trx, key, answer, context.clock.now());
  });
}

/** Refuses, releases or takes back. */
export async function decideCheck(
  context: Context,
  memberId: string,
  checkId: string,
  act: Extract<CheckAct, 'refuse' | 'release' | 'take-back'>,
): Promise<void> {
  const at = context.clock.now();
  await context.db.transaction().execute((trx) => actOnCheck(trx, memberId, checkId, act, at));
}

import type { z } from 'zod';
import { accountByEmail, addRole, forgetDemoAccount, isOwnPassword } from '../../identity/index.ts';
import { type AccountActor, type Context, emit, fail, newId } from '../../platform/index.ts';
import { NOT_PERSONAL } from '../personal-data.ts';
import { audit } from '../store.ts';
import type { erasedWords, erasureInput, erasurePreview } from './model.ts';
import { ERASED_PARTS, ERASURE, type ErasedPart } from './rules.ts';
import {
  applyRules,
  countErased,
  eraseMentions,
  eraseWords,
  findSubject,
  holdPerson,
  isLastOperator,
  type Subject,
  whoIsTouched,
} from './store.ts';

const noSuchMember = () => fail('not-found', 'no-such-member', { zh: '没有这位成员', en: 'There is no such member' });

const lastOperator = () =>
  fail('conflict', 'last-operator', {
    zh: '您是唯一的运营者。请先指定一位接手的人',
    en: 'You are the only operator. Name somebody who takes over first',
  });

/** Of these parts there may be rows that are told to nobody, so that they are named always. */
const ALWAYS_NAMED: ReadonlySet<ErasedPart> = new Set(['hiring']);

/**
 * What erasing would do, in numbers of rows; parts of which there is nothing are left out. Rows that the person is not told of
 * (a company's notes, a request that was declined) go too, and are not counted: the number would tell.
 */
export async function previewErasure(context: Context, memberId: string): Promise<z.output<typeof erasurePreview>> {
  const [counts, isLast] = await Promise.all([countErased(context.db, memberId), isLastOperator(context.db, memberId)]);
  const told = ERASURE.filter((rule) => !(`${rule.table}.${rule.column}` in NOT_PERSONAL));
  const sum = (part: ErasedPart, goes: boolean) =>
    told
      .filter((rule) => rule.part === part && (rule.fate === 'deleted') === goes)
      .reduce((rows, rule) => rows + (counts.get(rule) ?? 0), 0);
  const items = ERASED_PARTS.map((part) => {
    const deleted = sum(part, true);
    return {
      part,
      deleted: deleted > 0 || ALWAYS_NAMED.has(part) ? deleted : null,
      stays: sum(part, false) || null,
    };
  });
  return { items: items.filter((item) => item.deleted !== null || item.stays !== null), lastOperator: isLast };
}

/** The account that looks after the network in the place of the one that goes; null where none was named. */
async function successorId(context: Context, email: string | undefined, leaving: string): Promise<string | null> {
  if (email === undefined) return null;
  const account = await accountByEmail(context.db, email);
  if (account && account.id !== leaving) return account.id;
  throw fail('invalid', 'no-such-account', { zh: `没有账号 ${email}`, en: `There is no account ${email}` });
}

export type Erasing = {
  readonly words: z.output<typeof erasedWords>;
  readonly successor?: string | undefined;
  /** Who does it; null for whoever holds the machine. */
  readonly by: string | null;
};

/**
 * Erases a person: account, profile and all that belongs to it, in one transaction with its event, so that every session
 * ends and every read model lets go of them together. What stays names nobody (`rules.ts`). The audit log says that it was
 * done, with an id that leads nowhere.
 */
export async function eraseMember(context: Context, subject: Subject, erasing: Erasing): Promise<void> {
  const at = context.clock.now();
  const next = await successorId(context, erasing.successor, subject.id);
  await context.db.transaction().execute(async (trx) => {
    if (!(await holdPerson(trx, subject.id))) throw noSuchMember();
    if (await isLastOperator(trx, subject.id)) {
      if (next) await addRole({ ...context, db: trx }, next, 'operator', erasing.by);
      else throw lastOperator();
    }
    const audience = await whoIsTouched(trx, subject.id);
    await eraseMentions(trx, subject);
    if (erasing.words === 'remove') await eraseWords(trx, subject.id, at);
    await applyRules(trx, subject.id, newId());
    if (subject.email !== null) await forgetDemoAccount(trx, subject.email);
    await audit(trx, {
      actorId: erasing.by,
      action: 'member.erased',
      subjectKind: 'member',
      subjectId: subject.id,
      detail: { words: erasing.words, ...(next && { successor: next }) },
      at,
    });
    await emit(trx, { kind: 'member.deleted', key: subject.id, audience: [subject.id, ...audience], at });
  });
}

/** A member erases themself: their password says that it is they. */
export async function eraseMyself(
  context: Context,
  actor: AccountActor,
  { password, words, successor }: z.output<typeof erasureInput>,
): Promise<void> {
  if (!(await isOwnPassword(context, actor.id, password))) {
    throw fail('forbidden', 'wrong-password', { zh: '密码不对', en: 'The password is not right' });
  }
  const subject = await findSubject(context.db, { id: actor.id });
  if (!subject) throw noSuchMember();
  await eraseMember(context, subject, { words, successor, by: actor.id });
}

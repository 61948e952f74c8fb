import { addMember } from '../src/identity/index.ts';
import { type Context, newId } from '../src/platform/index.ts';

/** A member with nothing but a name. Returns their id. */
export async function makeMember(context: Context, name: string): Promise<string> {
  const id = newId();
  await addMember(context.db, { id, name, locale: 'zh', origin: 'signup', at: context.clock.now() });
  return id;
}

/** A position of a member's; a present one, unless it ends. Returns its id. */
export async function makePosition(
  context: Context,
  memberId: string,
  position: { companyId?: string; companyName: string; title: string; end?: string; verified?: boolean },
): Promise<string> {
  const id = newId();
  await context.db
    .insertInto('position')
    .values({
      member_id: memberId,
      id,
      company_id: position.companyId ?? null,
      company_name: position.companyName,
      title: position.title,
      start_month: '2020-01-01',
      end_month: position.end ?? null,
    })
    .execute();
  if (position.verified) {
    const at = context.clock.now();
    await context.db
      .insertInto('verification')
      .values({
        member_id: memberId,
        id: newId(),
        position_id: id,
        method: 'work-email',
        state: 'verified',
        requested_at: at,
        decided_at: at,
      })
      .execute();
  }
  return id;
}

/** A circle. Returns its id. */
export async function makeCircle(
  context: Context,
  slug: string,
  of: { kind?: 'topic' | 'city'; companyId?: string; schoolId?: string } = {},
): Promise<string> {
  const id = newId();
  await context.db
    .insertInto('circle')
    .values({
      id,
      slug,
      name_zh: slug,
      name_en: slug,
      kind: of.companyId ? 'company' : of.schoolId ? 'school' : (of.kind ?? 'topic'),
      company_id: of.companyId ?? null,
      school_id: of.schoolId ?? null,
      created_at: context.clock.now(),
    })
    .execute();
  return id;
}

import type { z } from 'zod';
import { type AccountActor, type Context, fail } from '../platform/index.ts';
import type { newPosting } from './model.ts';
import { recruitsFor } from './policy.ts';
import { addPosting } from './store.ts';

/** Makes a posting from a description and the brief read from it, as its recruiter corrected it. */
export async function createPosting(
  context: Context,
  actor: AccountActor,
  input: z.output<typeof newPosting>,
): Promise<string> {
  if (!recruitsFor(actor, input.companyId)) {
    throw fail('forbidden', 'no-seat', { zh: '您不是这家公司的招聘者', en: 'You do not recruit for this company' });
  }
  const { brief } = input;
  const title = brief.title?.value.trim();
  if (!title) {
    throw fail('invalid', 'no-title', { zh: '请填写职位名称', en: 'Give the posting a title' }, [
      { path: 'body.brief.title', message: { zh: '必填', en: 'needed' } },
    ]);
  }
  return addPosting(context, {
    company_id: input.companyId,
    title,
    role_id: brief.roleId,
    seniority: brief.seniority?.value ?? null,
    city_id: brief.cityIds[0]?.value ?? null,
    remote: brief.remote?.value ?? false,
    degree: brief.degree?.value ?? null,
    years_min: brief.years?.value.min ?? null,
    years_max: brief.years?.value.max ?? null,
    pay_min: brief.pay?.value.min ?? null,
    pay_max: brief.pay?.value.max ?? null,
    pay_currency: brief.pay?.value.currency ?? 'CNY',
    pay_text: brief.pay?.span?.text ?? '',
    must_skills: brief.mustSkills.map((skill) => skill.value),
    nice_skills: brief.niceSkills.map((skill) => skill.value),
    description: input.text,
    locale: brief.language === 'en' ? 'en' : 'zh',
    published_on: input.publish ? context.clock.now().toISOString().slice(0, 10) : null,
    state: input.publish ? 'open' : 'draft',
    origin: 'network',
    brief: JSON.stringify(brief),
    created_by: actor.id,
  });
}

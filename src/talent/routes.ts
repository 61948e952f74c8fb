import { z } from 'zod';
import { resumeReadingSchema } from '../language/index.ts';
import {
  decodeCursor,
  defineRoute,
  encodeCursor,
  fail,
  members,
  pageOf,
  pageQuery,
  type Route,
  requireAccount,
} from '../platform/index.ts';
import { importResume } from './import-resume.ts';
import { lexiconRoute } from './lexicon-route.ts';
import { disclosureView, personView, preferenceInput, profileInput } from './model.ts';
import { loadPeople } from './people-store.ts';
import { visibleParts } from './policy.ts';
import { monthOf, presentPerson } from './present-person.ts';
import { settleResumeDrafts } from './resume-store.ts';
import { saveProfile } from './save-profile.ts';
import { listDisclosures, readPreferences, writePreferences } from './store.ts';
import { viewingOf, viewPerson } from './view-person.ts';

const MAX_RESUME_BYTES = 15 * 1024 * 1024;
const tag = 'talent';

const resumeDraft = z
  .object({ draftId: z.uuid(), reading: resumeReadingSchema, profile: profileInput })
  .meta({ id: 'ResumeDraft' });

function profileRoutes(): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/people/:memberId',
      operationId: 'getPerson',
      tag,
      summary: 'A person, with the parts that they let you see',
      allow: members,
      params: z.object({ memberId: z.uuid() }),
      query: z.object({ postingId: z.uuid().optional() }),
      reply: personView,
      handle: ({ context, actor, params, query }) =>
        viewPerson(context, requireAccount(actor), params.memberId, query.postingId ?? null),
    }),
    defineRoute({
      method: 'GET',
      path: '/me/profile',
      operationId: 'getMyProfile',
      tag,
      summary: 'Your own profile: as you see it, and as a document to correct',
      allow: members,
      reply: z.object({ person: personView, profile: profileInput }),
      handle: async ({ context, actor }) => {
        const account = requireAccount(actor);
        const person = (await loadPeople(context.db, [account.id])).get(account.id);
        if (!person) throw fail('not-found', 'no-profile', { zh: '您还没有资料', en: 'You have no profile yet' });
        const now = context.clock.now();
        const viewing = viewingOf(account, person, { connected: false, blocked: false }, now);
        const view = presentPerson(person, visibleParts(viewing), now);
        return {
          person: view,
          profile: {
            name: person.member.name,
            otherName: person.member.other_name,
            headline: person.member.headline,
            summary: person.member.summary,
            cityId: person.member.city_id,
            birthYear: person.member.birth_year,
            positions: person.positions.map((row) => ({
              companyName: row.company_name,
              title: row.title,
              cityId: row.city_id,
              start: monthOf(row.start_month),
              end: row.end_month && monthOf(row.end_month),
              description: row.description,
            })),
            education: (view.education ?? []).map(({ id: _, schoolId: __, ...row }) => ({
              ...row,
              degree: profileInput.shape.education.unwrap().element.shape.degree.parse(row.degree),
            })),
            skills: (view.skills ?? []).map((row) => ({ name: row.name[actor.locale], level: row.level })),
          },
        };
      },
    }),
    defineRoute({
      method: 'PUT',
      path: '/me/profile',
      operationId: 'saveMyProfile',
      tag,
      summary: 'Saves your whole profile as you corrected it',
      allow: members,
      body: profileInput,
      reply: personView,
      handle: async ({ context, actor, body }) => {
        const account = requireAccount(actor);
        await saveProfile(context, account.id, body);
        await settleResumeDrafts(context, account.id);
        return viewPerson(context, account, account.id, null);
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/me/resume',
      operationId: 'readMyResume',
      tag,
      summary:
        'Reads a resume (PDF, DOCX, plain text or JSON Resume) into a profile for you to correct; saves nothing yet',
      allow: members,
      query: z.object({ filename: z.string().min(1).max(200) }),
      bytes: { maximum: MAX_RESUME_BYTES },
      reply: resumeDraft,
      perMinute: 20,
      handle: async ({ context, actor, query, request }) => {
        if (!Buffer.isBuffer(request.body) || request.body.length === 0) {
          throw fail('invalid', 'no-file', {
            zh: '没有收到文件：请以 application/octet-stream 发送简历文件',
            en: 'No file came: send the resume as application/octet-stream',
          });
        }
        return importResume(context, requireAccount(actor), query.filename, request.body);
      },
    }),
  ];
}

/** Profiles, who may find them, and what was shown of them. */
export function talentRoutes(): Route[] {
  return [
    lexiconRoute(),
    ...profileRoutes(),
    defineRoute({
      method: 'GET',
      path: '/me/preferences',
      operationId: 'getMyPreferences',
      tag,
      summary: 'Who may find you, who may write to you, and what you would like to hear of',
      allow: members,
      reply: preferenceInput,
      handle: async ({ context, actor }) => {
        const row = await readPreferences(context.db, requireAccount(actor).id);
        return {
          findableBy: row?.findable_by ?? 'nobody',
          openness: row?.openness ?? 'closed',
          contactBy: row?.contact_by ?? 'anyone',
          desiredRoleIds: row?.desired_role_ids ?? [],
          desiredCityIds: row?.desired_city_ids ?? [],
          desiredPayMin: row?.desired_pay_min ?? null,
          remote: row?.remote ?? false,
          hiddenFromCompanyIds: row?.hidden_from_company_ids ?? [],
          personalised: row?.personalised ?? true,
          counted: row?.counted ?? true,
          sharePay: row?.share_pay ?? false,
        };
      },
    }),
    defineRoute({
      method: 'PUT',
      path: '/me/preferences',
      operationId: 'saveMyPreferences',
      tag,
      summary: 'Changes them; it counts from this moment',
      allow: members,
      body: preferenceInput,
      reply: preferenceInput,
      handle: async ({ context, actor, body }) => {
        await writePreferences(context, requireAccount(actor).id, body);
        return body;
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/me/file',
      operationId: 'getMyFile',
      tag,
      summary: 'Everything that recruiters were shown about you: who, when, for which posting, which parts',
      allow: members,
      query: pageQuery,
      reply: pageOf(disclosureView),
      handle: async ({ context, actor, query }) => {
        const [before] = decodeCursor(query.cursor, z.tuple([z.uuid()])) ?? [null];
        const rows = await listDisclosures(context.db, requireAccount(actor).id, before, query.limit + 1);
        const page = rows.slice(0, query.limit);
        const last = page.at(-1);
        return {
          items: page.map((row) => ({
            id: row.id,
            viewer: { id: row.viewer_id, name: row.viewer_name ?? '', companyName: row.company_name },
            posting: row.posting_id ? { id: row.posting_id, title: row.posting_title ?? '—' } : null,
            surface: row.surface,
            fields: row.fields,
            detail: z.record(z.string(), z.unknown()).parse(row.detail),
            at: row.at.toISOString(),
          })),
          nextCursor: rows.length > query.limit && last ? encodeCursor([last.id]) : null,
        };
      },
    }),
  ];
}

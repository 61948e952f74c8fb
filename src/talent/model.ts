import { z } from 'zod';
import { DEGREES } from '../language/index.ts';

/** A calendar month as people write it in a career: `2021-03`. */
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export const degreeSchema = z.enum(DEGREES);
const shortText = z.string().trim().max(200);
const longText = z.string().trim().max(8_000);

export const positionInput = z
  .object({
    companyName: shortText.min(1),
    title: shortText.min(1),
    cityId: z.string().max(60).nullable().default(null),
    start: monthSchema,
    end: monthSchema.nullable().default(null),
    description: longText.default(''),
    yearlyPay: z.number().int().min(0).max(100_000_000).nullable().default(null),
  })
  .refine((position) => position.end === null || position.end >= position.start, {
    path: ['end'],
    message: 'ends before it starts',
  })
  .meta({ id: 'PositionInput' });

export const educationInput = z
  .object({
    schoolName: shortText.min(1),
    degree: degreeSchema.nullable().default(null),
    major: shortText.default(''),
    startYear: z.number().int().min(1940).max(2100).nullable().default(null),
    endYear: z.number().int().min(1940).max(2100).nullable().default(null),
  })
  .meta({ id: 'EducationInput' });

export const skillInput = z
  .object({ name: shortText.min(1), level: z.number().int().min(1).max(5).nullable().default(null) })
  .meta({ id: 'SkillInput' });

/** The whole of what a member says of themself, as one correctable document. */
export const profileInput = z
  .object({
    name: shortText.min(1),
    otherName: shortText.nullable().default(null),
    headline: shortText.default(''),
    summary: longText.default(''),
    cityId: z.string().max(60).nullable().default(null),
    birthYear: z.number().int().min(1920).max(2020).nullable().default(null),
    positions: z.array(positionInput).max(60).default([]),
    education: z.array(educationInput).max(20).default([]),
    skills: z.array(skillInput).max(120).default([]),
  })
  .meta({ id: 'ProfileInput' });
export type ProfileInput = z.output<typeof profileInput>;

export const verificationMark = z
  .object({ method: z.enum(['work-email', 'colleagues']), decidedAt: z.iso.datetime().nullable() })
  .meta({ id: 'VerificationMark' });

export const positionView = z
  .object({
    id: z.uuid(),
    companyId: z.uuid().nullable(),
    companyName: z.string(),
    title: z.string(),
    roleId: z.string().nullable(),
    seniority: z.string().nullable(),
    cityId: z.string().nullable(),
    start: monthSchema,
    end: monthSchema.nullable(),
    description: z.string(),
    /** How this position is verified; empty where it is not. */
    verified: z.array(verificationMark),
  })
  .meta({ id: 'PositionView' });

export const educationView = z
  .object({
    id: z.uuid(),
    schoolId: z.string().nullable(),
    schoolName: z.string(),
    degree: z.string().nullable(),
    major: z.string(),
    startYear: z.number().nullable(),
    endYear: z.number().nullable(),
  })
  .meta({ id: 'EducationView' });

export const skillView = z
  .object({
    skill: z.string(),
    name: z.object({ zh: z.string(), en: z.string() }),
    level: z.number().nullable(),
    lastUsedYear: z.number().nullable(),
    endorsements: z.number(),
  })
  .meta({ id: 'SkillView' });

/** Each part of a profile that its owner may show or not. */
export const profilePart = z.enum(['card', 'summary', 'positions', 'education', 'skills', 'wishes']);
export type ProfilePart = z.output<typeof profilePart>;

/** A person as one reader may see them: a part that they may not see is null, and `shown` says which are shown. */
export const personView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    otherName: z.string().nullable(),
    headline: z.string(),
    cityId: z.string().nullable(),
    current: positionView.pick({ companyName: true, title: true, start: true, verified: true }).nullable(),
    years: z.number().nullable(),
    generated: z.boolean(),
    summary: z.string().nullable(),
    positions: z.array(positionView).nullable(),
    education: z.array(educationView).nullable(),
    skills: z.array(skillView).nullable(),
    wishes: z
      .object({
        openness: z.enum(['closed', 'listening', 'looking']),
        roleIds: z.array(z.string()),
        cityIds: z.array(z.string()),
        remote: z.boolean(),
      })
      .nullable(),
    shown: z.array(profilePart),
  })
  .meta({ id: 'Person' });
export type PersonView = z.output<typeof personView>;

export const preferenceInput = z
  .object({
    findableBy: z.enum(['nobody', 'connections', 'recruiters']),
    openness: z.enum(['closed', 'listening', 'looking']),
    contactBy: z.enum(['anyone', 'introduction', 'nobody']),
    desiredRoleIds: z.array(z.string().max(80)).max(20),
    desiredCityIds: z.array(z.string().max(80)).max(20),
    desiredPayMin: z.number().int().min(0).max(100_000_000).nullable(),
    remote: z.boolean(),
    hiddenFromCompanyIds: z.array(z.uuid()).max(100),
    personalised: z.boolean(),
    counted: z.boolean(),
    sharePay: z.boolean(),
  })
  .meta({ id: 'Preferences' });
export type Preferences = z.output<typeof preferenceInput>;

export const disclosureView = z
  .object({
    id: z.uuid(),
    viewer: z.object({ id: z.uuid(), name: z.string(), companyName: z.string().nullable() }),
    posting: z.object({ id: z.uuid(), title: z.string() }).nullable(),
    surface: z.enum(['match-list', 'profile', 'message', 'introduction', 'check', 'search', 'people-search', 'pool']),
    fields: z.array(z.string()),
    detail: z.record(z.string(), z.unknown()),
    at: z.iso.datetime(),
  })
  .meta({ id: 'Disclosure' });

/** Something that was shown about a member, as the place that shows it writes it down. */
export type NewDisclosure = {
  readonly memberId: string;
  readonly viewerId: string;
  readonly viewerCompanyId: string | null;
  readonly postingId: string | null;
  readonly surface: z.output<typeof disclosureView>['surface'];
  readonly fields: readonly string[];
  readonly detail?: Record<string, unknown>;
};

import { z } from 'zod';
import { DEGREES, SENIORITIES, spanSchema } from './model.ts';

/** A part of a brief: what it says, and the words it was read from (none where a person wrote it in). */
const part = <T extends z.ZodType>(value: T) => z.object({ value, span: spanSchema.nullable() });

export const unlawfulWishSchema = z
  .object({
    kind: z.enum(['age', 'sex', 'marriage', 'origin', 'photo']),
    span: spanSchema,
    message: z.object({ zh: z.string(), en: z.string() }),
  })
  .meta({ id: 'UnlawfulWish' });

/** What a recruiter looks for. What was not said is null or empty. */
export const roleBriefSchema = z
  .object({
    language: z.enum(['zh', 'en', 'mixed']),
    title: part(z.string().max(200)).nullable(),
    roleId: z.string().max(80).nullable(),
    seniority: part(z.enum(SENIORITIES)).nullable(),
    mustSkills: z.array(part(z.string().max(120))).max(60),
    niceSkills: z.array(part(z.string().max(120))).max(60),
    cityIds: z.array(part(z.string().max(80))).max(20),
    remote: part(z.boolean()).nullable(),
    years: part(
      z.object({ min: z.number().int().min(0).max(60), max: z.number().int().min(0).max(60).nullable() }),
    ).nullable(),
    degree: part(z.enum(DEGREES)).nullable(),
    /** A degree that is only preferred ("硕士优先"). */
    preferredDegree: part(z.enum(DEGREES)).nullable().default(null),
    /** A year, in `currency`. */
    pay: part(
      z.object({
        min: z.number().int().min(0).nullable(),
        max: z.number().int().min(0).nullable(),
        currency: z.string().length(3),
      }),
    ).nullable(),
    managesPeople: part(z.boolean()).nullable(),
    /** How many people they are to have led; null where nothing is said of leading. */
    peopleManaged: part(z.object({ min: z.number().int().min(0).nullable(), max: z.number().int().min(0).nullable() }))
      .nullable()
      .default(null),
    industryIds: z
      .array(part(z.string().max(80)))
      .max(20)
      .default([]),
    /** Companies (ids of the lexicon, or kinds of company as written) that people should come from, or not. */
    companiesFrom: z
      .array(part(z.string().max(80)))
      .max(30)
      .default([]),
    companiesNot: z
      .array(part(z.string().max(80)))
      .max(30)
      .default([]),
    unlawful: z.array(unlawfulWishSchema),
  })
  .meta({ id: 'RoleBrief' });
export type RoleBrief = z.output<typeof roleBriefSchema>;

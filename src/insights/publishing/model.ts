import { z } from 'zod';
import { monthSchema, reportQuery, reportView } from '../model.ts';

const text = z.object({ zh: z.string(), en: z.string() });
const titles = z.object({ zh: z.string().trim().max(80).default(''), en: z.string().trim().max(120).default('') });
const told = (most: number) =>
  z.object({ zh: z.string().trim().max(most).default(''), en: z.string().trim().max(most).default('') });
/** At least one language says something. */
const said = (most: number) =>
  told(most).refine((given) => given.zh !== '' || given.en !== '', { message: 'Say it in one language at least' });

/** Licences under which figures are published, by their SPDX names. */
export const LICENSES = ['CC-BY-4.0', 'CC-BY-NC-4.0', 'CC0-1.0'] as const;
export const licenseSchema = z.enum(LICENSES);
export type License = z.output<typeof licenseSchema>;

/** What an analyst says when she publishes: all of it may be left out. */
export const publishInput = z
  .object({
    /** In place of the usual title; empty for that. */
    title: titles.default({ zh: '', en: '' }),
    note: told(2_000).default({ zh: '', en: '' }),
    /** Whether her name stands beside the institute's. */
    named: z.boolean().default(false),
    license: licenseSchema.default('CC-BY-4.0'),
    /** What was wrong with the edition before, where there is one. */
    correction: said(2_000).optional(),
  })
  .meta({ id: 'PublishInput' });
export type PublishInput = z.output<typeof publishInput>;

export const withdrawInput = z.object({ reason: said(1_000) }).meta({ id: 'WithdrawInput' });

/** What lists and feeds show of a report. */
export const summarySchema = z.object({
  fieldName: text,
  network: text,
  generated: z.boolean(),
  /** The statements that lead the report; where there are none, what it is about. */
  lead: z.array(text),
  /** The snapshot's hash. */
  snapshot: z.string(),
  query: reportQuery,
  /** How many figures have something to show. */
  figures: z.number(),
  /** New postings counted. */
  postings: z.number(),
});
export type Summary = z.output<typeof summarySchema>;

export const publicationView = z
  .object({
    slug: z.string(),
    id: z.uuid(),
    edition: z.number(),
    state: z.enum(['draft', 'published', 'withdrawn']),
    fieldId: z.string(),
    from: monthSchema,
    to: monthSchema,
    title: text,
    note: text,
    correction: text,
    summary: summarySchema,
    /** SHA-256 of the report's JSON file. */
    digest: z.string(),
    /** Only where the author chose to be named. */
    authorName: z.string().nullable(),
    license: licenseSchema,
    supersedes: z.string().nullable(),
    supersededBy: z.string().nullable(),
    madeAt: z.iso.datetime(),
    publishedAt: z.iso.datetime().nullable(),
    changedAt: z.iso.datetime(),
    withdrawnAt: z.iso.datetime().nullable(),
    reason: text,
  })
  .meta({ id: 'Publication' });
export type Publication = z.output<typeof publicationView>;

export const publicationWithReport = publicationView
  .extend({ report: reportView.nullable() })
  .meta({ id: 'PublicationWithReport' });

/** How a field's monthly report is made. */
export const scheduleInput = z
  .object({
    /** The files that the mail names. */
    formats: z
      .array(z.enum(['pdf', 'docx', 'xlsx', 'html', 'md']))
      .min(1)
      .max(5)
      .default(['pdf']),
    languages: z
      .array(z.enum(['zh', 'en']))
      .min(1)
      .max(2)
      .default(['zh', 'en']),
    /** Published as soon as it is made; otherwise a draft. */
    atOnce: z.boolean().default(false),
  })
  .meta({ id: 'ReportScheduleInput' });

export const scheduleView = z
  .object({
    fieldId: z.string(),
    ...scheduleInput.shape,
    /** The month whose report is made next, once it is over. */
    nextMonth: monthSchema,
    createdAt: z.iso.datetime(),
    /** When the last try failed, and why; null where it did not. */
    failedAt: z.iso.datetime().nullable(),
    failure: z.string().nullable(),
  })
  .meta({ id: 'ReportSchedule' });
export type Schedule = z.output<typeof scheduleView>;

export const followView = z
  .object({
    /** `*` for every report. */
    fieldId: z.string(),
    drafts: z.boolean(),
  })
  .meta({ id: 'ReportFollow' });

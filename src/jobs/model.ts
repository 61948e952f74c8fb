import { z } from 'zod';
import { personCard } from '../graph/index.ts';
import { roleBriefSchema } from '../language/index.ts';

/** A company's name, to choose one. */
export const companyName = z
  .object({ id: z.uuid(), name: z.string(), nameEn: z.string().nullable() })
  .meta({ id: 'CompanyName' });

export const postingView = z
  .object({
    id: z.uuid(),
    company: z.object({ id: z.uuid(), name: z.string(), industryId: z.string().nullable() }),
    title: z.string(),
    roleId: z.string().nullable(),
    seniority: z.string().nullable(),
    cityId: z.string().nullable(),
    remote: z.boolean(),
    degree: z.string().nullable(),
    yearsMin: z.number().nullable(),
    yearsMax: z.number().nullable(),
    payMin: z.number().nullable(),
    payMax: z.number().nullable(),
    payCurrency: z.string(),
    payText: z.string(),
    mustSkills: z.array(z.string()),
    niceSkills: z.array(z.string()),
    description: z.string(),
    publishedOn: z.string().nullable(),
    state: z.enum(['draft', 'open', 'closed']),
    generated: z.boolean(),
    brief: roleBriefSchema.nullable(),
    /** Whether the reader has applied. */
    applied: z.boolean(),
  })
  .meta({ id: 'Posting' });

/** A posting as its recruiters see it among the others. */
export const hirePostingView = postingView
  .extend({
    /** Applications that nobody has decided on. */
    waiting: z.number(),
    /** People in the pipeline who have not been declined. */
    pipeline: z.number(),
  })
  .meta({ id: 'HirePosting' });

export const applicantView = z
  .object({
    member: personCard,
    state: z.enum(['sent', 'withdrawn', 'declined', 'advanced']),
    note: z.string(),
    appliedAt: z.iso.datetime(),
  })
  .meta({ id: 'Applicant' });

export const newPosting = z
  .object({
    companyId: z.uuid(),
    text: z.string().trim().min(1).max(60_000),
    brief: roleBriefSchema,
    publish: z.boolean().default(false),
  })
  .meta({ id: 'NewPosting' });

export const STAGES = ['saved', 'contacted', 'replied', 'interview', 'offer', 'hired', 'declined'] as const;

export const pipelineEntryView = z
  .object({
    member: personCard,
    stage: z.enum(STAGES),
    note: z.string(),
    addedAt: z.iso.datetime(),
    movedAt: z.iso.datetime(),
  })
  .meta({ id: 'PipelineEntry' });

export const applicationView = z
  .object({
    posting: postingView,
    state: z.enum(['sent', 'withdrawn', 'declined', 'advanced']),
    appliedAt: z.iso.datetime(),
  })
  .meta({ id: 'Application' });

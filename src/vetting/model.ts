import { z } from 'zod';
import { CHECK_STATES } from './check-states.ts';

/** What a check looks at; the candidate lets it look at each or not. Positions are what a check is about, and always in it. */
export const SECTIONS = ['work', 'resume', 'education', 'skills', 'community'] as const;
export type Section = (typeof SECTIONS)[number];
export const sectionSchema = z.enum(SECTIONS);

export const textSchema = z.object({ zh: z.string(), en: z.string() });

/**
 * One fact about a statement: it supports it, it differs from it, or it is worth knowing and says neither. Nothing
 * weighs or adds them up.
 */
export const evidenceSchema = z.object({ side: z.enum(['supports', 'differs', 'notes']), text: textSchema });
export type Evidence = z.output<typeof evidenceSchema>;

export const STATEMENT_KINDS = ['position', 'education', 'experience', 'skill'] as const;
export const statementSchema = z.object({
  kind: z.enum(STATEMENT_KINDS),
  /** The row that says it; the same statement has the same key when the check is computed again. */
  key: z.string(),
  text: textSchema,
});
export type Statement = z.output<typeof statementSchema>;

export const statementView = statementSchema
  .omit({ key: true })
  .extend({
    id: z.uuid(),
    evidence: z.array(evidenceSchema),
    answer: z.string().nullable(),
    answeredAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'CheckStatement' });

const checkBase = z.object({
  state: z.enum(CHECK_STATES),
  requestedAt: z.iso.datetime(),
  decidedAt: z.iso.datetime().nullable(),
  releasedAt: z.iso.datetime().nullable(),
  /** The last moment at which a released check can be read. */
  readableUntil: z.iso.datetime().nullable(),
  sections: z.array(sectionSchema),
});

export const consentView = z
  .object({ version: z.string(), paragraphs: z.array(z.object({ heading: textSchema, body: textSchema })) })
  .meta({ id: 'CheckConsent' });

/** A check as its candidate sees it. */
export const myCheckView = checkBase
  .extend({
    id: z.uuid(),
    posting: z.object({ id: z.uuid(), title: z.string() }),
    companyName: z.string(),
    recruiterName: z.string(),
    note: z.string(),
    /** What the candidate agrees to; null once there is nothing to agree to. */
    consent: consentView.nullable(),
    /** What the recruiter will read, and nothing else; null before the candidate allowed it, and after it ended. */
    statements: z.array(statementView).nullable(),
  })
  .meta({ id: 'MyCheck' });

export const checkLine = checkBase.extend({ memberId: z.uuid(), requestedBy: z.string() }).meta({ id: 'CheckLine' });

/** A check as a recruiter reads it: nothing of it before the candidate released it. */
export const checkReading = checkLine
  .extend({
    id: z.uuid(),
    candidateName: z.string(),
    postingTitle: z.string(),
    companyName: z.string(),
    generated: z.boolean(),
    statements: z.array(statementView).nullable(),
  })
  .meta({ id: 'CheckReading' });

export const allowInput = z.object({
  consentVersion: z.string().max(40),
  sections: z.array(sectionSchema).max(SECTIONS.length),
});
export const answerInput = z.object({ answer: z.string().trim().max(1_000) });
export const requestInput = z.object({ memberId: z.uuid(), note: z.string().trim().max(500).default('') });

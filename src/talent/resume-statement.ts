import { z } from 'zod';
import type { ResumeReading } from '../language/index.ts';

const date = z.string().regex(/^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/);

/** What is kept of a resume once its profile is saved: which jobs and degrees it names and when, and nothing else. */
export const resumeStatement = z.object({
  said: z.literal('in short'),
  positions: z
    .array(
      z.object({
        company: z.string(),
        title: z.string().nullable(),
        start: date.nullable(),
        /** The last month; null while it lasted. */
        end: date.nullable(),
        /** Whether the resume says when it ended, or that it had not. */
        endKnown: z.boolean(),
      }),
    )
    .max(60),
  education: z
    .array(
      z.object({
        school: z.string(),
        schoolId: z.string().nullable(),
        degree: z.string().nullable(),
        end: date.nullable(),
      }),
    )
    .max(20),
});
export type ResumeStatement = z.output<typeof resumeStatement>;

/** Shortens a reading: no contacts, no text, no skills, no description. */
export function stateInShort(reading: ResumeReading): ResumeStatement {
  return {
    said: 'in short',
    positions: reading.positions.slice(0, 60).flatMap((row) =>
      row.company
        ? [
            {
              company: row.company.value.slice(0, 200),
              title: row.title?.value.slice(0, 200) ?? null,
              start: row.start?.value ?? null,
              end: row.end?.value ?? null,
              endKnown: row.end !== null,
            },
          ]
        : [],
    ),
    education: reading.education.slice(0, 20).flatMap((row) =>
      row.school
        ? [
            {
              school: row.school.value.slice(0, 200),
              schoolId: row.schoolId,
              degree: row.degree?.value ?? null,
              end: row.end?.value ?? null,
            },
          ]
        : [],
    ),
  };
}

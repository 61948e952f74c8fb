import { type ResumeReading, readResumeFile } from '../language/index.ts';
import { type Context, unwrap } from '../platform/index.ts';
import type { ProfileInput } from './model.ts';
import { degreeSchema } from './model.ts';
import { addResumeDraft } from './resume-store.ts';

/** A date as a month; a year alone takes the month that reads it widest, for the member to correct. */
function asMonth(date: string, month: '01' | '12'): string {
  return date.length === 4 ? `${date}-${month}` : date;
}

/** What was read, as a profile to correct. Nothing is there that the resume does not say. */
export function profileFromResume(reading: ResumeReading, fallbackName: string): ProfileInput {
  return {
    name: reading.name?.value ?? fallbackName,
    otherName: null,
    headline: reading.headline?.value ?? '',
    summary: reading.summary?.value ?? '',
    cityId: reading.positions.find((position) => position.end?.value === null)?.cityId?.value ?? null,
    birthYear: null,
    positions: reading.positions.flatMap((position) =>
      position.start === null
        ? []
        : [
            {
              companyName: position.company?.value ?? '',
              title: position.title?.value ?? '',
              cityId: position.cityId?.value ?? null,
              start: asMonth(position.start.value, '01'),
              end: position.end?.value ? asMonth(position.end.value, '12') : null,
              description: position.description?.value ?? '',
              yearlyPay: null,
            },
          ],
    ),
    education: reading.education.map((row) => ({
      schoolName: row.school?.value ?? '',
      degree: degreeSchema
        .nullable()
        .catch(null)
        .parse(row.degree?.value ?? null),
      major: row.major?.value ?? '',
      startYear: row.start ? Number(row.start.value.slice(0, 4)) : null,
      endYear: row.end?.value ? Number(row.end.value.slice(0, 4)) : null,
    })),
    skills: reading.skills.map((skill) => ({ name: skill.name, level: null })),
  };
}

/** Reads a resume file into a draft for the member to correct; the profile changes only when they save it. */
export async function importResume(
  context: Context,
  member: { id: string; name: string },
  filename: string,
  bytes: Uint8Array,
): Promise<{ draftId: string; reading: ResumeReading; profile: ProfileInput }> {
  const reading = unwrap(await readResumeFile(bytes, filename));
  const draftId = await addResumeDraft(context, member.id, filename, reading);
  return { draftId, reading, profile: profileFromResume(reading, member.name) };
}

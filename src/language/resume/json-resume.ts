import { z } from 'zod';
import type { ResumeReading } from './model.ts';
import { readStated } from './stated-reading.ts';

const entry = z.record(z.string(), z.unknown());
const entries = z.array(z.unknown()).optional().catch(undefined);

/** The parts of the JSON Resume schema (jsonresume.org, v1.0.0) that are read; each is optional there. */
const schema = z.object({
  basics: entry.optional().catch(undefined),
  work: entries,
  education: entries,
  projects: entries,
  skills: entries,
  languages: entries,
});

/** A JSON Resume, or null for JSON of another shape. An older file's `company` and `website` are read as well. */
export function readJsonResume(json: string): ResumeReading | null {
  const parsed = schema.safeParse(parse(json));
  if (!parsed.success) return null;
  const { basics, work, education, projects, skills, languages } = parsed.data;
  if (basics === undefined && work === undefined && education === undefined) return null;
  const place = (value: unknown) => (typeof value === 'string' ? value : entry.safeParse(value).data?.city);
  return readStated({
    name: basics?.name,
    headline: basics?.label,
    email: basics?.email,
    phone: basics?.phone,
    links: [
      basics?.url ?? basics?.website,
      ...records(z.array(z.unknown()).safeParse(basics?.profiles).data).map((profile) => profile.url),
    ],
    summary: basics?.summary,
    work: records(work).map((item) => ({
      company: item.name ?? item.company,
      title: item.position,
      place: place(item.location),
      start: item.startDate,
      end: item.endDate,
      description: item.summary,
      highlights: z.array(z.unknown()).safeParse(item.highlights).data ?? [],
    })),
    education: records(education).map((item) => ({
      school: item.institution,
      degree: item.studyType,
      major: item.area,
      start: item.startDate,
      end: item.endDate,
    })),
    projects: records(projects).map((item) => ({
      name: item.name,
      start: item.startDate,
      end: item.endDate,
      description: item.description,
    })),
    skills: records(skills).flatMap((item) => [
      item.name,
      ...(z.array(z.unknown()).safeParse(item.keywords).data ?? []),
    ]),
    languages: records(languages).map((item) => ({ language: item.language, level: item.fluency })),
  });
}

function records(items: readonly unknown[] | undefined): z.infer<typeof entry>[] {
  return (items ?? []).flatMap((item): z.infer<typeof entry>[] => {
    const { data } = entry.safeParse(item);
    return data === undefined ? [] : [data];
  });
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

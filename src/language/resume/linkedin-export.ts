import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { decodeText } from './decode-text.ts';
import type { ExtractionLimits, ResumeReading } from './model.ts';
import { readStated } from './stated-reading.ts';
import { readZipDirectory, readZipEntry } from './zip.ts';

const rows = z.array(z.record(z.string(), z.string()));

/** The profile in the ZIP of CSV files that LinkedIn lets members download, or null when it cannot be read. */
export function readLinkedinExport(bytes: Uint8Array, limits: ExtractionLimits): ResumeReading | null {
  const entries = readZipDirectory(bytes);
  if (entries === null) return null;
  const read = (name: string) => {
    const entry = entries.find((candidate) => candidate.name.split('/').at(-1) === name);
    const content = entry && readZipEntry(bytes, entry, Math.min(limits.maxUnpackedBytes, limits.maxBytes));
    return content === undefined || typeof content === 'string' ? [] : csvRows(content);
  };
  const profile = read('Profile.csv')[0];
  const positions = read('Positions.csv');
  if (profile === undefined && positions.length === 0) return null;
  const emails = read('Email Addresses.csv');
  const email = emails.find((row) => /yes/i.test(row.Primary ?? '')) ?? emails[0];
  return readStated({
    name: profile && [profile['First Name'], profile['Last Name']].filter(Boolean).join(' '),
    headline: profile?.Headline,
    email: email?.['Email Address'],
    phone: read('PhoneNumbers.csv')[0]?.Number,
    links: [...(profile?.Websites ?? '').matchAll(/https?:\/\/[^\s,\]]+/g)].map(([link]) => link),
    summary: profile?.Summary,
    work: positions.map((row) => ({
      company: row['Company Name'],
      title: row.Title,
      place: row.Location,
      start: row['Started On'],
      end: row['Finished On'] || undefined,
      description: row.Description,
    })),
    education: read('Education.csv').map((row) => ({
      school: row['School Name'],
      degree: row['Degree Name'],
      start: row['Start Date'],
      end: row['End Date'] || undefined,
    })),
    projects: read('Projects.csv').map((row) => ({
      name: row.Title,
      start: row['Started On'],
      end: row['Finished On'] || undefined,
      description: row.Description,
    })),
    skills: read('Skills.csv').map((row) => row.Name),
    languages: read('Languages.csv').map((row) => ({ language: row.Name, level: row.Proficiency })),
  });
}

function csvRows(content: Uint8Array): z.infer<typeof rows> {
  const decoded = decodeText(content);
  if (decoded === null) return [];
  try {
    const parsed: unknown = parse(decoded.text, {
      columns: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: 1000,
    });
    return rows.safeParse(parsed).data ?? [];
  } catch {
    return [];
  }
}

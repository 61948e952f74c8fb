import type { Read, ResumeReading } from './model.ts';

const words = (read: Read<string | null> | null) => (read === null ? '-' : (read.value ?? 'present'));
const flat = (text: string) => text.replaceAll(/\s+/g, ' ');

/** A reading as a few lines of plain words, for golden files and for people who look at what was read. */
export function outline(reading: ResumeReading): string[] {
  const { contacts } = reading;
  return [
    `name ${words(reading.name)} | headline ${words(reading.headline)} | ${reading.language}`,
    `contacts ${[contacts.email, contacts.phone, ...contacts.links].map(words).join(' | ')}`,
    ...reading.positions.map((position) =>
      [
        `position ${words(position.company)} | ${words(position.title)}`,
        `${words(position.start)} to ${words(position.end)}`,
        `${words(position.cityId)} | ${flat(words(position.description))}`,
      ].join(' | '),
    ),
    ...reading.education.map(
      (entry) =>
        `education ${words(entry.school)} | ${words(entry.degree)} | ${words(entry.major)} | ${words(entry.start)} to ${words(entry.end)}`,
    ),
    ...reading.projects.map(
      (project) =>
        `project ${words(project.name)} | ${words(project.start)} to ${words(project.end)} | ${flat(words(project.description))}`,
    ),
    `languages ${reading.languages.map(words).join(' ')} | summary ${flat(words(reading.summary))}`,
    `warnings ${reading.warnings.map((warning) => warning.code).join(' ')}`,
  ];
}

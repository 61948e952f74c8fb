import { type CareerEntityKind, findCareerEntities } from './career-entities.ts';
import type { Read, ResumeReading, Span } from './model.ts';

/** An employer or school, a title, a degree, a subject or a person that a resume names. */
export type ResumeEntity = Span & { readonly kind: CareerEntityKind | 'PRO' };

const overlap = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start < b.end && b.start < a.end;

/** What a reading's fields name, by kind. */
function namedInFields(reading: ResumeReading): ResumeEntity[] {
  const kinds: readonly (readonly [ResumeEntity['kind'], readonly (Read<string> | null)[]])[] = [
    ['NAME', [reading.name]],
    ['ORG', [...reading.positions.map(({ company }) => company), ...reading.education.map(({ school }) => school)]],
    ['TITLE', reading.positions.map(({ title }) => title)],
    ['EDU', reading.education.map(({ degree }) => degree)],
    ['PRO', reading.education.map(({ major }) => major)],
  ];
  return kinds.flatMap(([kind, reads]) => reads.flatMap((read) => (read ? [{ kind, ...read.span }] : [])));
}

/** Where a resume tells what was done rather than where and as what. */
function stretchesOfWork({ positions, projects, skills }: ResumeReading): Span[] {
  return [...positions, ...projects]
    .flatMap(({ description }) => description?.span ?? [])
    .concat(skills.map(({ span }) => span));
}

/**
 * Every employer, school, title, degree, subject and person that a resume names, in the order of the text: those of
 * its sentences (Chinese biographies) and those of its fields. No two of one kind overlap.
 */
export function resumeEntities(reading: ResumeReading): ResumeEntity[] {
  const { sourceText } = reading;
  // A text of one line is a sentence, whatever parts a reader of lists saw in it.
  const work = sourceText.trim().includes('\n') ? stretchesOfWork(reading) : [];
  const told: ResumeEntity[] = [];
  for (const line of sourceText.matchAll(/[^\n]+/gu)) {
    if (!/\p{Script=Han}{2}/u.test(line[0])) continue;
    for (const { kind, start, end, text } of findCareerEntities(line[0])) {
      const entity = { kind, start: line.index + start, end: line.index + end, text };
      if (!work.some((span) => overlap(span, entity))) told.push(entity);
    }
  }
  const fields = namedInFields(reading).filter(
    (field) => !told.some((entity) => entity.kind === field.kind && overlap(entity, field)),
  );
  const seen = new Set<string>();
  return [...told, ...fields]
    .filter(({ kind, start, end }) => {
      const key = `${kind} ${start} ${end}`;
      return !seen.has(key) && Boolean(seen.add(key));
    })
    .sort((a, b) => a.start - b.start || a.end - b.end || a.kind.localeCompare(b.kind));
}

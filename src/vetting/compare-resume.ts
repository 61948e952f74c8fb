import { linkRole, normaliseCompanyName, readSeniority } from '../language/index.ts';
import type { ResumeStatement } from '../talent/index.ts';
import { monthNumber } from './check-timeline.ts';

type Stated = {
  readonly companyName: string;
  readonly title: string;
  readonly start: string;
  readonly end: string | null;
};
type SaidPosition = ResumeStatement['positions'][number];

/** A point on which a resume says something else than the profile. A month that is null lasts, or lasted then. */
export type Difference = {
  readonly what: 'start' | 'end' | 'title';
  readonly said: string | null;
  readonly profile: string | null;
};

/** A month read from prose is often one off. */
const NEAR_MONTHS = 1;

/** Whether two dates are about the same; a year alone is about the same as any month of it. */
export function isAboutSame(said: string, profile: string): boolean {
  if (said.length === 4 || profile.length === 4) return said.slice(0, 4) === profile.slice(0, 4);
  return Math.abs(monthNumber(said) - monthNumber(profile)) <= NEAR_MONTHS;
}

function endDiffers(said: SaidPosition, profile: Stated, readOn: string): boolean {
  if (!said.endKnown) return false;
  // A resume that calls the job its writer's present one was right, if the job ended later.
  if (said.end === null) return profile.end !== null && monthNumber(profile.end) < monthNumber(readOn) - NEAR_MONTHS;
  return profile.end === null || !isAboutSame(said.end, profile.end);
}

function titleDiffers(said: string, profile: string): boolean {
  const roles = [linkRole(said)?.id, linkRole(profile)?.id];
  if (roles[0] && roles[1] && roles[0] !== roles[1]) return true;
  const rungs = [readSeniority(said)?.value, readSeniority(profile)?.value];
  return rungs[0] !== undefined && rungs[1] !== undefined && rungs[0] !== rungs[1];
}

/** The resume's entry that speaks of this position: of the same company, the one whose first month is nearest. */
function entryFor(profile: Stated, statement: ResumeStatement): SaidPosition | undefined {
  const company = normaliseCompanyName(profile.companyName);
  const distance = (said: SaidPosition) =>
    said.start === null
      ? 0
      : Math.abs(monthNumber(said.start.length === 4 ? `${said.start}-07` : said.start) - monthNumber(profile.start));
  return statement.positions
    .filter((said) => normaliseCompanyName(said.company) === company)
    .sort((a, b) => distance(a) - distance(b))[0];
}

/**
 * Where a resume, read on `readOn` (a month), contradicts a position of the profile. What either leaves out is no
 * contradiction: nobody has to say everything everywhere.
 */
export function differencesFrom(profile: Stated, statement: ResumeStatement, readOn: string): Difference[] {
  const said = entryFor(profile, statement);
  if (!said) return [];
  const found: Difference[] = [];
  if (said.start !== null && !isAboutSame(said.start, profile.start)) {
    found.push({ what: 'start', said: said.start, profile: profile.start });
  }
  if (endDiffers(said, profile, readOn)) found.push({ what: 'end', said: said.end, profile: profile.end });
  if (said.title !== null && titleDiffers(said.title, profile.title)) {
    found.push({ what: 'title', said: said.title, profile: profile.title });
  }
  return found;
}

type StatedEducation = {
  readonly schoolId: string | null;
  readonly schoolName: string;
  readonly degree: string | null;
  readonly endYear: number | null;
};

/** Where a resume contradicts a degree of the profile: of the same school and degree another year, or of the same school and year another degree. */
export function educationDiffers(
  profile: StatedEducation,
  statement: ResumeStatement,
): { readonly degree: string | null; readonly end: string | null } | null {
  const atSchool = statement.education.filter((said) =>
    profile.schoolId !== null && said.schoolId !== null
      ? said.schoolId === profile.schoolId
      : said.school.trim().toLowerCase() === profile.schoolName.trim().toLowerCase(),
  );
  const sameDegree = (said: (typeof atSchool)[number]) =>
    said.degree === null || profile.degree === null || said.degree === profile.degree;
  const sameYear = (said: (typeof atSchool)[number]) =>
    said.end === null || profile.endYear === null || isAboutSame(said.end, String(profile.endYear));
  if (atSchool.length === 0 || atSchool.some((said) => sameDegree(said) && sameYear(said))) return null;
  const other = atSchool.find((said) => sameDegree(said) || sameYear(said));
  return other ? { degree: sameDegree(other) ? null : other.degree, end: sameYear(other) ? null : other.end } : null;
}

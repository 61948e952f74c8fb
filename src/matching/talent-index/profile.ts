import { DEGREES, type Degree, findMentions, findSkill, SENIORITIES, type Seniority } from '../../language/index.ts';
import { monthOf, type Person } from '../../talent/index.ts';
import { withoutProtected } from './without-protected.ts';

/**
 * What the index keeps of a member: nothing about name, sex, age, photo, birthplace, marriage or schools is here, so
 * that nothing computed from it can depend on them. Months count from the year 0.
 */
export type MatchProfile = {
  readonly memberId: string;
  readonly cityId: string | null;
  readonly degree: Degree | null;
  /** The latest first. */
  readonly positions: readonly {
    readonly roleId: string | null;
    readonly seniority: Seniority | null;
    readonly companyId: string | null;
    readonly industryId: string | null;
    readonly start: number;
    /** The last month worked; null while it lasts. */
    readonly end: number | null;
    readonly verified: boolean;
  }[];
  readonly skills: readonly SkillFact[];
  readonly findableBy: 'nobody' | 'connections' | 'recruiters';
  readonly openness: 'closed' | 'listening' | 'looking';
  readonly contactBy: 'anyone' | 'introduction' | 'nobody';
  readonly hiddenFrom: readonly string[];
  readonly desiredCityIds: readonly string[];
  readonly desiredRoleIds: readonly string[];
  /** CNY a year. */
  readonly desiredPayMin: number | null;
  readonly remote: boolean;
};

export type SkillFact = {
  /** The lexicon's id, or the words as written where no lexicon knows them. */
  readonly skill: string;
  /** 1 to 5; null where the member gave none. */
  readonly level: number | null;
  readonly lastUsedYear: number | null;
  readonly endorsements: number;
  /** What peers' votes on their answers about it are worth, in tenths of a vote; left out where there are none. */
  readonly valued?: number;
  /** Whether the member lists it; a skill that is not listed stands in the words of a position or of the summary. */
  readonly listed: boolean;
};

/** The industry of a company; null where it is not known. */
export type IndustryOf = (companyId: string) => string | null;

export const monthNumber = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
export const monthOfDate = (date: Date): number => monthNumber(monthOf(date.toISOString()));

function degreeOf(person: Person): Degree | null {
  const held = new Set(person.education.map((row) => row.degree));
  return [...DEGREES].reverse().find((degree) => held.has(degree)) ?? null;
}

/** What a member says of themself in running text: titles, what was done, headline and summary; no names of people or schools, and nothing that must not count. */
export function proseOf(person: Person): string {
  const { headline, summary } = person.member;
  return withoutProtected(
    [...person.positions.flatMap((row) => [row.title, row.description]), headline, summary].join('\n'),
  );
}

function skillsOf(person: Person): SkillFact[] {
  const facts = new Map<string, SkillFact>();
  for (const row of person.skills) {
    facts.set(row.skill, {
      skill: row.skill,
      level: row.level,
      lastUsedYear: row.last_used_year,
      endorsements: row.endorsements,
      listed: true,
    });
  }
  for (const { id } of findMentions(proseOf(person), ['skill'])) {
    if (!facts.has(id)) facts.set(id, { skill: id, level: null, lastUsedYear: null, endorsements: 0, listed: false });
  }
  for (const { skill, points } of person.answers) {
    const known = facts.get(skill) ?? { skill, level: null, lastUsedYear: null, endorsements: 0, listed: false };
    facts.set(skill, { ...known, valued: points });
  }
  return [...facts.values()];
}

/** The person as the index keeps them; null where nobody may find them: they are then not in the index at all. */
export function profileOf(person: Person, industryOf: IndustryOf): MatchProfile | null {
  const { preference } = person;
  if (!preference || preference.findable_by === 'nobody' || person.positions.length === 0) return null;
  return readersProfile(person, industryOf);
}

/** The same of the one who reads, for themself alone: also of somebody whom nobody may find. */
export function readersProfile(person: Person, industryOf: IndustryOf): MatchProfile {
  const { member, preference } = person;
  const verified = new Set(person.verifications.map((row) => row.position_id));
  return {
    memberId: member.id,
    cityId: member.city_id,
    degree: degreeOf(person),
    positions: person.positions.map((row) => ({
      roleId: row.role_id,
      seniority: SENIORITIES.find((rung) => rung === row.seniority) ?? null,
      companyId: row.company_id,
      industryId: row.company_id === null ? null : industryOf(row.company_id),
      start: monthNumber(row.start_month),
      end: row.end_month === null ? null : monthNumber(row.end_month),
      verified: verified.has(row.id),
    })),
    skills: skillsOf(person),
    findableBy: preference?.findable_by ?? 'nobody',
    openness: preference?.openness ?? 'closed',
    contactBy: preference?.contact_by ?? 'anyone',
    hiddenFrom: preference?.hidden_from_company_ids ?? [],
    desiredCityIds: preference?.desired_city_ids ?? [],
    desiredRoleIds: preference?.desired_role_ids ?? [],
    desiredPayMin: preference?.desired_pay_min ?? null,
    remote: preference?.remote ?? false,
  };
}

/** Whether the lexicon knows a skill; others are words as somebody wrote them. */
export const isKnownSkill = (skill: string): boolean => findSkill(skill) !== undefined;

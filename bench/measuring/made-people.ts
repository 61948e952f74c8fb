import { findSkill } from '../../src/language/index.ts';
import type { Person } from '../../src/talent/index.ts';
import { LAST_MONTH, WORLD_ENDS } from '../../world/careers.ts';
import type { MadePerson } from '../../world/people.ts';

const month = (n: number) => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-01`;

/** A made-up person as the database would give them: the profile, and nothing of what they really are. */
export function personOf(made: MadePerson): Person {
  const member_id = made.id;
  return {
    member: {
      id: made.id,
      name: made.name,
      other_name: made.other,
      headline: made.headline,
      summary: made.summary,
      city_id: made.cityId,
      birth_year: made.birthYear,
      locale: made.english ? 'en' : 'zh',
      origin: 'world',
      created_at: made.joined,
      updated_at: made.joined,
    },
    positions: made.positions.map((row) => ({
      member_id,
      id: row.id,
      company_id: row.company.id,
      company_name: made.english ? row.company.en : row.company.zh,
      title: row.title,
      role_id: row.roleId,
      seniority: row.seniority,
      city_id: row.cityId,
      start_month: month(row.start),
      end_month: row.end === null || row.end > LAST_MONTH ? null : month(row.end),
      description: row.description,
    })),
    education: made.educations.map((row) => ({
      member_id,
      id: row.id,
      school_id: row.schoolId,
      school_name: row.schoolName,
      degree: row.degree,
      major: row.major,
      start_year: row.startYear,
      end_year: row.endYear,
    })),
    skills: made.skills.map((row) => ({
      member_id,
      skill: row.id,
      known: findSkill(row.id) !== undefined,
      level: row.level,
      last_used_year: row.lastUsed,
      source: 'self',
      endorsements: row.endorsements,
    })),
    answers: [],
    preference: {
      member_id,
      findable_by: made.findableBy,
      openness: made.openness,
      contact_by: made.contactBy,
      desired_role_ids: [],
      desired_city_ids: [...made.desiredCityIds],
      desired_pay_min: made.desiredPay,
      remote: false,
      hidden_from_company_ids: [],
      personalised: true,
      share_pay: made.sharesPay,
      counted: true,
      updated_at: made.joined,
    },
    verifications: made.positions.flatMap((row) =>
      row.verified === null
        ? []
        : [
            {
              member_id,
              id: row.id,
              position_id: row.id,
              method: row.verified,
              state: 'verified' as const,
              email_domain: null,
              requested_at: WORLD_ENDS,
              decided_at: WORLD_ENDS,
            },
          ],
    ),
  };
}

/** Everything that a profile says, in words: what a plain search engine would index. */
export function textOf(person: Person): string {
  const name = (id: string) => {
    const skill = findSkill(id);
    return skill ? (person.member.locale === 'en' ? skill.en : skill.zh) : id;
  };
  return [
    person.member.headline,
    person.member.summary,
    ...person.positions.flatMap((row) => [row.title, row.company_name, row.description]),
    ...person.education.flatMap((row) => [row.school_name, row.major]),
    ...person.skills.map((row) => name(row.skill)),
  ].join('\n');
}

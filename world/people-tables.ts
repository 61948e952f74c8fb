import { findSkill } from '../src/language/index.ts';
import { WORLD_ENDS } from './careers.ts';
import { circlesOf, type MadeCircle } from './circles.ts';
import { type MadeConnection, makeConnections, workedTogether } from './connections.ts';
import type { Cell } from './copy-rows.ts';
import { DEMO, DEMO_CONNECTIONS, type Table } from './demo-accounts.ts';
import type { MadePerson } from './people.ts';
import { chance } from './random.ts';
import { tourResume, tourVerification } from './tour.ts';
import { makeVerifications } from './verifications.ts';

const monthDay = (n: number) => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-01`;

/** Of those who would move, three in five say to which role: one like their own. */
export const wishedRoles = (person: MadePerson): readonly string[] => {
  const roleId = person.positions[0]?.roleId;
  return person.openness !== 'closed' && person.n >= DEMO.length && person.n % 5 < 3 && roleId ? [roleId] : [];
};

function profileTables(people: readonly MadePerson[]): Table[] {
  return [
    {
      name: 'member',
      columns: [
        'id',
        'name',
        'other_name',
        'headline',
        'summary',
        'city_id',
        'birth_year',
        'locale',
        'origin',
        'created_at',
        'updated_at',
      ],
      rows: people.map((one) => [
        one.id,
        one.name,
        one.other,
        one.headline,
        one.summary,
        one.cityId,
        one.birthYear,
        one.english ? 'en' : 'zh',
        'world',
        one.joined,
        one.joined,
      ]),
    },
    {
      name: 'position',
      columns: [
        'member_id',
        'id',
        'company_id',
        'company_name',
        'title',
        'role_id',
        'seniority',
        'city_id',
        'start_month',
        'end_month',
        'description',
        'yearly_pay',
      ],
      rows: people.flatMap((one) =>
        one.positions.map((row): Cell[] => [
          one.id,
          row.id,
          row.company.id,
          one.english ? row.company.en : row.company.zh,
          row.title,
          row.roleId,
          row.seniority,
          row.cityId,
          monthDay(row.start),
          row.end === null ? null : monthDay(row.end),
          row.description,
          one.sharesPay ? row.yearlyPay : null,
        ]),
      ),
    },
    {
      name: 'education',
      columns: ['member_id', 'id', 'school_id', 'school_name', 'degree', 'major', 'start_year', 'end_year'],
      rows: people.flatMap((one) =>
        one.educations.map((row): Cell[] => [
          one.id,
          row.id,
          row.schoolId,
          row.schoolName,
          row.degree,
          row.major,
          row.startYear,
          row.endYear,
        ]),
      ),
    },
    {
      name: 'member_skill',
      columns: ['member_id', 'skill', 'known', 'level', 'last_used_year', 'source'],
      rows: people.flatMap((one) =>
        one.skills.map((skill): Cell[] => [
          one.id,
          skill.id,
          findSkill(skill.id) !== undefined,
          skill.level,
          skill.lastUsed,
          'self',
        ]),
      ),
    },
    {
      name: 'preference',
      columns: [
        'member_id',
        'findable_by',
        'openness',
        'contact_by',
        'desired_role_ids',
        'desired_city_ids',
        'desired_pay_min',
        'share_pay',
        'updated_at',
      ],
      rows: people.map((one) => [
        one.id,
        one.findableBy,
        one.openness,
        one.contactBy,
        wishedRoles(one),
        one.desiredCityIds,
        one.desiredPay,
        one.sharesPay,
        one.joined,
      ]),
    },
  ];
}

function verificationTables(seed: number, people: readonly MadePerson[]): Table[] {
  const made = [...makeVerifications(seed, people)];
  return [
    {
      name: 'verification',
      columns: ['member_id', 'id', 'position_id', 'method', 'state', 'email_domain', 'requested_at', 'decided_at'],
      rows: made.map((row) => [
        row.memberId,
        row.id,
        row.positionId,
        row.method,
        'verified',
        row.emailDomain,
        row.at,
        row.at,
      ]),
    },
    {
      name: 'colleague_confirmation',
      columns: ['member_id', 'verification_id', 'colleague_id', 'state', 'asked_at', 'decided_at'],
      rows: made.flatMap((row) =>
        row.colleagueIds.map((id): Cell[] => [row.memberId, row.id, id, 'confirmed', row.at, row.at]),
      ),
    },
  ];
}

function demoConnections(people: readonly MadePerson[]): MadeConnection[] {
  return DEMO_CONNECTIONS.flatMap(([i, j]) => {
    const [a, b] = [people.find((one) => one.n === i), people.find((one) => one.n === j)];
    if (!a || !b) return [];
    const since = new Date(WORLD_ENDS.getTime() - 30 * 86_400_000);
    return [{ a, b, kind: workedTogether(a, b) ? ('colleague' as const) : ('community' as const), since }];
  });
}

/** Endorsements come from people whom one knows. */
function endorsementRows(
  seed: number,
  people: readonly MadePerson[],
  connections: readonly MadeConnection[],
): Cell[][] {
  const friends = Map.groupBy(
    connections.flatMap(({ a, b, since }) => [
      { of: a, friend: b, since },
      { of: b, friend: a, since },
    ]),
    ({ of }) => of,
  );
  return people.flatMap((person) => {
    const random = chance(seed, `endorsements/${person.n}`);
    return person.skills.flatMap((skill) =>
      random.some(friends.get(person) ?? [], skill.endorsements).map(({ friend, since }): Cell[] => {
        const at = new Date(since.getTime() + random.next() * (WORLD_ENDS.getTime() - since.getTime()));
        return [person.id, skill.id, friend.id, at];
      }),
    );
  });
}

/** Everything about one block's people. `hubs` are well-connected people of earlier blocks. */
export function peopleTables(
  seed: number,
  people: readonly MadePerson[],
  hubs: readonly MadePerson[],
  circles: readonly MadeCircle[],
): Table[] {
  const connections = [...makeConnections(seed, people, hubs, DEMO.length), ...demoConnections(people)];
  return [
    ...profileTables(people),
    ...verificationTables(seed, people),
    ...tourVerification(seed, people),
    ...tourResume(seed, people),
    {
      name: 'connection',
      columns: ['member_id', 'other_id', 'kind', 'since'],
      rows: connections.flatMap(({ a, b, kind, since }): Cell[][] => [
        [a.id, b.id, kind, since],
        [b.id, a.id, kind, since],
      ]),
    },
    {
      name: 'endorsement',
      columns: ['member_id', 'skill', 'endorser_id', 'at'],
      rows: endorsementRows(seed, people, connections),
    },
    {
      name: 'circle_member',
      columns: ['member_id', 'circle_id', 'joined_at'],
      rows: people.flatMap((one) =>
        circlesOf(seed, one, circles, one.n < DEMO.length).map(({ circle, at }): Cell[] => [one.id, circle.id, at]),
      ),
    },
  ];
}

import type pg from 'pg';
import { hashPassword } from '../src/identity/index.ts';
import { findSchool, normaliseCompanyName } from '../src/language/index.ts';
import type { Context } from '../src/platform/index.ts';
import { makeApplications } from './applications.ts';
import { makeCircles, makePosts } from './community.ts';
import { makeCompanies, WORLD_BEGAN } from './companies.ts';
import { makeConnections } from './connections.ts';
import { type Cell, copyRows } from './copy-rows.ts';
import { type MadePerson, makePeople, type Persona, WORLD_ENDS } from './people.ts';
import { type MadePosting, makePostings } from './postings.ts';
import { chance, madeId } from './random.ts';

export { AIGC, HOT_TOPICS } from './truth/reference-report.ts';

export type WorldOptions = {
  readonly members?: number;
  readonly companies?: number;
  readonly postings?: number;
  readonly seed?: number;
  readonly progress?: (done: number, total: number, label: { zh: string; en: string }) => void;
};
export type WorldSummary = {
  readonly members: number;
  readonly companies: number;
  readonly postings: number;
  readonly seed: number;
};

/** One password for all demo accounts: they work on loopback alone. */
export const DEMO_PASSWORD = 'renmai-demo';

type DemoRole = 'member' | 'recruiter' | 'recruiter-2' | 'colleague' | 'analyst' | 'moderator' | 'operator';
const DEMO: readonly (Persona & { readonly role: DemoRole; readonly email: string })[] = [
  {
    n: 0,
    name: '林晓溪',
    other: 'Xiaoxi Lin',
    company: 1,
    roleId: 'nlp-engineer',
    aigc: true,
    role: 'member',
    email: 'member@demo.example',
  },
  {
    n: 1,
    name: '周明远',
    other: 'Mingyuan Zhou',
    company: 0,
    roleId: 'hr-specialist',
    aigc: false,
    role: 'recruiter',
    email: 'recruiter@demo.example',
  },
  {
    n: 2,
    name: '陈思航',
    other: 'Sihang Chen',
    company: 1,
    roleId: 'algorithm-engineer',
    aigc: true,
    role: 'colleague',
    email: 'colleague@demo.example',
  },
  {
    n: 3,
    name: '何若凡',
    other: 'Ruofan He',
    company: 1,
    roleId: 'hr-specialist',
    aigc: false,
    role: 'recruiter-2',
    email: 'recruiter2@demo.example',
  },
  {
    n: 4,
    name: '沈清悦',
    other: 'Qingyue Shen',
    company: 2,
    roleId: 'data-analyst',
    aigc: false,
    role: 'analyst',
    email: 'analyst@demo.example',
  },
  {
    n: 5,
    name: '唐景行',
    other: 'Jingxing Tang',
    company: 2,
    roleId: 'user-operations',
    aigc: false,
    role: 'moderator',
    email: 'moderator@demo.example',
  },
  {
    n: 6,
    name: '许立群',
    other: 'Liqun Xu',
    company: 2,
    roleId: 'operations-specialist',
    aigc: false,
    role: 'operator',
    email: 'operator@demo.example',
  },
];
/** Connections that the demo needs: the recruiter reaches the member through the colleague. */
const DEMO_CONNECTIONS: readonly (readonly [number, number])[] = [
  [1, 2],
  [2, 0],
  [4, 0],
  [1, 6],
];

const month = (n: number) => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-01`;
const later = (n: number, days: number) =>
  new Date(Math.min(Date.parse(month(n)) + days * 86_400_000, WORLD_ENDS.getTime() - 86_400_000));

function* memberRows(people: readonly MadePerson[]): Generator<Cell[]> {
  for (const person of people) {
    const [current] = person.positions;
    const headline = current
      ? person.english
        ? `${current.title} at ${current.company.en}`
        : `${current.company.zh} · ${current.title}`
      : '';
    const created = new Date(Date.UTC(2019, 0, 15) + person.n * 1_000);
    yield [
      person.id,
      person.name,
      person.other,
      headline,
      '',
      person.cityId,
      person.birthYear,
      person.english ? 'en' : 'zh',
      'world',
      created,
      created,
    ];
  }
}

function* positionRows(people: readonly MadePerson[]): Generator<Cell[]> {
  for (const person of people) {
    for (const row of person.positions) {
      yield [
        person.id,
        row.id,
        row.company.id,
        person.english ? row.company.en : row.company.zh,
        row.title,
        row.roleId,
        row.seniority,
        row.cityId,
        month(row.start),
        row.end === null ? null : month(row.end),
        row.description,
        row.yearlyPay,
      ];
    }
  }
}

function* skillRows(people: readonly MadePerson[]): Generator<Cell[]> {
  for (const person of people)
    for (const skill of person.skills) yield [person.id, skill.id, true, skill.level, skill.lastUsed, 'self'];
}

function* endorsementRows(seed: number, people: readonly MadePerson[]): Generator<Cell[]> {
  for (const person of people) {
    const random = chance(seed, `endorsements/${person.n}`);
    for (const skill of person.skills) {
      for (const endorser of random.some(people.slice(0, 400), skill.endorsements)) {
        if (endorser !== person) yield [person.id, skill.id, endorser.id, new Date('2022-06-01T00:00:00Z')];
      }
    }
  }
}

function* verificationRows(people: readonly MadePerson[]): Generator<Cell[]> {
  for (const person of people) {
    for (const row of person.positions) {
      if (!row.verified) continue;
      const at = later(row.start, 40);
      yield [
        person.id,
        row.id,
        row.id,
        row.verified,
        'verified',
        row.verified === 'work-email' ? row.company.domain : null,
        at,
        at,
      ];
    }
  }
}

function* preferenceRows(people: readonly MadePerson[]): Generator<Cell[]> {
  for (const person of people) {
    const hoped =
      person.openness === 'closed'
        ? null
        : Math.round(((person.positions[0]?.yearlyPay ?? 0) * 1.12) / 10_000) * 10_000;
    yield [
      person.id,
      person.findableBy,
      person.openness,
      person.contactBy,
      [],
      person.n % 9 === 0 ? ['beijing'] : [],
      hoped,
      false,
      [],
      WORLD_ENDS,
    ];
  }
}

function* postingRows(
  postings: Iterable<MadePosting>,
  kept: Pick<MadePosting, 'id' | 'aigc' | 'roleId' | 'day' | 'company'>[],
): Generator<Cell[]> {
  for (const row of postings) {
    const { id, aigc, roleId, day, company } = row;
    kept.push({ id, aigc, roleId, day, company });
    const at = new Date(`${day}T02:00:00Z`);
    const recent = day >= '2023-02-15';
    yield [
      id,
      company.id,
      row.title,
      roleId,
      row.seniority,
      company.industryId,
      row.cityId,
      false,
      row.degree,
      row.yearsMin,
      row.payMin,
      row.payMax,
      'CNY',
      row.payText,
      row.mustSkills,
      row.niceSkills,
      row.description,
      row.english ? 'en' : 'zh',
      day,
      recent ? null : day,
      recent ? 'open' : 'closed',
      'world',
      at,
      at,
    ];
  }
}

/**
 * Fills an empty network with a made-up society, all in one transaction: a generation that is stopped leaves
 * nothing. The same options give the same rows. Its clock starts on the morning of 31 March 2023.
 */
export async function makeDemoWorld(context: Context, options: WorldOptions = {}): Promise<WorldSummary> {
  const seed = options.seed ?? 20_230_331;
  const members = options.members ?? 5_000;
  const companyCount = options.companies ?? 400;
  const postingCount = options.postings ?? 60_000;
  const steps = 12;
  let done = 0;
  const step = (zh: string, en: string) => options.progress?.(done++, steps, { zh, en });
  const client = await context.pool.connect();
  try {
    await client.query('begin');
    step('公司', 'companies');
    const companies = makeCompanies(seed, companyCount);
    await copyRows(
      client,
      'company',
      [
        'id',
        'name',
        'name_en',
        'normal_name',
        'industry_id',
        'city_id',
        'size_band',
        'email_domains',
        'origin',
        'created_at',
      ],
      companies.map((row): Cell[] => [
        row.id,
        row.zh,
        row.en,
        normaliseCompanyName(row.zh),
        row.industryId,
        row.cityId,
        row.sizeBand,
        [row.domain],
        'world',
        WORLD_BEGAN,
      ]),
    );
    step('职业生涯', 'careers');
    const people = makePeople(seed, members, companies, DEMO);
    await copyRows(
      client,
      'member',
      [
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
      memberRows(people),
    );
    step('经历', 'positions');
    await copyRows(
      client,
      'position',
      [
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
      positionRows(people),
    );
    await copyRows(
      client,
      'education',
      ['member_id', 'id', 'school_id', 'school_name', 'degree', 'major', 'start_year', 'end_year'],
      educationRows(people),
    );
    step('技能', 'skills');
    await copyRows(
      client,
      'member_skill',
      ['member_id', 'skill', 'known', 'level', 'last_used_year', 'source'],
      skillRows(people),
    );
    await copyRows(client, 'endorsement', ['member_id', 'skill', 'endorser_id', 'at'], endorsementRows(seed, people));
    step('认证与意向', 'verification and wishes');
    await copyRows(
      client,
      'verification',
      ['member_id', 'id', 'position_id', 'method', 'state', 'email_domain', 'requested_at', 'decided_at'],
      verificationRows(people),
    );
    await copyRows(
      client,
      'preference',
      [
        'member_id',
        'findable_by',
        'openness',
        'contact_by',
        'desired_role_ids',
        'desired_city_ids',
        'desired_pay_min',
        'remote',
        'hidden_from_company_ids',
        'updated_at',
      ],
      preferenceRows(people),
    );
    step('人脉', 'connections');
    await copyRows(client, 'connection', ['member_id', 'other_id', 'kind', 'since'], connectionRows(seed, people));
    step('职位', 'postings');
    const kept: Pick<MadePosting, 'id' | 'aigc' | 'roleId' | 'day' | 'company'>[] = [];
    await copyRows(
      client,
      'posting',
      [
        'id',
        'company_id',
        'title',
        'role_id',
        'seniority',
        'industry_id',
        'city_id',
        'remote',
        'degree',
        'years_min',
        'pay_min',
        'pay_max',
        'pay_currency',
        'pay_text',
        'must_skills',
        'nice_skills',
        'description',
        'locale',
        'published_on',
        'closed_on',
        'state',
        'origin',
        'created_at',
        'updated_at',
      ],
      postingRows(makePostings(seed, postingCount, companies), kept),
    );
    step('投递', 'applications');
    await copyRows(
      client,
      'application',
      ['posting_id', 'member_id', 'applied_at'],
      applicationRows(seed, kept, people),
    );
    step('圈子', 'circles');
    const circles = makeCircles(seed);
    await copyRows(
      client,
      'circle',
      ['id', 'slug', 'name_zh', 'name_en', 'about_zh', 'about_en', 'kind', 'created_at'],
      circles.map((row): Cell[] => [row.id, row.slug, row.zh, row.en, row.aboutZh, row.aboutEn, 'topic', WORLD_BEGAN]),
    );
    await copyRows(
      client,
      'circle_member',
      ['member_id', 'circle_id', 'joined_at'],
      circleMemberRows(seed, people, circles),
    );
    const posts = [...makePosts(seed, circles, people, Math.max(4, Math.round(members / 60)))];
    await copyRows(
      client,
      'post',
      ['id', 'circle_id', 'author_id', 'title', 'body', 'locale', 'topics', 'score', 'comment_count', 'created_at'],
      posts.map((row): Cell[] => [
        row.id,
        row.circle.id,
        row.author.id,
        row.title,
        row.body,
        row.english ? 'en' : 'zh',
        [row.topic],
        row.score,
        row.comments.length,
        row.at,
      ]),
    );
    await copyRows(
      client,
      'comment',
      ['post_id', 'id', 'author_id', 'body', 'score', 'created_at'],
      posts.flatMap((post) =>
        post.comments.map((row): Cell[] => [post.id, row.id, row.author.id, row.body, row.score, row.at]),
      ),
    );
    step('演示账号', 'demo accounts');
    await copyDemoAccounts(
      client,
      people,
      companies.map((company) => company.id),
    );
    const network = {
      nameZh: '人脉演示网络',
      nameEn: 'Renmai demo network',
      generated: true,
      seed,
      clockStart: WORLD_ENDS.toISOString(),
      madeAt: new Date().toISOString(),
    };
    await client.query("insert into setting (key, value) values ('network', $1)", [JSON.stringify(network)]);
    await client.query('commit');
    step('统计信息', 'statistics');
    await client.query('analyze');
    return { members: people.length, companies: companies.length, postings: kept.length, seed };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

function* educationRows(people: readonly MadePerson[]): Generator<Cell[]> {
  for (const person of people) {
    const school = findSchool(person.schoolId);
    const length = person.degree === 'doctor' ? 5 : person.degree === 'master' ? 3 : 4;
    yield [
      person.id,
      person.id,
      person.schoolId,
      (person.english ? school?.en : school?.zh) ?? person.schoolId,
      person.degree,
      person.major[person.english ? 1 : 0],
      person.graduated - length,
      person.graduated,
    ];
  }
}

function* connectionRows(seed: number, people: readonly MadePerson[]): Generator<Cell[]> {
  const since = new Date('2022-09-01T00:00:00Z');
  const demo = new Set(DEMO_CONNECTIONS.map(([a, b]) => [a, b].sort().join(' ')));
  for (const { a, b, kind } of makeConnections(seed, people)) {
    // The recruiter reaches the demo's member through somebody, not directly.
    if (a.n < 7 && b.n < 7) continue;
    yield [a.id, b.id, kind, since];
    yield [b.id, a.id, kind, since];
  }
  for (const key of demo) {
    const [a, b] = key.split(' ').map((n) => people[Number(n)]);
    if (!a || !b) continue;
    yield [a.id, b.id, 'colleague', since];
    yield [b.id, a.id, 'colleague', since];
  }
}

function* applicationRows(
  seed: number,
  postings: readonly Pick<MadePosting, 'id' | 'aigc' | 'roleId' | 'day' | 'company'>[],
  people: readonly MadePerson[],
): Generator<Cell[]> {
  for (const row of makeApplications(seed, postings, people.slice(7))) yield [row.postingId, row.memberId, row.at];
}

function* circleMemberRows(
  seed: number,
  people: readonly MadePerson[],
  circles: readonly { id: string; slug: string }[],
): Generator<Cell[]> {
  for (const person of people) {
    const random = chance(seed, `circles/${person.n}`);
    const joined = new Set(random.some(circles, person.n < 7 ? 4 : random.int(0, 3)).map((circle) => circle.id));
    const aigc = circles.find((circle) => circle.slug === 'aigc');
    if (aigc && (person.aigc || person.n < 7)) joined.add(aigc.id);
    for (const id of joined) yield [person.id, id, new Date('2022-03-01T00:00:00Z')];
  }
}

/** The demo's accounts, in the world's own transaction: a world is never without them. */
async function copyDemoAccounts(
  client: pg.ClientBase,
  people: readonly MadePerson[],
  companyIds: readonly string[],
): Promise<void> {
  const random = chance(0, 'demo-accounts');
  const accounts = DEMO.flatMap((demo) => {
    const person = people[demo.n];
    return person ? [{ ...demo, id: person.id }] : [];
  });
  const at = WORLD_ENDS;
  const hash = await hashPassword(DEMO_PASSWORD);
  const rolesOf = (role: DemoRole) =>
    role === 'operator' ? ['operator', 'moderator'] : role === 'analyst' || role === 'moderator' ? [role] : [];
  const companyOf = (role: DemoRole) =>
    role === 'recruiter' ? companyIds[0] : role === 'recruiter-2' ? companyIds[1] : undefined;
  await copyRows(
    client,
    'auth_user',
    ['id', 'name', 'email', 'email_verified', 'locale', 'demo', 'created_at', 'updated_at'],
    accounts.map((row): Cell[] => [row.id, row.name, row.email, true, 'zh', true, at, at]),
  );
  await copyRows(
    client,
    'auth_account',
    ['id', 'account_id', 'provider_id', 'user_id', 'password', 'created_at', 'updated_at'],
    accounts.map((row): Cell[] => [madeId(random, at), row.id, 'credential', row.id, hash, at, at]),
  );
  await copyRows(
    client,
    'role_grant',
    ['account_id', 'role', 'granted_at'],
    accounts.flatMap((row) => rolesOf(row.role).map((role): Cell[] => [row.id, role, at])),
  );
  await copyRows(
    client,
    'recruiter_seat',
    ['account_id', 'company_id', 'granted_at'],
    accounts.flatMap((row): Cell[][] => {
      const companyId = companyOf(row.role);
      return companyId ? [[row.id, companyId, at]] : [];
    }),
  );
  const shown = accounts.map(({ email, name, role }) => ({ email, name, role, password: DEMO_PASSWORD }));
  await client.query("insert into setting (key, value) values ('demo-accounts', $1)", [JSON.stringify(shown)]);
}

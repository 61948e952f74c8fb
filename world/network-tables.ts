import { normaliseCompanyName } from '../src/language/index.ts';
import type { MadeApplication } from './applications.ts';
import type { MadeCircle } from './circles.ts';
import type { MadePost } from './community.ts';
import { type MadeCompany, WORLD_BEGAN } from './companies.ts';
import type { Cell } from './copy-rows.ts';
import type { Table } from './demo-accounts.ts';
import type { MadePosting } from './postings.ts';
import { type Chance, madeId } from './random.ts';

/** Postings since then are still open when the world begins to run. */
const OPEN_SINCE = '2023-02-15';

/** Companies and circles. */
export function referenceTables(companies: readonly MadeCompany[], circles: readonly MadeCircle[]): Table[] {
  return [
    {
      name: 'company',
      columns: [
        'id',
        'name',
        'name_en',
        'normal_name',
        'aliases',
        'industry_id',
        'city_id',
        'size_band',
        'email_domains',
        'origin',
        'created_at',
      ],
      rows: companies.map((row) => [
        row.id,
        row.zh,
        row.en,
        normaliseCompanyName(row.zh),
        [row.en],
        row.industryId,
        row.cityId,
        row.sizeBand,
        [row.domain],
        'world',
        WORLD_BEGAN,
      ]),
    },
    {
      name: 'circle',
      columns: [
        'id',
        'slug',
        'name_zh',
        'name_en',
        'about_zh',
        'about_en',
        'kind',
        'company_id',
        'school_id',
        'city_id',
        'created_at',
      ],
      rows: circles.map((row) => [
        row.id,
        row.slug,
        row.zh,
        row.en,
        row.aboutZh,
        row.aboutEn,
        row.kind,
        row.companyId ?? null,
        row.schoolId ?? null,
        row.cityId ?? null,
        WORLD_BEGAN,
      ]),
    },
  ];
}

const lastDay = (day: string) =>
  new Date(Math.min(Date.parse(`${day}T00:00:00Z`) + 45 * 86_400_000, Date.UTC(2023, 2, 30)))
    .toISOString()
    .slice(0, 10);

/** A month's postings. `ownerOf` is the recruiter who answers for a company's open ones. */
export function postingTable(
  postings: readonly MadePosting[],
  ownerOf: (company: MadeCompany) => string | null,
): Table {
  return {
    name: 'posting',
    columns: [
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
      'created_by',
      'created_at',
      'updated_at',
    ],
    rows: postings.map((row) => {
      const at = new Date(`${row.day}T02:00:00Z`);
      const open = row.day >= OPEN_SINCE;
      return [
        row.id,
        row.company.id,
        row.title,
        row.roleId,
        row.seniority,
        row.company.industryId,
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
        row.day,
        open ? null : lastDay(row.day),
        open ? 'open' : 'closed',
        'world',
        open ? ownerOf(row.company) : null,
        at,
        at,
      ];
    }),
  };
}

export function applicationTable(applications: readonly MadeApplication[]): Table {
  return {
    name: 'application',
    columns: ['posting_id', 'member_id', 'state', 'applied_at'],
    rows: applications.map((row) => [row.postingId, row.memberId, row.state, row.at]),
  };
}

/** Who was shown to a recruiter in the list for a posting: each person's file says so. */
export function shownTable(
  random: Chance,
  rows: readonly {
    readonly posting: MadePosting;
    readonly memberId: string;
    readonly recruiterId: string;
    readonly at: Date;
  }[],
): Table {
  return {
    name: 'disclosure',
    columns: ['member_id', 'id', 'viewer_id', 'viewer_company_id', 'posting_id', 'surface', 'fields', 'detail', 'at'],
    rows: rows.map(({ posting, memberId, recruiterId, at }) => [
      memberId,
      madeId(random, at),
      recruiterId,
      posting.company.id,
      posting.id,
      'match-list',
      ['card'],
      '{}',
      at,
    ]),
  };
}

const sum = (votes: readonly { value: number }[]) => votes.reduce((all, vote) => all + vote.value, 0);

/** A month's posts with their comments and votes. */
export function postTables(posts: readonly MadePost[]): Table[] {
  return [
    {
      name: 'post',
      columns: [
        'id',
        'circle_id',
        'author_id',
        'title',
        'body',
        'locale',
        'topics',
        'score',
        'comment_count',
        'created_at',
      ],
      rows: posts.map((row) => [
        row.id,
        row.circle.id,
        row.author.id,
        row.title,
        row.body,
        row.english ? 'en' : 'zh',
        row.topics,
        sum(row.votes),
        row.comments.length,
        row.at,
      ]),
    },
    {
      name: 'comment',
      columns: ['post_id', 'id', 'author_id', 'reply_to', 'body', 'score', 'created_at'],
      rows: posts.flatMap((post) =>
        post.comments.map((row): Cell[] => [
          post.id,
          row.id,
          row.author.id,
          row.replyTo,
          row.body,
          sum(row.votes),
          row.at,
        ]),
      ),
    },
    {
      name: 'vote',
      columns: ['post_id', 'target_id', 'member_id', 'value', 'at'],
      rows: posts.flatMap((post) => [
        ...post.votes.map((vote): Cell[] => [post.id, post.id, vote.memberId, vote.value, post.at]),
        ...post.comments.flatMap((comment) =>
          comment.votes.map((vote): Cell[] => [post.id, comment.id, vote.memberId, vote.value, comment.at]),
        ),
      ]),
    },
  ];
}

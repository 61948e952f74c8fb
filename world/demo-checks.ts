import { CONSENT, makeStatements } from '../src/vetting/index.ts';
import { WORLD_ENDS } from './careers.ts';
import type { Cell } from './copy-rows.ts';
import type { Table } from './demo-accounts.ts';
import type { Candidate } from './demo-candidates.ts';
import type { MadePerson } from './people.ts';
import type { MadePosting } from './postings.ts';
import { chance, madeId } from './random.ts';

const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(WORLD_ENDS.getTime() - days * DAY_MS);
const monthText = (n: number) => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;

/** The states of a check that the candidates stand for, in their order; one that is asked for is the member's own. */
const STATES = ['allowed', 'released', 'refused', 'withdrawn'] as const;
const NOTE = '下一轮面试前，想请您允许做一次首轮背调，结果您先看。';

/** What a check of somebody's positions alone is computed from; colleagues' support is not made up. */
function statementsOf({ person, verified, others }: Candidate) {
  const positions = person.positions.map((one) => ({
    id: one.id,
    title: one.title,
    seniority: one.seniority,
    cityId: one.cityId,
    start: monthText(one.start),
    end: one.end === null ? null : monthText(one.end),
    companyName: one.company.zh,
    description: one.description,
    verified: verified
      .filter((row) => row.positionId === one.id)
      .map((row) => ({ method: row.method, month: row.at.toISOString().slice(0, 7), domain: row.emailDomain })),
    pool: others.get(one.id) ?? 0,
    independent: 0,
  }));
  const facts = { positions, education: [], skills: [], askedSkills: [], talk: [], resumes: [] };
  return makeStatements(facts, ['work'], WORLD_ENDS);
}

/** Checks that the recruiter asked for, one in each state, with what the candidate lets be read. */
export function demoChecks(
  seed: number,
  recruiter: MadePerson,
  posting: MadePosting,
  candidates: readonly Candidate[],
): Table[] {
  const random = chance(seed, 'demo/checks');
  const checks: Cell[][] = [];
  const statements: Cell[][] = [];
  STATES.forEach((state, i) => {
    const candidate = candidates[i];
    if (!candidate) return;
    const { person } = candidate;
    const [asked, decided] = [daysAgo(8 - i), daysAgo(6 - i)];
    const id = madeId(random, asked);
    const agreed = state === 'allowed' || state === 'released';
    checks.push([
      person.id,
      id,
      posting.id,
      posting.company.id,
      recruiter.id,
      NOTE,
      state,
      asked,
      decided,
      state === 'released' ? decided : null,
      agreed ? CONSENT.version : null,
      agreed ? ['work'] : [],
    ]);
    if (!agreed) return;
    statementsOf(candidate).forEach(({ statement, evidence }, rank) => {
      statements.push([
        person.id,
        id,
        madeId(random, decided),
        rank,
        JSON.stringify(statement),
        JSON.stringify(evidence),
      ]);
    });
  });
  return [
    {
      name: 'background_check',
      columns: [
        'member_id',
        'id',
        'posting_id',
        'company_id',
        'requested_by',
        'note',
        'state',
        'requested_at',
        'decided_at',
        'released_at',
        'consent_version',
        'sections',
      ],
      rows: checks,
    },
    {
      name: 'check_statement',
      columns: ['member_id', 'check_id', 'id', 'rank', 'statement', 'evidence'],
      rows: statements,
    },
  ];
}

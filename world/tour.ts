import { WORLD_ENDS } from './careers.ts';
import { workedTogether } from './connections.ts';
import type { Cell } from './copy-rows.ts';
import type { Table } from './demo-accounts.ts';
import type { MadePerson } from './people.ts';
import type { MadePosting } from './postings.ts';
import { chance, madeId } from './random.ts';

/** Numbers of the demo's people. */
const [MEMBER, RECRUITER, COLLEAGUE] = [0, 1, 2];
const DAY_MS = 86_400_000;

const VERIFICATION_COLUMNS = ['member_id', 'id', 'position_id', 'method', 'state', 'requested_at'];
const CONFIRMATION_COLUMNS = ['member_id', 'verification_id', 'colleague_id', 'state', 'asked_at'];

/** What waits when the tour begins: the member has asked the colleague to confirm their present position. */
export function tourVerification(seed: number, people: readonly MadePerson[]): Table[] {
  const [member, colleague] = [MEMBER, COLLEAGUE].map((n) => people.find((person) => person.n === n));
  const position = member?.positions[0];
  if (!member || !colleague || !position || !workedTogether(member, colleague)) return [];
  const at = new Date(WORLD_ENDS.getTime() - 2 * DAY_MS);
  const id = madeId(chance(seed, 'tour/verification'), at);
  return [
    {
      name: 'verification',
      columns: VERIFICATION_COLUMNS,
      rows: [[member.id, id, position.id, 'colleagues', 'pending', at]],
    },
    {
      name: 'colleague_confirmation',
      columns: CONFIRMATION_COLUMNS,
      rows: [[member.id, id, colleague.id, 'asked', at]],
    },
  ];
}

const RESUME_COLUMNS = ['member_id', 'id', 'filename', 'reading', 'created_at', 'applied_at'];
const monthText = (n: number) => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;

/** And the member's imported resume began a job four months earlier than the profile, so that a check has something to ask about. */
export function tourResume(seed: number, people: readonly MadePerson[]): Table[] {
  const member = people.find((person) => person.n === MEMBER);
  const position = member?.positions[1];
  if (!member || !position) return [];
  const at = new Date(WORLD_ENDS.getTime() - 40 * DAY_MS);
  const reading = {
    said: 'in short',
    positions: [
      {
        company: position.company.zh,
        title: position.title,
        start: monthText(position.start - 4),
        end: position.end === null ? null : monthText(position.end),
        endKnown: true,
      },
    ],
    education: [],
  };
  const id = madeId(chance(seed, 'tour/resume'), at);
  return [
    { name: 'resume_draft', columns: RESUME_COLUMNS, rows: [[member.id, id, '', JSON.stringify(reading), at, at]] },
  ];
}

const CHECK_COLUMNS = ['member_id', 'id', 'posting_id', 'company_id', 'requested_by', 'note', 'state', 'requested_at'];

/** And the recruiter has the member in a posting's pipeline, and has asked for a first-round check. */
export function tourCheck(
  seed: number,
  demo: readonly MadePerson[],
  postings: readonly MadePosting[],
): { readonly pipeline: readonly Cell[][]; readonly checks: Table } {
  const [member, recruiter] = [MEMBER, RECRUITER].map((n) => demo.find((person) => person.n === n));
  const posting = postings[0];
  const checks = { name: 'background_check', columns: CHECK_COLUMNS };
  if (!member || !recruiter || !posting) return { pipeline: [], checks: { ...checks, rows: [] } };
  const at = new Date(WORLD_ENDS.getTime() - DAY_MS);
  const id = madeId(chance(seed, 'tour/check'), at);
  const note = '聊得很好。想在下一轮面试之前，请您允许做一次首轮背调，结果您先看。';
  return {
    pipeline: [[posting.id, member.id, 'interview', recruiter.id, at, at]],
    checks: {
      ...checks,
      rows: [[member.id, id, posting.id, posting.company.id, recruiter.id, note, 'requested', at]],
    },
  };
}

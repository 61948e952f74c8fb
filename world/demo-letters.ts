import { conversationId } from '../src/outreach/index.ts';
import { WORLD_ENDS } from './careers.ts';
import type { Cell } from './copy-rows.ts';
import type { Table } from './demo-accounts.ts';
import type { MadePerson } from './people.ts';
import type { MadePosting } from './postings.ts';
import { chance, madeId } from './random.ts';

const HOUR_MS = 3_600_000;

/** Who says what, and how many hours before the world begins to run; `first` opens the conversation. */
type Line = { readonly by: 'first' | 'second'; readonly hoursAgo: number; readonly text: string };

export type Letter = {
  readonly first: MadePerson;
  readonly second: MadePerson;
  /** A recruiter's letter is about a posting; connections write about none. */
  readonly posting: MadePosting | null;
  readonly lines: readonly Line[];
  /** Who has read it to the end: whoever wrote last, and the other one unless the last line waits for them. */
  readonly waits: boolean;
  readonly declined?: boolean;
};

/** Conversations with their messages, both inboxes, and the entry in the file of whoever was written to. */
export function letterTables(seed: number, letters: readonly Letter[]): Table[] {
  const random = chance(seed, 'demo/letters');
  const rows = { conversation: [], message: [], inbox: [], disclosure: [] } as Record<string, Cell[][]>;
  const days = new Map<string, number>();
  for (const { first, second, posting, lines, waits, declined } of letters) {
    const id = conversationId({ from: first.id, to: second.id, postingId: posting?.id ?? null });
    const at = (line: Line | undefined) => new Date(WORLD_ENDS.getTime() - (line?.hoursAgo ?? 0) * HOUR_MS);
    const opened = at(lines[0]);
    const last = lines.at(-1);
    const ids = lines.map((line) => madeId(random, at(line)));
    const answers = lines.filter((line) => line.by === 'second');
    const sinceAnswer = lines.length - 1 - lines.findLastIndex((line) => line.by === 'second');
    const [company, unanswered] = posting ? [posting.company, sinceAnswer] : [null, 0];
    rows.conversation?.push([
      id,
      posting?.id ?? null,
      company?.id ?? null,
      first.id,
      opened,
      second.id,
      unanswered,
      posting && answers.length > 0 ? at(answers[0]) : null,
      declined ? at(last) : null,
    ]);
    lines.forEach((line, i) => {
      const why = posting &&
        company && {
          posting: { id: posting.id, title: posting.title },
          company: { id: company.id, name: company.zh },
          applied: false,
          score: null,
          parts: {},
          reasons: [],
          missing: [],
          introduction: null,
        };
      const outreach = i === 0 && why;
      rows.message?.push([
        id,
        ids[i] ?? '',
        line.by === 'first' ? first.id : second.id,
        outreach ? 'outreach' : 'text',
        line.text,
        JSON.stringify(outreach || {}),
        at(line),
      ]);
    });
    for (const [side, me, other] of [
      ['first', first, second],
      ['second', second, first],
    ] as const) {
      const unread = waits && last?.by !== side ? 1 : 0;
      const read = ids[ids.length - 1 - unread] ?? null;
      rows.inbox?.push([me.id, id, other.id, unread, at(last), read === null ? null : at(last), read]);
    }
    if (!posting) continue;
    const day = opened.toISOString().slice(0, 10);
    const key = `${first.id} ${day}`;
    days.set(key, (days.get(key) ?? 0) + 1);
    const shown = (surface: string, fields: readonly string[], detail: object): Cell[] => [
      second.id,
      madeId(random, opened),
      first.id,
      posting.company.id,
      posting.id,
      surface,
      fields,
      JSON.stringify(detail),
      opened,
    ];
    rows.disclosure?.push(
      shown('profile', ['card', 'summary', 'positions', 'education', 'skills', 'wishes'], {}),
      shown('message', ['card'], { conversationId: id }),
    );
  }
  return [
    {
      name: 'conversation',
      columns: [
        'id',
        'posting_id',
        'company_id',
        'opened_by',
        'opened_at',
        'member_id',
        'unanswered',
        'answered_at',
        'declined_at',
      ],
      rows: rows.conversation ?? [],
    },
    {
      name: 'message',
      columns: ['conversation_id', 'id', 'author_id', 'kind', 'body', 'detail', 'sent_at'],
      rows: rows.message ?? [],
    },
    {
      name: 'inbox',
      columns: ['member_id', 'conversation_id', 'with_id', 'unread', 'last_message_at', 'last_read_at', 'last_read_id'],
      rows: rows.inbox ?? [],
    },
    {
      name: 'disclosure',
      columns: ['member_id', 'id', 'viewer_id', 'viewer_company_id', 'posting_id', 'surface', 'fields', 'detail', 'at'],
      rows: rows.disclosure ?? [],
    },
    {
      name: 'outreach_day',
      columns: ['recruiter_id', 'day', 'conversations'],
      rows: [...days].map(([key, count]) => [...key.split(' '), count]),
    },
  ];
}

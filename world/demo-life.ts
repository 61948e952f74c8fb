import { introductionId } from '../src/outreach/index.ts';
import { WORLD_ENDS } from './careers.ts';
import type { Cell } from './copy-rows.ts';
import type { Table } from './demo-accounts.ts';
import type { Candidate } from './demo-candidates.ts';
import { demoChecks } from './demo-checks.ts';
import { type Letter, letterTables } from './demo-letters.ts';
import type { MadePerson } from './people.ts';
import type { MadePosting } from './postings.ts';

/** Numbers of the demo's people. */
const [MEMBER, RECRUITER, COLLEAGUE, SECOND_RECRUITER, ANALYST, MODERATOR, OPERATOR] = [0, 1, 2, 3, 4, 5, 6];
const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(WORLD_ENDS.getTime() - days * DAY_MS);

const line = (by: 'first' | 'second', hoursAgo: number, text: string) => ({ by, hoursAgo, text });

/** What the recruiter writes to candidates about a posting, and how each came out. */
function candidateLetters(recruiter: MadePerson, posting: MadePosting, candidates: readonly Candidate[]): Letter[] {
  const talks = [
    {
      waits: true,
      lines: [
        line('first', 120, `您好，我在${posting.company.zh}负责招聘。看到您这几年的项目，想和您聊聊我们的新职位。`),
        line('second', 96, '谢谢，方向挺对口。团队现在多大？主要做训练还是做应用？'),
        line('first', 90, '目前十二个人，训练和应用各一半，直接向技术负责人汇报。'),
        line('second', 3, '明白了。我这周四晚上方便，可以先通个电话。'),
      ],
    },
    {
      waits: false,
      lines: [
        line('first', 140, '您好，我们在扩充模型团队，您做过的规模和我们要做的很接近。'),
        line('second', 130, '可以聊。薪资范围和职位描述里写的一致吗？'),
        line('first', 128, '一致，按经验定级。我把面试流程发给您。'),
      ],
    },
    {
      waits: false,
      declined: true,
      lines: [
        line('first', 100, '您好，有一个新职位想请您看看，不急着答复。'),
        line('second', 80, '谢谢您想到我。今年刚换了项目，暂时不考虑。'),
      ],
    },
    {
      waits: true,
      lines: [line('first', 20, '您好，您这几年做的方向和我们正在做的很接近，想认识一下。')],
    },
  ];
  return talks.flatMap((talk, i) => {
    const second = candidates[i]?.person;
    return second ? [{ first: recruiter, second, posting, ...talk }] : [];
  });
}

const STAGES = ['interview', 'replied', 'declined', 'contacted'] as const;

/** The conversations of the demo's people among themselves. */
function demoLetters(people: readonly (MadePerson | undefined)[], posting: MadePosting | undefined): Letter[] {
  const [member, recruiter, colleague, analyst, operator] = [MEMBER, RECRUITER, COLLEAGUE, ANALYST, OPERATOR].map(
    (n) => people[n],
  );
  const letters: (Letter | null | undefined)[] = [
    member &&
      recruiter &&
      posting && {
        first: recruiter,
        second: member,
        posting,
        waits: true,
        lines: [
          line('first', 70, '晓溪您好，我们在做文本生成的新产品，您的经历非常贴合。方便聊聊吗？'),
          line('second', 52, '您好，方向我有兴趣。想先了解一下团队和数据的情况。'),
          line('first', 28, '当然。团队八个人，数据以自有内容为主。技术负责人这周可以和您通话。'),
          line('second', 26, '好的，周三下午可以。'),
          line('first', 24, '已约好周三下午三点。另外发起了首轮背调，结果您先看，发不发由您定。'),
        ],
      },
    member &&
      colleague && {
        first: colleague,
        second: member,
        posting: null,
        waits: false,
        lines: [
          line('first', 75, '请你确认的那段经历我看到了，下午给你点。'),
          line('second', 74, '多谢！中午一起吃饭？'),
          line('first', 73, '走，老地方。'),
        ],
      },
    member &&
      analyst && {
        first: analyst,
        second: member,
        posting: null,
        waits: true,
        lines: [line('first', 6, '智库新一期 AIGC 报告出来了，北京的占比比我想的还高。你们团队招人难吗？')],
      },
    recruiter &&
      operator && {
        first: operator,
        second: recruiter,
        posting: null,
        waits: false,
        lines: [
          line('first', 200, '贵公司的招聘席位已经开通，有问题随时找我。'),
          line('second', 198, '收到，谢谢立群。'),
        ],
      },
  ];
  return letters.filter((letter) => letter !== null && letter !== undefined);
}

type Life = {
  readonly demo: readonly MadePerson[];
  readonly candidates: readonly Candidate[];
  /** Open ones of the recruiter's company, the field's first; and of the second recruiter's. */
  readonly postings: readonly MadePosting[];
  readonly secondPostings: readonly MadePosting[];
};

/** Requests for introductions that wait: the member is asked by one recruiter, the colleague by the other about the member. */
function introductionRows({ demo, postings, secondPostings }: Life): Cell[][] {
  const asks = [
    {
      introducer: demo[MEMBER],
      recruiter: demo[SECOND_RECRUITER],
      candidate: demo[ANALYST],
      posting: secondPostings[0],
      ask: '我们想找一位懂业务的数据分析师，您和清悦认识，能帮忙介绍一下吗？',
    },
    {
      introducer: demo[COLLEAGUE],
      recruiter: demo[RECRUITER],
      candidate: demo[MEMBER],
      posting: postings[1],
      ask: '还有一个更偏应用的职位，想请您从同事的角度介绍一下晓溪。',
    },
  ];
  return asks.flatMap(({ introducer, recruiter, candidate, posting, ask }) => {
    if (!introducer || !recruiter || !candidate || !posting) return [];
    const id = introductionId({
      recruiterId: recruiter.id,
      introducerId: introducer.id,
      candidateId: candidate.id,
      postingId: posting.id,
    });
    return [[introducer.id, id, posting.id, posting.company.id, recruiter.id, candidate.id, ask, 'asked', daysAgo(1)]];
  });
}

/**
 * What has already happened when somebody first signs in: conversations, requests that wait, a check in each state, and
 * what was shown of whom, in that person's file. The same rules hold as in use: only people who may be found are written to.
 */
export function demoLife(
  seed: number,
  life: Life,
): { readonly tables: readonly Table[]; readonly pipeline: readonly Cell[][] } {
  const { demo, candidates, postings, secondPostings } = life;
  const [recruiter, posting] = [demo[RECRUITER], postings[0]];
  const letters = [
    ...demoLetters(demo, posting),
    ...(recruiter && posting ? candidateLetters(recruiter, posting, candidates) : []),
  ];
  const pipeline = STAGES.flatMap((stage, i): Cell[][] => {
    const person = candidates[i]?.person;
    return person && recruiter && posting ? [[posting.id, person.id, stage, recruiter.id, daysAgo(5), daysAgo(2)]] : [];
  });
  const saved = introductionRows(life).map((row): Cell[] => [
    row[2] ?? null,
    row[5] ?? null,
    'saved',
    row[4] ?? null,
    daysAgo(1),
    daysAgo(1),
  ]);
  const requests: Cell[][] = [
    [MEMBER, MODERATOR, '看了您在 AIGC 圈子里的讨论，想加个好友。'],
    [RECRUITER, ANALYST, '做人才报告时常用到贵公司的公开职位，想多交流。'],
  ].flatMap(([to, from, note]) => {
    const [member, asker] = [demo[Number(to)], demo[Number(from)]];
    return member && asker ? [[member.id, asker.id, String(note), 'asked', daysAgo(2)]] : [];
  });
  return {
    pipeline: [...pipeline, ...saved],
    tables: [
      ...letterTables(seed, letters),
      ...(recruiter && posting ? demoChecks(seed, recruiter, posting, candidates) : []),
      {
        name: 'introduction',
        columns: [
          'member_id',
          'id',
          'posting_id',
          'company_id',
          'recruiter_id',
          'candidate_id',
          'ask',
          'state',
          'asked_at',
        ],
        rows: introductionRows({ demo, candidates, postings, secondPostings }),
      },
      {
        name: 'connection_request',
        columns: ['member_id', 'from_id', 'note', 'state', 'asked_at'],
        rows: requests,
      },
    ],
  };
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTestContext } from '../../test/database.ts';
import { makeCircle, makeMember, makePosition } from '../../test/members.ts';
import { block } from '../graph/index.ts';
import { addRole } from '../identity/index.ts';
import { FailureError, newId } from '../platform/index.ts';
import { hotTopics } from './hot-topics.ts';
import { joinCircle, leaveCircle } from './join-circle.ts';
import { castVote, deleteOwn, reportContent } from './judge-content.ts';
import { listCirclesFor } from './list-circles.ts';
import { makeCircle as makeNewCircle } from './make-circle.ts';
import { readComments, readReplies } from './read-comments.ts';
import { readFeed } from './read-feed.ts';
import { readPost } from './read-post.ts';
import { loadReader } from './reader.ts';
import { writeComment } from './write-comment.ts';
import { writePost } from './write-post.ts';

const context = await createTestContext();
await makeCircle(context, 'careers');
const people = await Promise.all(Array.from({ length: 8 }, (_, n) => makeMember(context, `成员${n}`)));
const [author = '', reader = '', other = ''] = people;
for (const id of people) await joinCircle(context, id, 'careers');

const post = (title: string, body = '', by = author, circle = 'careers') =>
  writePost(context, by, { circle, title, body });
const feed = (memberId: string, query: Partial<Parameters<typeof readFeed>[2]> = {}) =>
  readFeed(context, memberId, { sort: 'hot', limit: 20, ...query });
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof FailureError ? error.failure.code : String(error)),
  );

async function countedAndStored(postId: string) {
  const [row, votes, comments] = await Promise.all([
    context.db.selectFrom('post').select(['score', 'comment_count']).where('id', '=', postId).executeTakeFirst(),
    context.db.selectFrom('vote').select(['target_id', 'value']).where('post_id', '=', postId).execute(),
    context.db.selectFrom('comment').selectAll().where('post_id', '=', postId).execute(),
  ]);
  const sumOf = (id: string) =>
    votes.filter((vote) => vote.target_id === id).reduce((sum, vote) => sum + vote.value, 0);
  return {
    counted: { post: row, comments: comments.map((comment) => [comment.id, comment.score]) },
    stored: {
      post: { score: sumOf(postId), comment_count: comments.filter((comment) => comment.hidden_at === null).length },
      comments: comments.map((comment) => [comment.id, sumOf(comment.id)]),
    },
  };
}

test('the feed of whoever wants nothing picked for them is by time, whatever order is asked for', async () => {
  const [older, newer] = [await post('liked'), await post('new')];
  for (const id of [reader, other]) await castVote(context, id, { postId: older.id, targetId: older.id }, 1);
  await context.db
    .insertInto('preference')
    .values({ member_id: other, desired_pay_min: null, personalised: false, updated_at: context.clock.now() })
    .onConflict((conflict) => conflict.column('member_id').doUpdateSet({ personalised: false }))
    .execute();
  const order = async (memberId: string) =>
    (await feed(memberId)).items.map((item) => item.id).filter((id) => id === older.id || id === newer.id);
  expect(await order(reader)).toEqual([older.id, newer.id]);
  expect(await order(other)).toEqual([newer.id, older.id]);
});

describe('votes and counts', () => {
  test('stay the sum of their rows, whoever votes, comments and deletes at the same moment', async () => {
    const act = fc.record({
      who: fc.integer({ min: 0, max: people.length - 1 }),
      what: fc.constantFrom('vote', 'vote', 'vote-comment', 'comment', 'delete'),
      value: fc.constantFrom<-1 | 0 | 1>(-1, 0, 1),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 40 }), async (acts) => {
        const { id: postId } = await post('并发');
        const first = await writeComment(context, author, postId, { body: '占位', replyTo: null });
        const mine = new Map<string, string[]>([[author, [first]]]);
        await Promise.all(
          acts.map(async ({ who, what, value }) => {
            const memberId = people[who] ?? '';
            if (what === 'vote') return codeOf(castVote(context, memberId, { postId, targetId: postId }, value));
            if (what === 'vote-comment') {
              return codeOf(castVote(context, memberId, { postId, targetId: first }, value));
            }
            if (what === 'comment') {
              const id = await writeComment(context, memberId, postId, { body: '在', replyTo: null });
              mine.set(memberId, [...(mine.get(memberId) ?? []), id]);
              return 'done';
            }
            const targetId = mine.get(memberId)?.pop();
            return targetId ? codeOf(deleteOwn(context, memberId, { postId, targetId })) : 'nothing';
          }),
        );
        const { counted, stored } = await countedAndStored(postId);
        expect(counted).toEqual(stored);
      }),
      { numRuns: 12 },
    );
  });

  test('the same vote twice is one vote; it can be turned and taken back', async () => {
    const { id: postId } = await post('投票');
    const target = { postId, targetId: postId };
    const scores: number[] = [];
    for (const value of [1, 1, -1, 0, 0, 1] as const) {
      scores.push((await castVote(context, reader, target, value)).score);
    }
    expect(scores).toEqual([1, 1, -1, 0, 0, 1]);
    expect((await readPost(context, reader, postId)).myVote).toBe(1);
    expect((await readPost(context, other, postId)).myVote).toBe(0);
    expect(await codeOf(castVote(context, author, target, 1))).toBe('own-content');
  });
});

describe('a post', () => {
  test('has the language and the topics of its words', async () => {
    const view = await post('Fine-tuning or retrieval first?', 'Small team. #RAG and #LLM-ops');
    expect(view).toMatchObject({ locale: 'en', topics: ['RAG', 'LLM-ops'], mine: true, score: 0 });
    expect((await post('谈薪要不要说现薪', '#谈薪#')).locale).toBe('zh');
  });

  test('is written by those who joined, and deleted by its author alone', async () => {
    const guest = await makeMember(context, '访客');
    expect(await codeOf(post('我能发吗', '', guest))).toBe('not-joined');
    const { id: postId } = await post('会删掉');
    const target = { postId, targetId: postId };
    expect(await codeOf(deleteOwn(context, reader, target))).toBe('not-yours');
    await deleteOwn(context, author, target);
    expect(await codeOf(readPost(context, author, postId))).toBe('no-such-post');
    expect(await codeOf(castVote(context, reader, target, 1))).toBe('no-such-post');
    expect(await codeOf(writeComment(context, reader, postId, { body: '在吗', replyTo: null }))).toBe('no-such-post');
    expect((await feed(reader)).items.map((item) => item.id)).not.toContain(postId);
  });

  test('and its comments are not there for whom the author has blocked, nor the other way round', async () => {
    const blocked = await makeMember(context, '被拉黑的人');
    await joinCircle(context, blocked, 'careers');
    const { id: theirs } = await post('被拉黑者的帖子', '', blocked);
    const { id: postId } = await post('作者的帖子', '', other);
    const comment = await writeComment(context, blocked, postId, { body: '拉黑之前', replyTo: null });
    await block(context, other, blocked);
    expect(await codeOf(readPost(context, blocked, postId))).toBe('no-such-post');
    expect(await codeOf(readPost(context, other, theirs))).toBe('no-such-post');
    expect((await feed(other)).items.map((item) => item.id)).not.toContain(theirs);
    expect((await feed(other, { sort: 'new' })).items.map((item) => item.id)).not.toContain(theirs);
    expect((await readComments(context, other, postId, { limit: 20 })).items).toEqual([]);
    expect((await readComments(context, reader, postId, { limit: 20 })).items.map((item) => item.id)).toEqual([
      comment,
    ]);
  });
});

describe('comments', () => {
  test('stand in threads one level deep; an answer to an answer joins its thread', async () => {
    const { id: postId } = await post('盖楼');
    const say = (body: string, replyTo: string | null = null) =>
      writeComment(context, reader, postId, { body, replyTo });
    const first = await say('一楼');
    const answer = await say('回一楼', first);
    await say('回回复', answer);
    await say('二楼');
    const { items } = await readComments(context, author, postId, { limit: 20 });
    expect(items.map((item) => [item.body, item.replies.map((reply) => reply.body)])).toEqual([
      ['一楼', ['回一楼', '回回复']],
      ['二楼', []],
    ]);
    expect(await codeOf(say('回空气', newId()))).toBe('no-such-comment');
  });

  test('a comment that is taken back leaves an empty place under which its answers stay', async () => {
    const { id: postId } = await post('占位');
    const first = await writeComment(context, reader, postId, { body: '收回', replyTo: null });
    const lone = await writeComment(context, reader, postId, { body: '也收回', replyTo: null });
    await writeComment(context, other, postId, { body: '还在', replyTo: first });
    for (const targetId of [first, lone]) await deleteOwn(context, reader, { postId, targetId });
    const { items } = await readComments(context, author, postId, { limit: 20 });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ author: null, body: null });
    expect(items[0]?.replies.map((reply) => reply.body)).toEqual(['还在']);
    expect((await readPost(context, author, postId)).commentCount).toBe(1);
  });

  test('and answers come page by page, each once', async () => {
    const { id: postId } = await post('很多评论');
    const said: string[] = [];
    for (let n = 0; n < 7; n++) said.push(await writeComment(context, reader, postId, { body: `${n}`, replyTo: null }));
    const replyTo = said[0] ?? '';
    const answers: string[] = [];
    for (let n = 0; n < 14; n++) answers.push(await writeComment(context, other, postId, { body: `答${n}`, replyTo }));
    const read: string[] = [];
    let cursor: string | null | undefined;
    while (cursor !== null) {
      const page = await readComments(context, author, postId, { limit: 3, ...(cursor && { cursor }) });
      read.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
    }
    expect(read).toEqual(said);
    const [thread] = (await readComments(context, author, postId, { limit: 3 })).items;
    const rest = await readReplies(
      context,
      author,
      { postId, commentId: replyTo },
      { limit: 50, ...(thread?.repliesCursor && { cursor: thread.repliesCursor }) },
    );
    expect([...(thread?.replies ?? []), ...rest.items].map((reply) => reply.id)).toEqual(answers);
  });

  test('are told to the author and to whoever took part, and not to whom one has blocked', async () => {
    const [asker, first, second, silent] = await Promise.all(
      ['问', '甲', '乙', '丙'].map((n) => makeMember(context, n)),
    );
    for (const id of [asker, first, second, silent]) await joinCircle(context, id ?? '', 'careers');
    const { id: postId } = await post('谁会知道', '', asker);
    const say = (by = '') => writeComment(context, by, postId, { body: '在', replyTo: null });
    await say(first);
    await block(context, first ?? '', second ?? '');
    const id = await say(second);
    const events = await context.db
      .selectFrom('outbox')
      .selectAll()
      .where('kind', '=', 'comment.made')
      .where('key', '=', postId)
      .orderBy('id', 'desc')
      .execute();
    expect(events[0]?.payload).toEqual({ commentId: id });
    expect([...(events[0]?.audience ?? [])].sort()).toEqual([asker ?? '', second ?? ''].sort());
  });
});

describe('a closed circle', async () => {
  const companyId = newId();
  await makeCircle(context, 'acme', { companyId });
  await makeCircle(context, 'alumni', { schoolId: 'zju' });
  const [verified = '', stated = '', former = '', alumna = ''] = await Promise.all(
    ['已认证', '未认证', '前同事', '校友'].map((name) => makeMember(context, name)),
  );
  await makePosition(context, verified, { companyId, companyName: 'Acme', title: '工程师', verified: true });
  await makePosition(context, stated, { companyId, companyName: 'Acme', title: '工程师' });
  await makePosition(context, former, {
    companyId,
    companyName: 'Acme',
    title: '工程师',
    end: '2022-01-01',
    verified: true,
  });
  await context.db
    .insertInto('education')
    .values({ member_id: alumna, id: newId(), school_id: 'zju', school_name: '浙江大学' })
    .execute();

  test('of a company lets in people with a verified position there, present or former; of a school its alumni', async () => {
    expect(await codeOf(joinCircle(context, verified, 'acme'))).toBe('done');
    expect(await codeOf(joinCircle(context, former, 'acme'))).toBe('done');
    expect(await codeOf(joinCircle(context, stated, 'acme'))).toBe('position-not-verified');
    expect(await codeOf(joinCircle(context, alumna, 'alumni'))).toBe('done');
    expect(await codeOf(joinCircle(context, verified, 'alumni'))).toBe('not-an-alumnus');
    expect(await codeOf(joinCircle(context, verified, 'nothing'))).toBe('no-such-circle');
  });

  test('is read by those in it alone, also by way of the post, its topic and its comments', async () => {
    const { id: postId } = await post('内部话题', '#只在里面#', verified, 'acme');
    const titles = async (memberId: string, query: Parameters<typeof feed>[1]) =>
      (await feed(memberId, query)).items.map((item) => item.title);
    expect(await titles(former, { circle: 'acme' })).toEqual(['内部话题']);
    expect(await titles(former, { topic: '只在里面' })).toEqual(['内部话题']);
    expect(await titles(stated, { topic: '只在里面' })).toEqual([]);
    expect(await codeOf(feed(stated, { circle: 'acme' }))).toBe('circle-closed');
    expect(await codeOf(readPost(context, stated, postId))).toBe('no-such-post');
    expect(await codeOf(readComments(context, stated, postId, { limit: 5 }))).toBe('no-such-post');
    expect(await codeOf(castVote(context, stated, { postId, targetId: postId }, 1))).toBe('no-such-post');
    expect(await codeOf(post('混进来', '', stated, 'acme'))).toBe('circle-closed');
    await leaveCircle(context, former, 'acme');
    expect(await codeOf(readPost(context, former, postId))).toBe('no-such-post');
  });

  test('is listed for everybody, and not counted while it is small', async () => {
    const { items } = await listCirclesFor(context, stated, { limit: 50, joined: false });
    expect(items.find((circle) => circle.slug === 'acme')).toMatchObject({ members: null, mayJoin: false });
    expect(items.find((circle) => circle.slug === 'careers')?.members).toBeGreaterThanOrEqual(8);
    const mine = await listCirclesFor(context, verified, { limit: 50, joined: true });
    expect(mine.items.map((circle) => circle.slug)).toEqual(['acme']);
    const read: string[] = [];
    let cursor: string | null | undefined;
    while (cursor !== null) {
      const page = await listCirclesFor(context, stated, { limit: 1, ...(cursor && { cursor }) });
      read.push(...page.items.map((circle) => circle.slug));
      cursor = page.nextCursor;
    }
    expect(read).toEqual(['careers', 'paging', 'acme', 'alumni']);
  });
});

describe('making a circle', () => {
  const make = (kind: 'topic' | 'company' | 'school' | 'city', of = '', nameEn = 'A circle') =>
    makeNewCircle(context, { kind, of, nameZh: '圈', nameEn, aboutZh: '', aboutEn: '' });

  test('gives it the address of its topic, city, school or company, once', async () => {
    const id = newId();
    await context.db
      .insertInto('company')
      .values({ id, name: '青禾网络', normal_name: '青禾网络', origin: 'network', created_at: context.clock.now() })
      .execute();
    expect(await make('topic', '', 'New-energy vehicles')).toBe('new-energy-vehicles');
    expect(await make('city', '深圳市')).toBe('city-shenzhen');
    expect(await make('school', '清华大学')).toBe('school-tsinghua');
    expect(await make('company', '青禾网络')).toBe(`company-${id}`);
    expect(await codeOf(make('city', 'Shenzhen'))).toBe('circle-exists');
  });

  test.each([
    ['topic', '', '圈子', 'no-address'],
    ['topic', '', 'City Beijing', 'no-address'],
    ['company', '没有这家公司', 'x', 'unknown-owner'],
    ['school', 'x', 'x', 'unknown-owner'],
    ['city', '', 'x', 'unknown-owner'],
  ] as const)('%s of "%s" called "%s" is refused: %s', async (kind, of, nameEn, code) => {
    expect(await codeOf(make(kind, of, nameEn))).toBe(code);
  });
});

describe('the feed', async () => {
  await makeCircle(context, 'paging');
  const voters = await Promise.all(Array.from({ length: 6 }, (_, n) => makeMember(context, `读者${n}`)));
  const [me = ''] = voters;
  for (const id of voters) await joinCircle(context, id, 'paging');
  const made: string[] = [];
  for (let n = 0; n < 23; n++) made.push((await post(`第${n}篇`, '', me, 'paging')).id);

  test.each(['hot', 'new'] as const)('%s: page by page each post once, while votes change', async (sort) => {
    const read: string[] = [];
    let cursor: string | null | undefined;
    while (cursor !== null) {
      const page = await feed(me, { sort, limit: 4, ...(cursor && { cursor }) });
      read.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
      // What comes last rises to the top, what was shown falls.
      for (const [n, voter] of voters.slice(1).entries()) {
        const [up = '', down = ''] = [made[(read.length * 3 + n) % made.length], read[n % read.length]];
        await castVote(context, voter, { postId: up, targetId: up }, 1);
        await castVote(context, voter, { postId: down, targetId: down }, -1);
      }
    }
    expect(read).toHaveLength(made.length);
    expect(new Set(read)).toEqual(new Set(made));
  });

  test('puts what was voted for first; who has joined nothing reads the open circles', async () => {
    const best = made[2] ?? '';
    for (const voter of voters.slice(1)) await castVote(context, voter, { postId: best, targetId: best }, 1);
    for (const id of made.filter((one) => one !== best)) {
      for (const voter of voters.slice(1)) await castVote(context, voter, { postId: id, targetId: id }, 0);
    }
    expect((await feed(me)).items[0]?.id).toBe(best);
    const newcomer = await makeMember(context, '新人');
    const circles = new Set((await feed(newcomer, { limit: 100 })).items.map((item) => item.circle.slug));
    expect(circles).toEqual(new Set(['careers', 'paging']));
    expect(await codeOf(feed(me, { cursor: 'nonsense' }))).toBe('bad-cursor');
  });
});

test('a topic is hot when five people took part, and counts each of them once', async () => {
  const topics = async () => (await hotTopics(context, await loadReader(context, reader))).items;
  const { id: postId } = await post('大家怎么看', '#热议#');
  await post('再聊聊', '#热议#');
  for (const id of people.slice(1, 4)) {
    for (const body of ['一', '二']) await writeComment(context, id, postId, { body, replyTo: null });
  }
  expect((await topics()).map((row) => row.topic)).not.toContain('热议');
  await writeComment(context, people[4] ?? '', postId, { body: '三', replyTo: null });
  expect((await topics()).find((row) => row.topic === '热议')).toEqual({ topic: '热议', posts: 2, people: 5 });
  expect((await feed(reader, { topic: '热议' })).items.map((item) => item.title).sort()).toEqual([
    '再聊聊',
    '大家怎么看',
  ]);
});

test('a report is kept once for each reporter and thing, and nobody reports themself', async () => {
  const { id: postId } = await post('广告');
  const report = (by: string) => reportContent(context, by, postId, { targetId: postId, reason: 'spam', note: '' });
  const moderator = await makeMember(context, '管理员');
  await addRole(context, moderator, 'moderator', null);
  await Promise.all([report(reader), report(reader), report(other)]);
  const events = await context.db
    .selectFrom('outbox')
    .select('audience')
    .where('kind', '=', 'content.reported')
    .execute();
  expect(events.map((event) => event.audience)).toEqual([[moderator], [moderator]]);
  expect(await codeOf(report(author))).toBe('own-content');
  const rows = await context.db.selectFrom('content_report').selectAll().where('target_id', '=', postId).execute();
  expect(rows.map((row) => [row.reporter_id, row.state]).sort()).toEqual(
    [
      [reader, 'open'],
      [other, 'open'],
    ].sort(),
  );
});

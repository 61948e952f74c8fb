import { z } from 'zod';
import { findMentions } from '../../language/index.ts';
import { type Context, readSetting, type StoredEvent, writeSetting } from '../../platform/index.ts';
import {
  authorOf,
  keepValued,
  nextValued,
  readCareers,
  readVotes,
  readWritten,
  type ValuedRow,
  votedFor,
  type Written,
} from './valued-store.ts';
import { type Voter, worthOfVotes } from './worth-of-votes.ts';

const BATCH = 50;
/** Less than one vote in full says nothing. */
const LEAST = 1;
const DONE = 'valued-answers';
const EVERY = 24 * 3_600_000;
const SOON = 5_000;

/** Reads anew what peers valued of what these people wrote, skill by skill, a fixed number of queries for all of them. */
export async function valueAnswers(context: Context, authorIds: readonly string[]): Promise<void> {
  if (authorIds.length === 0) return;
  const written = await readWritten(context.db, authorIds);
  const [votes, mutual] = await Promise.all([readVotes(context.db, written), votedFor(context.db, authorIds)]);
  const { companiesOf, verified } = await readCareers(context.db, [
    ...new Set([...authorIds, ...votes.map((row) => row.member_id)]),
  ]);
  const votesOn = Map.groupBy(votes, (row) => row.target_id);
  const rows: ValuedRow[] = [];
  for (const [authorId, own] of Map.groupBy(written, (row) => row.authorId)) {
    const at = new Set(companiesOf(authorId));
    const voterOf = (id: string, sum: number): Voter => ({
      favours: sum > 0,
      verified: verified.has(id),
      colleague: companiesOf(id).some((company) => at.has(company)),
      mutual: mutual.has(`${authorId} ${id}`),
      companyId: companiesOf(id)[0] ?? null,
    });
    for (const [skill, about] of bySkill(own)) {
      const sums = new Map<string, number>();
      for (const { targetId } of about) {
        for (const vote of votesOn.get(targetId) ?? []) {
          sums.set(vote.member_id, (sums.get(vote.member_id) ?? 0) + vote.value);
        }
      }
      const voters = [...sums].flatMap(([id, sum]) => (sum === 0 || id === authorId ? [] : [voterOf(id, sum)]));
      const worth = worthOfVotes(voters);
      const best = [...about].sort((a, b) => b.score - a.score || (a.targetId < b.targetId ? -1 : 1))[0];
      if (worth < LEAST || !best) continue;
      const inFavour = voters.filter(({ favours }) => favours).length;
      const points = Math.round(10 * worth);
      rows.push({ member_id: authorId, skill, voters: inFavour, points, post_id: best.postId });
    }
  }
  await keepValued(context, authorIds, rows);
}

function bySkill(written: readonly Written[]): Map<string, Written[]> {
  const found = new Map<string, Written[]>();
  for (const one of written) {
    for (const skill of new Set(findMentions(one.text, ['skill']).map(({ id }) => id))) {
      const about = found.get(skill);
      if (about) about.push(one);
      else found.set(skill, [one]);
    }
  }
  return found;
}

const targeted = z.object({ targetId: z.uuid().optional(), commentId: z.uuid().optional() });
const TOLD = new Set(['vote.changed', 'post.hidden', 'comment.hidden']);

/** Follows votes, and what is taken away: whoever wrote it is read anew. Other events change nothing. */
export async function followVotes(context: Context, event: StoredEvent): Promise<void> {
  if (!TOLD.has(event.kind)) return;
  const { targetId, commentId } = targeted.safeParse(event.payload).data ?? {};
  const authorId = await authorOf(context.db, event.key, targetId ?? commentId ?? event.key);
  if (authorId !== undefined) await valueAnswers(context, [authorId]);
}

/** Everybody's, from the votes as they are. */
export async function valueAllAnswers(context: Context): Promise<void> {
  for (let after: string | null = null; ; ) {
    const ids: string[] = await nextValued(context.db, after, BATCH);
    await valueAnswers(context, ids);
    after = ids.at(-1) ?? null;
    if (ids.length < BATCH) break;
  }
  await writeSetting(context.db, DONE, { at: context.clock.now().toISOString() });
}

/** Values everybody's answers where that was never done, and anew once a day: who works where, and who votes for whom, changes too. */
export function keepValuing(context: Context): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  const run = (work: () => Promise<void>) => {
    running = running
      .then(work)
      .catch((error: unknown) => context.log.warn('answers could not be valued', { error: String(error) }));
  };
  const first = setTimeout(
    () => run(async () => ((await readSetting(context.db, DONE, z.object({}))) ? undefined : valueAllAnswers(context))),
    SOON,
  ).unref();
  const daily = setInterval(() => run(() => valueAllAnswers(context)), EVERY).unref();
  return {
    async stop() {
      clearTimeout(first);
      clearInterval(daily);
      await running;
    },
  };
}

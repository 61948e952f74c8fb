import { type Context, fail } from '../platform/index.ts';
import { circleBySlug, setMembership } from './circle-store.ts';
import { mayJoin } from './policy.ts';
import { noSuchCircle } from './read-feed.ts';
import { loadReader } from './reader.ts';

/** Joins a circle, if it is for the member; joining twice changes nothing. */
export async function joinCircle(context: Context, memberId: string, slug: string): Promise<void> {
  const [reader, circle] = await Promise.all([loadReader(context, memberId), circleBySlug(context.db, slug)]);
  if (!circle) throw noSuchCircle();
  if (!mayJoin(reader, circle)) {
    throw circle.kind === 'company'
      ? fail('forbidden', 'position-not-verified', {
          zh: '公司圈只对在这家公司有已认证任职的成员开放：请先认证这段任职',
          en: "A company's circle is for people with a verified position there: verify yours first",
        })
      : fail('forbidden', 'not-an-alumnus', {
          zh: '校友圈只对填写了这所学校教育经历的成员开放',
          en: "A school's circle is for people who state education there",
        });
  }
  await setMembership(context, circle.id, memberId, true);
}

/** Leaves a circle; leaving one that was not joined changes nothing. */
export async function leaveCircle(context: Context, memberId: string, slug: string): Promise<void> {
  const circle = await circleBySlug(context.db, slug);
  if (!circle) throw noSuchCircle();
  await setMembership(context, circle.id, memberId, false);
}

import { expect, test } from 'vitest';
import { relativeTime } from './network-time.ts';

const now = new Date('2023-03-31T12:00:00');
const before = (ms: number) => new Date(now.getTime() - ms);
const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

test.each([
  [before(0), '', ''],
  [before(59_000), '', ''],
  [before(MINUTE), '1 min. ago', '1分钟前'],
  [before(59 * MINUTE), '59 min. ago', '59分钟前'],
  [before(HOUR), '1 hr. ago', '1小时前'],
  [before(23.9 * HOUR), '23 hr. ago', '23小时前'],
  [before(DAY), 'yesterday', '昨天'],
  [before(6 * DAY), '6 days ago', '6天前'],
  [before(7 * DAY), 'Mar 24', '3月24日'],
  [before(100 * DAY), 'Dec 21, 2022', '2022年12月21日'],
  [before(-HOUR), '', ''],
])('%s', (then, en, zh) => {
  expect(relativeTime(then, now, 'en')).toBe(en);
  expect(relativeTime(then, now, 'zh-CN')).toBe(zh);
});

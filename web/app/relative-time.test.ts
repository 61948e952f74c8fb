import { expect, test } from 'vitest';
import { relativeTime } from './relative-time.ts';

const NOW = Date.parse('2023-03-31T01:00:00Z');
const ago = (seconds: number, language: string) =>
  relativeTime(new Date(NOW - seconds * 1_000).toISOString(), NOW, language);

test.each([
  [59, null, null],
  [-500, null, null],
  [60, '1 minute ago', '1分钟前'],
  [3 * 3_600 + 59 * 60, '3 hours ago', '3小时前'],
  [86_400 * 29, '29 days ago', '29天前'],
  [86_400 * 60, '2 months ago', '2个月前'],
  [86_400 * 800, '2 years ago', '2年前'],
])('%i seconds', (seconds, en, zh) => {
  expect(ago(seconds, 'en')).toBe(en);
  expect(ago(seconds, 'zh-CN')).toBe(zh);
});

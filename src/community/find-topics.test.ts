import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findTopics, inKnownSpelling, MOST_TOPICS } from './find-topics.ts';

test.each([
  ['#AI热潮下,哪些岗位不建议入行了# 表弟问我', ['AI热潮下,哪些岗位不建议入行了']],
  ['Retrieval or fine-tuning? #RAG #LLM-ops', ['RAG', 'LLM-ops']],
  ['#AIGC# 和 #aigc 是一回事', ['AIGC']],
  ['全角 #ＡＩＧＣ# 也一样 #AIGC#', ['AIGC']],
  ['句中,#谈薪#怎么谈', ['谈薪']],
  ['#職業發展# 与 #职业发展#', ['職業發展']],
  ['我们的 #1 目标;C# 与 F# 不是话题', []],
  ['没有话题', []],
])('%s', (text, topics) => {
  expect(findTopics(text)).toEqual(topics);
});

test('are few, short, and different, whatever the text', () => {
  const bit = fc.constantFrom('#', '话', '题', 'ai', 'AI', ' ', '\n', '1', '-', '##');
  fc.assert(
    fc.property(fc.array(bit, { maxLength: 80 }), (bits) => {
      const topics = findTopics(bits.join(''));
      expect(topics.length).toBeLessThanOrEqual(MOST_TOPICS);
      expect(new Set(topics.map((topic) => topic.toLowerCase())).size).toBe(topics.length);
      for (const topic of topics) {
        expect(topic).toBe(topic.trim());
        expect(topic).not.toContain('#');
        expect([...topic].length).toBeLessThanOrEqual(40);
        expect(topic).not.toBe('');
      }
    }),
  );
});

test('take the spelling that is in use', () => {
  expect(inKnownSpelling(['aigc', '转型'], ['AIGC', '谈薪'])).toEqual(['AIGC', '转型']);
});

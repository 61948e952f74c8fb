import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCareerEntities } from './index.ts';

const found = (sentence: string) => findCareerEntities(sentence).map(({ kind, text }) => `${kind} ${text}`);

describe('entities in Chinese biographies', () => {
  it.each([
    ['李志远先生，1970年出生，大学本科学历，高级工程师。', ['NAME 李志远', 'EDU 大学本科学历', 'TITLE 高级工程师']],
    [
      '2001年3月至2008年6月任样本钢铁集团有限公司财务处副处长、总会计师。',
      ['ORG 样本钢铁集团有限公司', 'TITLE 财务处副处长', 'TITLE 总会计师'],
    ],
    ['现任示例股份有限公司董事长兼总经理。', ['ORG 示例股份有限公司', 'TITLE 董事长', 'TITLE 总经理']],
    ['1999年在样本机床厂工作，历任技术员、厂长助理。', ['ORG 样本机床厂', 'TITLE 技术员', 'TITLE 厂长助理']],
    ['王敏：女，会计学硕士，曾任某市财政局局长。', ['NAME 王敏', 'EDU 硕士', 'ORG 某市财政局', 'TITLE 局长']],
    ['对此不承担责任，也不委任代理人。', []],
  ])('%s', (sentence, entities) => {
    expect(found(sentence)).toEqual(entities);
  });

  it('are slices of the sentence, in order, whatever the sentence', () => {
    const words = fc.constantFrom(
      '任',
      '公司',
      '有限责任公司',
      '董事',
      '、',
      '兼',
      '，',
      '先生',
      '张伟',
      '2001年',
      '至',
      '（',
      '）',
      '硕士',
      '大学',
      '的',
      '。',
      'a ',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (parts) => {
        const sentence = parts.join('');
        const entities = findCareerEntities(sentence);
        for (const { start, end, text } of entities) expect(sentence.slice(start, end)).toBe(text);
        expect(entities.map((entity) => entity.start)).toEqual(
          entities.map((entity) => entity.start).sort((a, b) => a - b),
        );
      }),
    );
  });
});

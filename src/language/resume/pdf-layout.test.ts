import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PdfRun, readingOrder } from './pdf-layout.ts';
import { headingKind } from './section-headings.ts';

const isHeading = (text: string) => headingKind(text) !== null;
const run = (text: string, x: number, y: number, size = 10): PdfRun => ({
  text,
  x,
  y,
  size,
  width: text.length * size * (/[一-龥]/.test(text) ? 1 : 0.5),
});
const read = (...pages: PdfRun[][]) =>
  readingOrder(
    pages.map((runs) => ({ width: 600, height: 800, runs })),
    isHeading,
  );
const texts = (...pages: PdfRun[][]) =>
  read(...pages)
    .lines.map((line) => line.text)
    .filter((text) => text !== '');

const left = ['技能', 'Java', 'Go', 'SQL', '语言', '英语'].map((text, index) => run(text, 40, 100 + index * 17));
const right = ['工作经历', '示例公司', '工程师', '做了一些事', '教育背景', '示例大学', '本科'].map((text, index) =>
  run(text, 250, 105 + index * 23),
);

describe('the order of a page', () => {
  it('two columns are read one after the other, whatever order the file draws them in', () => {
    const expected = [...left, ...right].map((item) => item.text);
    fc.assert(
      fc.property(fc.shuffledSubarray([...left, ...right], { minLength: 13 }), (runs) => {
        expect(texts(runs)).toEqual(expected);
      }),
    );
  });

  it('columns that go on over the page stay together', () => {
    const more = ['后来', '另一公司', '经理', '再后来', '又一公司'].map((text, index) =>
      run(text, 250, 60 + index * 23),
    );
    const moreLeft = ['证书', '甲', '乙', '丙'].map((text, index) => run(text, 40, 66 + index * 17));
    const all = texts([...left, ...right], [...more, ...moreLeft]);
    expect(all.indexOf('证书')).toBeLessThan(all.indexOf('工作经历'));
    expect(all.indexOf('本科') + 1).toBe(all.indexOf('后来'));
  });

  it('a margin of dates stays with the lines beside it', () => {
    const rows = ['示例公司', '样本公司', '某公司', '另一公司', '其他公司'].flatMap((text, index) => [
      run(`201${index}.01-201${index + 1}.01`, 40, 100 + index * 20),
      run(text, 200, 100 + index * 20),
    ]);
    expect(texts(rows)[0]).toBe('2010.01-2011.01\t示例公司');
    expect(read(rows).columns).toBe(false);
  });

  it('cells that wrap are joined in their row', () => {
    const rows = [
      run('2010.01-2012.01', 40, 110),
      run('某某样本科技', 200, 103),
      run('有限公司', 200, 117),
      run('工程师', 400, 110),
    ];
    expect(texts(rows)).toEqual(['2010.01-2012.01\t某某样本科技有限公司\t工程师']);
  });

  it('page numbers and a header on every page are no text of the resume', () => {
    const page = (number: number) => [
      run('某人的简历', 250, 20),
      run(`正文${number}`, 40, 300),
      run(`第 ${number} 页 共 2 页`, 260, 780),
    ];
    expect(texts(page(1), page(2))).toEqual(['某人的简历', '正文1', '正文2']);
  });

  it('no letter is lost or made up', () => {
    const runs = fc.array(
      fc.record({
        text: fc.constantFrom('甲', 'abc', '乙丙', 'd'),
        x: fc.integer({ min: 0, max: 500 }),
        y: fc.integer({ min: 100, max: 700 }),
        size: fc.constantFrom(8, 10, 20),
      }),
      { maxLength: 40 },
    );
    const letters = (words: string[]) => Array.from(words.join('').replaceAll(/\s/g, '')).sort().join('');
    fc.assert(
      fc.property(runs, (items) => {
        // Runs far enough apart not to be the same words drawn twice.
        const apart = items.map((item, index) => run(item.text, item.x, 100 + index * 30, item.size));
        expect(letters(texts(apart))).toBe(letters(apart.map((item) => item.text)));
      }),
    );
  });
});

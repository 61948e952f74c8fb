import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexLabels } from './label-index.ts';
import { createLabelRanker } from './rank-labels.ts';
import { readLabelFile } from './read-label-file.ts';
import { parseThesaurus } from './thesaurus.ts';
import { foldTitle, rootOf, stemTitleWord, titleTokens } from './title-tokens.ts';
import { titleVariants } from './title-variants.ts';
import { columnVectors } from './truncated-svd.ts';

const spoken = (title: string) => titleVariants(title).map(({ tokens }) => tokens.map((token) => token.stem).join(' '));

describe('a title', () => {
  test.each([
    ['Cooks, Fast Food', ['fast food cook']],
    ['Engineers, All Other', ['engineer']],
    ['Physicians, except surgeons', ['physician']],
    ['Painters, Sculptors, and Illustrators', ['painter sculptor illustrator', 'painter', 'sculptor', 'illustrator']],
    ['Bill and Account Collectors', ['bill account collector', 'bill collector', 'account collector']],
    ['Senior Software Engineer (m/f/d)', ['senior software engineer']],
  ])('%s is read as %j', (title, expected) => {
    expect(spoken(title)).toEqual(expected);
  });

  test.each([
    ['saleswomen', 'salesman'],
    ['colours', 'color'],
    ['secretaries', 'secretary'],
    ['constructors', 'constructor'],
    ['mechanics', 'mechanic'],
    ['physics', 'physics'],
  ])('%s counts as %s', (word, stem) => {
    expect(stemTitleWord(word)).toBe(stem);
  });

  test('words of one family share a root', () => {
    expect(rootOf('accountancy')).toBe(rootOf('accountant'));
    expect(rootOf('psychiatric')).toBe(rootOf('psychiatrist'));
  });

  test('the head stands before what it is the head of', () => {
    const heads = (title: string) =>
      titleTokens(foldTitle(title)).flatMap(({ stem, isHead }) => (isHead ? [stem] : []));
    expect(heads('inspector of precision instruments')).toEqual(['inspector']);
    expect(heads('forklift operator')).toEqual(['operator']);
  });
});

describe('a label file', () => {
  test('is read with its bad lines told by number', () => {
    const { labels, bad } = readLabelFile(
      '\uFEFFid\tlabel\r\n1\tbaker\r\n\r\nno tab\n\tnameless\n2\t \n1\tbaker\n1\tbread maker\textra\n',
    );
    expect(labels).toEqual([
      { id: '1', label: 'baker' },
      { id: '1', label: 'bread maker' },
    ]);
    expect(bad).toEqual([
      { line: 4, reason: 'no-tab' },
      { line: 5, reason: 'no-id' },
      { line: 6, reason: 'no-label' },
    ]);
  });
});

const FILE = [
  ['lawyer', 'lawyer'],
  ['lawyer', 'solicitor'],
  ['lawyer', 'legal adviser'],
  ['baker', 'baker'],
  ['baker', 'bread maker'],
  ['care', 'healthcare assistant'],
  ['care', 'care worker'],
  ['driver', 'lorry driver'],
  ['driver', 'cargo vehicle driver'],
  ['taxi', 'taxi driver'],
  ['taxi', 'cab driver'],
] as const;
const labels = FILE.map(([id, label]) => ({ id, label }));

describe('the ranked labels', () => {
  const rank = createLabelRanker(labels);

  test.each([
    ['Attorneys', 'lawyer'],
    ['Nursing aides', 'care'],
    ['Truck Drivers, Heavy', 'driver'],
    ['cabdriver', 'taxi'],
    ['backer', 'baker'],
  ])('%s is first of all a %s', (title, id) => {
    expect(rank(title, 5)[0]?.id).toBe(id);
  });

  test.each([
    ['律师', 'lawyer'],
    ['货车司机', 'driver'],
    ['面包师', 'baker'],
  ])('a Chinese title finds English labels: %s', (title, id) => {
    expect(rank(title, 5)[0]?.id).toBe(id);
  });

  test('an English title finds Chinese labels, and a Chinese one too', () => {
    const chinese = createLabelRanker([
      { id: '1', label: '律师' },
      { id: '2', label: '货车司机' },
      { id: '3', label: '软件开发工程师' },
    ]);
    expect(chinese('Attorneys', 3)[0]?.id).toBe('1');
    expect(chinese('truck driver', 3)[0]?.id).toBe('2');
    expect(chinese('软件工程师', 3)[0]?.id).toBe('3');
  });

  test('of one id stand together, the nearest first', () => {
    expect(
      rank('cab driver', 4)
        .map(({ label }) => label)
        .slice(0, 2),
    ).toEqual(['cab driver', 'taxi driver']);
  });

  test('labels of one id teach each other’s words', () => {
    const taught = createLabelRanker(
      [
        ['1', 'zorbing guide'],
        ['1', 'ball rolling guide'],
        ['1', 'zorbing leader'],
        ['1', 'ball rolling leader'],
        ['2', 'cheese taster'],
        ['2', 'cheese judge'],
        ['3', 'zorbing chief'],
        ['3', 'zorbing head of site'],
      ].map(([id = '', label = '']) => ({ id, label })),
      parseThesaurus(''),
    );
    const chief = taught('rolling chief', 8).map(({ id }) => id);
    expect(chief.indexOf('3')).toBeLessThan(chief.indexOf('2') < 0 ? 99 : chief.indexOf('2'));
  });

  test('nothing that is like no label gives no results', () => {
    expect(rank('', 5)).toEqual([]);
    expect(rank('§§§', 5)).toEqual([]);
  });

  test('hold to their rules for any title and file', () => {
    const word = fc.constantFrom(
      'baker',
      'driver',
      'of',
      'and',
      ',',
      '工程师',
      '会计',
      'x',
      '—',
      '(m/f)',
      'constructor',
      '__proto__',
    );
    const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(
        fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), label: text }), { maxLength: 12 }),
        text,
        fc.integer({ min: 1, max: 12 }),
        (file, title, top) => {
          const results = createLabelRanker(file)(title, top);
          expect(results.length).toBeLessThanOrEqual(Math.min(top, file.length));
          expect(createLabelRanker(file)(title, top)).toEqual(results);
          for (const [at, result] of results.entries()) {
            expect(file).toContainEqual({ id: result.id, label: result.label });
            if (at > 0) expect(result.score).toBeLessThan(results[at - 1]?.score ?? 0);
          }
          const runs = results.filter(({ id }, at) => id !== results[at - 1]?.id).map(({ id }) => id);
          expect(new Set(runs).size).toBe(runs.length);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('vectors of columns', () => {
  test('have the columns’ dot products where the rank suffices', () => {
    const cell = fc.integer({ min: -3, max: 3 });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 6 }), (matrix) => {
        const vectors = columnVectors(
          matrix.map((row) => ({ columns: [0, 1, 2, 3], values: row })),
          4,
          4,
        );
        for (let a = 0; a < 4; a++)
          for (let b = 0; b < 4; b++) {
            const exact = matrix.reduce((sum, row) => sum + (row[a] ?? 0) * (row[b] ?? 0), 0);
            const near = vectors[a]?.reduce((sum, value, k) => sum + value * (vectors[b]?.[k] ?? 0), 0);
            expect(near).toBeCloseTo(exact, 4);
          }
      }),
      { numRuns: 50 },
    );
  });
});

test('an index numbers words and concepts', () => {
  const index = indexLabels(labels);
  expect(index.rowsOfConcept.map((rows) => rows.length)).toEqual([3, 2, 2, 2, 2]);
  const driver = index.words.get('driver') ?? -1;
  expect(index.postings[driver]).toEqual([7, 8, 9, 10]);
  expect(index.headness[driver]).toBe(1);
});

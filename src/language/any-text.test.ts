import { describe, expect, test } from 'vitest';
import { readPosting, readResume, resumeEntities } from './index.ts';
import { createLabelRanker } from './titles/index.ts';

/** Pieces on whose repetition a careless pattern runs for hours: the suite's own time limit is the bound. */
const PIECES =
  'a| |1|中|，|\n|a |1-|team of |带过|来自|1年|manage a |(|金融、|A b |1,|senior |lead the |招|做|B.A. |bachelor in a |\t|- |at |.|字节、|不要 |是|的|Java a '.split(
    '|',
  );
const SIZE = 100_000;

describe('100,000 characters of one thing', () => {
  test.each(PIECES)('%j end in a reading', (piece) => {
    const text = piece.repeat(Math.ceil(SIZE / piece.length));
    expect(readPosting(text).sourceText).toBe(text);
    const resume = readResume(text);
    for (const { start, end, text: slice } of resumeEntities(resume))
      expect(resume.sourceText.slice(start, end)).toBe(slice);
    expect(createLabelRanker([{ id: '1', label: 'baker' }])(text, 5).length).toBeLessThanOrEqual(1);
  });
});

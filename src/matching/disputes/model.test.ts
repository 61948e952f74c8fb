import { expect, test } from 'vitest';
import { standingBeside } from './model.ts';

const said = (en: string) => ({ zh: en, en });
const dispute = (en: string | null) => ({
  part: 'skills' as const,
  said: en === null ? null : said(en),
  because: 'no',
  at: '2023-03-31T00:00:00.000Z',
});
const reason = (en: string) => ({ part: 'skills' as const, text: said(en) });

test('a dispute stays beside its sentence when only what is near has been learned anew', () => {
  const [one] = [dispute('Has 1 of the 2 skills asked for: C++; close to it: Java (Go asked for)')];
  expect(
    standingBeside([one], [reason('Has 1 of the 2 skills asked for: C++; close to it: Rust (Go asked for)')]),
  ).toEqual([one]);
  expect(standingBeside([one], [reason('Has 1 of the 2 skills asked for: C++')])).toEqual([one]);
});

test('it goes when the sentence says something else, or the part is no longer told; one of a figure stays', () => {
  expect(
    standingBeside(
      [dispute('Has 1 of the 2 skills asked for: C++')],
      [reason('Has 2 of the 2 skills asked for: C++, Go')],
    ),
  ).toEqual([]);
  expect(standingBeside([dispute('Lives in Beijing')], [])).toEqual([]);
  expect(standingBeside([dispute(null)], [])).toHaveLength(1);
});

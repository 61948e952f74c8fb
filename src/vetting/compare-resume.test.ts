import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ResumeStatement } from '../talent/index.ts';
import { differencesFrom, educationDiffers, isAboutSame } from './compare-resume.ts';

const month = fc
  .integer({ min: 2015 * 12, max: 2023 * 12 })
  .map((n) => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`);
const position = fc.record({
  companyName: fc.constantFrom('云栈智能', '晨帆科技有限公司', 'Northline Inc'),
  title: fc.constantFrom('高级算法工程师', '算法工程师', '产品总监'),
  start: month,
  end: fc.option(month),
});
const saying = (
  positions: readonly { companyName: string; title: string; start: string; end: string | null }[],
): ResumeStatement => ({
  said: 'in short',
  positions: positions.map(({ companyName, ...row }) => ({ company: companyName, ...row, endKnown: true })),
  education: [],
});
const base = { companyName: '晨帆科技', title: '高级算法工程师', start: '2019-07', end: '2021-06' };
const against = (said: Partial<Omit<typeof base, 'end'> & { end: string | null }>, readOn = '2023-03') =>
  differencesFrom(base, saying([{ ...base, ...said }]), readOn).map((one) => one.what);

describe('a resume', () => {
  test('that says what the profile says contradicts nothing, whatever else it says or leaves out', () => {
    fc.assert(
      fc.property(fc.array(position, { maxLength: 4 }), position, fc.nat(4), (others, own, drop) => {
        const elsewhere = others.filter((one) => one.companyName !== own.companyName);
        const all = [...elsewhere, own];
        expect(differencesFrom(own, saying(all), '2023-03')).toEqual([]);
        expect(differencesFrom(own, saying(elsewhere.slice(0, drop)), '2023-03')).toEqual([]);
      }),
    );
  });

  test('is held to months that are more than one apart, to years where it gives years', () => {
    expect(isAboutSame('2019-07', '2019-08')).toBe(true);
    expect(isAboutSame('2019-07', '2019-09')).toBe(false);
    expect([
      against({ start: '2019-08' }),
      against({ start: '2019-02' }),
      against({ start: '2019' }),
      against({ start: '2018' }),
    ]).toEqual([[], ['start'], [], ['start']]);
    expect([against({ end: '2022-01' }), against({ title: '产品总监' })]).toEqual([['end'], ['title']]);
  });

  test('that called a job its present one is right as long as the job lasted then', () => {
    expect([against({ end: null }, '2021-05'), against({ end: null }, '2023-03')]).toEqual([[], ['end']]);
  });

  test('with several jobs at a company is compared by the nearest first month', () => {
    const earlier = { ...base, start: '2014-01', end: '2015-01' };
    expect(differencesFrom(base, saying([earlier, base]), '2023-03')).toEqual([]);
  });
});

describe('a degree', () => {
  const own = { schoolId: 'zju', schoolName: '浙江大学', degree: 'master', endYear: 2018 };
  const said = (degree: string | null, end: string | null, schoolId: string | null = 'zju') =>
    educationDiffers(own, {
      said: 'in short',
      positions: [],
      education: [{ school: '浙江大学', schoolId, degree, end }],
    });
  test('differs in its year or in itself, and not where one of the two is silent', () => {
    expect([
      said('master', '2018-06'),
      said(null, null),
      said('doctor', '2022'),
      said('master', '2018', 'pku'),
    ]).toEqual([null, null, null, null]);
    expect([said('master', '2019'), said('bachelor', '2018')]).toEqual([
      { degree: null, end: '2019' },
      { degree: 'bachelor', end: null },
    ]);
  });
});

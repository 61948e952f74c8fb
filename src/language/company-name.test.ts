import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseCompanyName } from './company-name.ts';

test.each([
  ['星河智能科技(北京)有限公司', '星河智能科技'],
  ['星河智能科技有限公司', '星河智能科技'],
  ['Bluewave Software Co., Ltd.', 'bluewavesoftware'],
  ['BlueWave  Software Inc', 'bluewavesoftware'],
  ['有限公司', '有限公司'],
])('%s is %s', (name, normal) => {
  expect(normaliseCompanyName(name)).toBe(normal);
});

test('a name that is normal already stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const once = normaliseCompanyName(name);
      expect(normaliseCompanyName(once).length).toBeLessThanOrEqual(once.length);
    }),
  );
});

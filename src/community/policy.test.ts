import { describe, expect, test } from 'vitest';
import type { Reader } from './model.ts';
import { isOpen, mayJoin, mayPost, mayRead, mayTakePart, publicCount } from './policy.ts';

const reader = (
  of: Partial<Record<'circleIds' | 'verifiedCompanyIds' | 'schoolIds' | 'blocked', string[]>>,
): Reader => ({
  id: 'me',
  circleIds: new Set(of.circleIds),
  verifiedCompanyIds: new Set(of.verifiedCompanyIds),
  schoolIds: new Set(of.schoolIds),
  blocked: new Set(of.blocked),
});
const circle = (kind: 'topic' | 'company' | 'school' | 'city') => ({
  id: 'circle',
  kind,
  company_id: kind === 'company' ? 'acme' : null,
  school_id: kind === 'school' ? 'zju' : null,
});
const stranger = reader({});
const colleague = reader({ verifiedCompanyIds: ['acme'] });
const alumna = reader({ schoolIds: ['zju'] });

describe('who may join, read and write in a circle', () => {
  test.each([
    // kind, a stranger joins, a colleague joins, an alumna joins, a stranger reads
    ['topic', true, true, true, true],
    ['city', true, true, true, true],
    ['company', false, true, false, false],
    ['school', false, false, true, false],
  ] as const)('%s', (kind, strangerJoins, colleagueJoins, alumnaJoins, strangerReads) => {
    expect(mayJoin(stranger, circle(kind))).toBe(strangerJoins);
    expect(mayJoin(colleague, circle(kind))).toBe(colleagueJoins);
    expect(mayJoin(alumna, circle(kind))).toBe(alumnaJoins);
    expect(mayRead(stranger, circle(kind))).toBe(strangerReads);
    expect(isOpen(circle(kind))).toBe(strangerReads);
    const joined = reader({ circleIds: ['circle'] });
    expect(mayRead(joined, circle(kind))).toBe(true);
    expect(mayPost(joined, circle(kind))).toBe(true);
    expect(mayPost(stranger, circle(kind))).toBe(false);
  });

  test('belonging to a closed circle is not enough to read it: one joins first, and is counted', () => {
    expect(mayRead(colleague, circle('company'))).toBe(false);
  });

  test('a closed circle that names no company is for nobody', () => {
    expect(mayJoin(colleague, { ...circle('company'), company_id: null })).toBe(false);
  });

  test('those who blocked one another do not take part in each other’s conversations', () => {
    expect(mayTakePart(stranger, circle('topic'), 'author')).toBe(true);
    expect(mayTakePart(reader({ blocked: ['author'] }), circle('topic'), 'author')).toBe(false);
  });
});

test('groups of fewer than five are not counted in public', () => {
  expect([0, 4, 5, 6].map(publicCount)).toEqual([null, null, 5, 6]);
});

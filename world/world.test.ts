import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LAST_MONTH, WORLD_ENDS } from './careers.ts';
import { makeCompanies } from './companies.ts';
import { makeConnections, workedTogether } from './connections.ts';
import { DEMO } from './demo-accounts.ts';
import { demoAccounts } from './index.ts';
import { makeWorld, type WorldSize } from './make-world.ts';
import { AIGC_SKILLS, type MadePerson, makePeople } from './people.ts';
import { makePostingMonths } from './postings.ts';
import { quotas } from './random.ts';
import { AIGC } from './truth/reference-report.ts';
import { worldTruth } from './truth/world-truth.ts';

const small = (seed: number): WorldSize => ({ members: 240, companies: 60, postings: 2_000, seed });
const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

function fingerprint(size: WorldSize): string {
  const hash = createHash('sha256');
  for (const { tables } of makeWorld(size)) hash.update(JSON.stringify(tables));
  return hash.digest('hex');
}

function rowsOf(size: WorldSize): Map<string, Record<string, unknown>[]> {
  const found = new Map<string, Record<string, unknown>[]>();
  for (const { tables } of makeWorld(size)) {
    for (const { name, columns, rows } of tables) {
      const records = rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])));
      found.set(name, [...(found.get(name) ?? []), ...records]);
    }
  }
  return found;
}

const peopleOf = (seed: number, count = 400): MadePerson[] => makePeople(seed, 0, count, makeCompanies(seed, 80), DEMO);

describe('the same seed', () => {
  test('gives the same rows, and another seed gives others', () => {
    expect(fingerprint(small(7))).toBe(fingerprint(small(7)));
    expect(fingerprint(small(7))).not.toBe(fingerprint(small(8)));
  });
  test('gives the same demo accounts, one for every part of the tour', () => {
    const accounts = demoAccounts(small(7));
    expect(accounts.map((account) => account.role)).toEqual([
      'member',
      'recruiter',
      'colleague',
      'recruiter-2',
      'analyst',
      'moderator',
      'operator',
    ]);
    expect(demoAccounts(small(7))).toEqual(accounts);
  });
});

describe('names', () => {
  test('are Chinese in Chinese and Latin in English, of people and of companies', () => {
    const chinese = /^\p{Script=Han}+\d*$/u;
    const latin = /^[A-Za-z0-9 ]+$/;
    for (const company of makeCompanies(7, 400)) {
      expect(company.zh).toMatch(chinese);
      expect(company.en).toMatch(latin);
    }
    for (const { name, other } of peopleOf(7)) {
      const scripts = [name, other].flatMap((one) =>
        one ? [chinese.test(one) ? 'zh' : latin.test(one) ? 'en' : one] : [],
      );
      expect([['zh', 'en'], ['en', 'zh'], ['en']]).toContainEqual(scripts);
    }
  });
});

describe('a career', () => {
  test('begins after the sixteenth birthday, follows school, and ends where it is now', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const person of peopleOf(seed, 120)) {
          const first = person.positions.at(-1);
          expect(Math.floor((first?.start ?? 0) / 12)).toBeGreaterThanOrEqual(person.birthYear + 16);
          expect(person.educations[0]?.endYear).toBeLessThanOrEqual(Math.floor((first?.start ?? 0) / 12));
          expect(person.positions[0]?.end).toBeNull();
          person.positions.forEach((position, i) => {
            expect(position.start).toBeLessThanOrEqual(position.end ?? LAST_MONTH);
            const next = person.positions[i - 1];
            if (next) expect(position.end ?? Number.POSITIVE_INFINITY).toBeLessThan(next.start);
          });
        }
      }),
      { numRuns: 12 },
    );
  });
});

describe('connections', () => {
  test('between colleagues are between people who were there at the same time', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const people = peopleOf(seed);
        for (const { a, b, kind, since } of makeConnections(seed, people, [], DEMO.length)) {
          expect(a).not.toBe(b);
          expect(since.getTime()).toBeLessThan(WORLD_ENDS.getTime());
          if (kind === 'colleague') expect(workedTogether(a, b)).toBe(true);
        }
      }),
      { numRuns: 8 },
    );
  });
  test('are many for a few people and few for most', () => {
    const people = peopleOf(3, 2_000);
    const degrees = new Map<number, number>();
    for (const { a, b } of makeConnections(3, people, [], DEMO.length)) {
      for (const { n } of [a, b]) degrees.set(n, (degrees.get(n) ?? 0) + 1);
    }
    const sorted = [...degrees.values()].sort((x, y) => x - y);
    const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
    expect(sorted.at(-1)).toBeGreaterThan(7 * median);
    expect(sorted[Math.floor(sorted.length * 0.99)]).toBeGreaterThan(2.5 * median);
  });
});

describe('rows', () => {
  const found = rowsOf(small(11));
  const ids = (table: string, column = 'id') => new Set((found.get(table) ?? []).map((row) => row[column]));

  test.each([
    ['position', 'member_id', 'member'],
    ['position', 'company_id', 'company'],
    ['member_skill', 'member_id', 'member'],
    ['verification', 'position_id', 'position'],
    ['colleague_confirmation', 'verification_id', 'verification'],
    ['colleague_confirmation', 'colleague_id', 'member'],
    ['connection', 'other_id', 'member'],
    ['endorsement', 'endorser_id', 'member'],
    ['circle_member', 'circle_id', 'circle'],
    ['posting', 'company_id', 'company'],
    ['application', 'posting_id', 'posting'],
    ['application', 'member_id', 'member'],
    ['post', 'author_id', 'member'],
    ['post', 'circle_id', 'circle'],
    ['comment', 'post_id', 'post'],
    ['vote', 'member_id', 'member'],
    ['pipeline_entry', 'posting_id', 'posting'],
    ['pipeline_entry', 'added_by', 'member'],
  ])('of %s.%s point at rows of %s', (table, column, target) => {
    const known = ids(target);
    const rows = found.get(table) ?? [];
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => !known.has(row[column]))).toEqual([]);
  });

  test('lie before the moment at which the network begins to run', () => {
    for (const [table, rows] of found) {
      for (const row of rows) {
        for (const [column, value] of Object.entries(row)) {
          if (value instanceof Date) expect([table, column, value <= WORLD_ENDS]).toEqual([table, column, true]);
        }
      }
    }
  });

  test('have ids of their own, in the form of UUIDv7', () => {
    for (const table of ['member', 'position', 'posting', 'post', 'comment', 'verification', 'company', 'circle']) {
      const rows = found.get(table) ?? [];
      expect(ids(table).size).toBe(rows.length);
      for (const { id } of rows)
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });

  test("of a company's circle are of people with a verified position there", () => {
    const verified = new Set((found.get('verification') ?? []).map((row) => row.position_id));
    for (const circle of (found.get('circle') ?? []).filter((row) => row.kind === 'company')) {
      const there = (found.get('position') ?? []).filter((row) => row.company_id === circle.company_id);
      const proved = new Set(there.filter((row) => verified.has(row.id)).map((row) => row.member_id));
      const joined = (found.get('circle_member') ?? []).filter((row) => row.circle_id === circle.id);
      expect(joined.filter((row) => !proved.has(row.member_id))).toEqual([]);
    }
  });

  test('of comments answer a comment before them in the same conversation, one level deep', () => {
    const comments = found.get('comment') ?? [];
    const threads = new Set(comments.filter((row) => row.reply_to === null).map((row) => `${row.post_id} ${row.id}`));
    const replies = comments.filter((row) => row.reply_to !== null);
    expect(replies.length).toBeGreaterThan(0);
    expect(replies.filter((row) => !threads.has(`${row.post_id} ${row.reply_to}`))).toEqual([]);
  });

  test("carry scores and counts that are their votes' and comments'", () => {
    for (const post of found.get('post') ?? []) {
      const votes = (found.get('vote') ?? []).filter((vote) => vote.target_id === post.id);
      expect(post.score).toBe(votes.reduce((sum, vote) => sum + Number(vote.value), 0));
      expect(post.comment_count).toBe((found.get('comment') ?? []).filter((row) => row.post_id === post.id).length);
    }
  });
});

describe('the AIGC field', () => {
  const words = /AIGC|生成式|generative/i;

  test('is told from the rest by skills and words alone', () => {
    const companies = makeCompanies(5, 80);
    for (const posting of [...makePostingMonths(5, 3_000, companies)].flat()) {
      const skills = [...posting.mustSkills, ...posting.niceSkills];
      const marked = skills.some((id) => AIGC_SKILLS.has(id)) || words.test(posting.title + posting.description);
      expect(marked).toBe(posting.aigc);
    }
    for (const person of peopleOf(5)) {
      const marked = person.skills.some(({ id }) => AIGC_SKILLS.has(id));
      expect(marked).toBe(person.aigc);
      if (!person.aigc) expect(person.positions.map((one) => one.title + one.description).join()).not.toMatch(words);
    }
  });

  test.each([20_230_331, 1, 424_242])('has the published rates in the records (seed %i)', (seed) => {
    const truth = worldTruth({ members: 5_000, companies: 400, postings: 60_000, seed });
    const { aigc } = truth;
    expect(aigc.growth[2021]).toBeCloseTo(2.8188, 3);
    expect(aigc.growth[2023]).toBeCloseTo(0.313, 3);
    expect(aigc.peopleByCity.beijing).toBeCloseTo(1 / 3, 2);
    expect(aigc.peopleByIndustry.ai).toBeCloseTo(0.0645, 2);
    expect(aigc.peopleByIndustry.internet).toBeCloseTo(0.329, 2);
    expect([aigc.over30, aigc.over35]).toEqual([expect.closeTo(0.7, 2), expect.closeTo(0.345, 2)]);
    expect([aigc.over3Years, aigc.over5Years]).toEqual([expect.closeTo(0.79, 1), expect.closeTo(0.49, 1)]);
    expect((aigc.degrees.master ?? 0) + (aigc.degrees.doctor ?? 0)).toBeCloseTo(0.485, 1);
    expect(truth.internetOver35).toBeCloseTo(0.28, 2);
    expect(truth.verifiedMidAndSenior).toBeGreaterThan(0.7);
    for (const [role, mean] of Object.entries(AIGC.payByRole.mean)) {
      expect(Math.abs((aigc.payByRole[role] ?? 0) / mean - 1)).toBeLessThan(0.01);
    }
    for (const [skill, share] of Object.entries(AIGC.skillsOfPostings.shares)) {
      expect(Math.abs((aigc.skillsOfPostings[skill] ?? 0) - share)).toBeLessThan(0.01);
    }
    for (const [industry, share] of Object.entries(AIGC.postingsByIndustry.shares)) {
      expect(Math.abs((aigc.postingsByIndustry[industry] ?? 0) - share)).toBeLessThan(0.01);
    }
  });
});

test('quotas add up to the total and differ from the exact share by less than one', () => {
  const weights = fc.dictionary(fc.string({ minLength: 1 }), fc.double({ min: 0.01, max: 10, noNaN: true }), {
    minKeys: 1,
  });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5_000 }), weights, (total, table) => {
      const counts = quotas(total, table);
      const sum = Object.values(table).reduce((all, weight) => all + weight, 0);
      expect(Object.values(counts).reduce((all, count) => all + count, 0)).toBe(total);
      for (const key of Object.keys(table)) {
        expect(Math.abs((counts[key] ?? 0) - (total * (table[key] ?? 0)) / sum)).toBeLessThan(1 + 1e-6);
      }
    }),
  );
});

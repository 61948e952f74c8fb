import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIGHT } from '../charts/index.ts';
import { chartSvg } from '../export/chart-svg.ts';
import { SAMPLE_REPORT } from '../export/sample-report.ts';
import { reportQuery } from '../model.ts';
import { atomFeed, escapeXml } from './atom-feed.ts';
import { baseSlug, editionSlug, nextEdition, SLUG } from './editions.ts';
import { shorten } from './head.ts';
import { interval, jsonLd } from './json-ld.ts';
import { publicationView } from './model.ts';
import { lastFullMonth } from './monthly.ts';
import { summarise } from './publish-report.ts';
import { keepRendered } from './rendered.ts';
import { headlineOf, shareSvg } from './share-image.ts';
import { isUnsubscribeToken, unsubscribeToken } from './unsubscribe.ts';

const publication = publicationView.parse({
  slug: 'aigc-2023-01-2023-02',
  id: '0187349e-8a10-7000-8000-000000000001',
  edition: 1,
  state: 'published',
  fieldId: 'aigc',
  from: '2023-01',
  to: '2023-02',
  title: { zh: '', en: '' },
  note: { zh: '', en: '' },
  correction: { zh: '', en: '' },
  summary: summarise(SAMPLE_REPORT),
  digest: 'ab'.repeat(32),
  authorName: null,
  license: 'CC-BY-4.0',
  supersedes: null,
  supersededBy: null,
  madeAt: '2023-03-31T01:00:00.000Z',
  publishedAt: '2023-03-31T01:00:00.000Z',
  changedAt: '2023-03-31T01:00:00.000Z',
  withdrawnAt: null,
  reason: { zh: '', en: '' },
});

describe('addresses of reports', () => {
  const month = fc
    .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }))
    .map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`);
  const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,59}$/);
  const query = fc.record({
    from: month,
    to: month,
    compare: fc.constantFrom('year-on-year' as const, 'previous-period' as const, 'network' as const),
    source: fc.constantFrom('network', 'all', '0187349e-8a10-7000-8000-000000000001'),
  });
  const other = fc.option(id, { nil: undefined });

  test('are addresses, whatever is reported on, and each edition has its own', () => {
    fc.assert(
      fc.property(id, query, other, fc.integer({ min: 1, max: 99 }), (field, asked, against, edition) => {
        const base = baseSlug({ id: field }, { ...asked, ...(against !== undefined && { against }) });
        expect(editionSlug(base, edition)).toMatch(SLUG);
        expect(editionSlug(base, edition) === editionSlug(base, edition + 1)).toBe(false);
      }),
    );
  });

  test('differ where the question does', () => {
    const ask = (more: object) =>
      baseSlug({ id: 'aigc' }, reportQuery.parse({ from: '2023-01', to: '2023-02', ...more }));
    const all = [
      {},
      { to: '2023-03' },
      { compare: 'network' },
      { against: 'chips' },
      { source: 'all' },
      { ghosts: 'without' },
      { epsilon: 0.5 },
      { epsilon: 1 },
    ].map(ask);
    expect(new Set(all).size).toBe(all.length);
  });

  test('a next edition needs a correction, and no draft that waits', () => {
    const earlier = { edition: 2, slug: 'a-edition-2', state: 'published' } as const;
    expect(nextEdition(undefined, false)).toEqual({ edition: 1, supersedes: null });
    expect(nextEdition(earlier, false)).toBe('already-published');
    expect(nextEdition(earlier, true)).toEqual({ edition: 3, supersedes: 'a-edition-2' });
    expect(nextEdition({ ...earlier, state: 'withdrawn' }, true)).toEqual({ edition: 3, supersedes: 'a-edition-2' });
    expect(nextEdition({ ...earlier, state: 'draft' }, true)).toBe('draft-waits');
  });
});

test('a month is over when the next one begins', () => {
  expect(lastFullMonth(new Date('2023-03-31T23:59:59.999Z'))).toBe('2023-02');
  expect(lastFullMonth(new Date('2023-04-01T00:00:00.000Z'))).toBe('2023-03');
  expect(lastFullMonth(new Date('2023-01-15T00:00:00.000Z'))).toBe('2022-12');
});

test('a period ends with the last day of its last month', () => {
  expect(interval({ from: '2024-01', to: '2024-02' })).toBe('2024-01-01/2024-02-29');
  expect(interval({ from: '2022-12', to: '2022-12' })).toBe('2022-12-01/2022-12-31');
});

describe('the feed', () => {
  test('is well-formed whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeXml(text);
        expect(escaped).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|apos);)/);
        // What XML 1.0 allows (§2.2), character by character.
        for (const character of escaped) {
          const code = character.codePointAt(0) ?? 0;
          const allowed =
            [9, 10, 13].includes(code) ||
            (code >= 0x20 && code <= 0xd7ff) ||
            (code >= 0xe000 && code <= 0xfffd) ||
            code >= 0x10000;
          expect(allowed, code.toString(16)).toBe(true);
        }
      }),
    );
  });

  test('has what RFC 4287 asks of a feed and its entries, and tells editions and languages apart', () => {
    const second = {
      ...publication,
      slug: `${publication.slug}-edition-2`,
      id: '0187349e-8a10-7000-8000-000000000002',
      edition: 2,
      supersedes: publication.slug,
      correction: { zh: '改了 A & B', en: '' },
      changedAt: '2023-04-02T00:00:00.000Z',
    };
    const feed = (locale: 'zh' | 'en') =>
      atomFeed(
        {
          network: { zh: '人脉', en: 'Renmai' },
          items: [second, { ...publication, supersededBy: second.slug }],
          nextCursor: 'abc',
          cursor: null,
          now: '',
        },
        locale,
        'https://talent.example.org',
      );
    const text = feed('zh');
    for (const name of ['id', 'title', 'updated']) expect(text.match(new RegExp(`<${name}[ >]`, 'g'))).toHaveLength(3);
    expect(text).toContain('<updated>2023-04-02T00:00:00.000Z</updated>\n<author>');
    expect(text).toContain(
      '<link rel="self" href="https://talent.example.org/reports/feed.xml?lang=zh" type="application/atom+xml"/>',
    );
    expect(text).toContain(
      '<link rel="next" href="https://talent.example.org/reports/feed.xml?lang=zh&amp;cursor=abc"/>',
    );
    expect(text).toContain('改了 A &amp; B');
    expect(text).toContain('rel="successor-version"');
    const ids = [text, feed('en')].flatMap((one) => one.match(/<id>urn:uuid:[^<]+<\/id>/g) ?? []);
    expect(new Set(ids).size).toBe(4);
    // Every element that opens closes, in order.
    const open: string[] = [];
    for (const [, close, name = '', self] of text.matchAll(/<(\/?)([a-z]+)[^<>]*?(\/?)>/g)) {
      if (self) continue;
      if (close) expect(open.pop()).toBe(name);
      else open.push(name);
    }
    expect(open).toEqual([]);
  });
});

test('a description is cut before a number, never within one', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('增长', ' ', '1', '28', '.', '%', ','), { maxLength: 300 }), (parts) => {
      const text = parts.join('');
      const short = shorten(text, 50);
      expect(short.length).toBeLessThanOrEqual(51);
      if (short !== text) expect(short).not.toMatch(/[\d.,%]…$/);
    }),
  );
});

describe('what search engines read', () => {
  test('has the licence, the period and the variables, and one that was corrected names its correction', () => {
    const [article, dataset] = jsonLd(publication, SAMPLE_REPORT, 'zh', 'https://t.example')['@graph'];
    expect(article).not.toHaveProperty('correction');
    expect(dataset).toMatchObject({ '@type': 'Dataset', isAccessibleForFree: true, version: '1' });
    const [corrected] = jsonLd({ ...publication, supersededBy: 'b' }, SAMPLE_REPORT, 'zh', 'https://t.example')[
      '@graph'
    ];
    expect(corrected).toMatchObject({ correction: 'https://t.example/reports/b?lang=zh' });
  });
});

describe('the share image', () => {
  test('leads with a statement that its drawing shows, and says that generated data are generated', () => {
    const headline = headlineOf(SAMPLE_REPORT);
    if (headline) {
      expect(SAMPLE_REPORT.lead).toContainEqual(headline.sentence);
      expect(chartSvg(headline.figure, { locale: 'zh', width: 400, theme: LIGHT })).not.toBeNull();
    }
    const generated = { ...publication, summary: { ...publication.summary, generated: true } };
    expect(shareSvg(generated, SAMPLE_REPORT, 'zh')).toContain('生成数据');
    expect(
      shareSvg({ ...publication, summary: { ...publication.summary, generated: false } }, SAMPLE_REPORT, 'en'),
    ).not.toContain('Generated data');
    expect(shareSvg({ ...publication, title: { zh: '<标题>&', en: '' } }, SAMPLE_REPORT, 'zh')).toContain(
      '&lt;标题&gt;&amp;',
    );
  });
});

describe('what is kept rendered', () => {
  test('is made once for a crowd, again after a failure, and forgotten when room is needed', async () => {
    const rendered = keepRendered(100);
    let made = 0;
    const make = async () => {
      made += 1;
      return new Uint8Array(60);
    };
    await Promise.all([rendered('a', make), rendered('a', make), rendered('a', make)]);
    expect(made).toBe(1);
    await expect(rendered('b', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await rendered('b', make);
    expect(made).toBe(2);
    // Both do not fit: the first went.
    await rendered('a', make);
    expect(made).toBe(3);
  });
});

test('the way out of mail is one follower’s of one field, and cannot be guessed from another', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), fc.string(), fc.string(), (member, other, field, another) => {
      const token = unsubscribeToken('secret', member, field);
      expect(isUnsubscribeToken('secret', member, field, token)).toBe(true);
      expect(isUnsubscribeToken('other secret', member, field, token)).toBe(false);
      if (other !== member) expect(isUnsubscribeToken('secret', other, field, token)).toBe(false);
      if (another !== field) expect(isUnsubscribeToken('secret', member, another, token)).toBe(false);
    }),
  );
});

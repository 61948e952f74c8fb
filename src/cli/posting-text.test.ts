import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPosting } from '../language/index.ts';
import { postingText } from './posting-text.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const posting = (more: object) => bytes(JSON.stringify({ '@type': 'JobPosting', ...more }));

describe('a job description in a JSON file', () => {
  test('is read from JobPosting, what it states and what it describes', async () => {
    const file = readFileSync(join(import.meta.dirname, '../jobs/import/samples/posting.jsonld'));
    const reading = readPosting(await postingText(file, 'posting.jsonld'));
    expect(reading.title?.value).toBe('Product Manager');
    expect(reading.roleId).toBe('product-manager');
    expect(reading.cityIds.map(({ value }) => value)).toEqual(['beijing']);
    expect(reading.pay?.value).toEqual({ min: 480_000, max: 720_000, currency: 'CNY' });
    expect(reading.years?.value).toEqual({ min: 5, max: null });
    expect(reading.degree?.value).toBe('bachelor');
    expect(reading.mustSkills.map(({ value }) => value)).toContain('text-generation');
  });

  test('without tags or remote, as employers write it', async () => {
    const text = await postingText(
      posting({ title: 'Data engineer', jobLocationType: 'TELECOMMUTE', description: '<p>Spark &amp; Kafka</p>' }),
      'x.json',
    );
    expect(text).toBe('Data engineer\nLocation: Remote\nSpark & Kafka');
    expect(readPosting(text).remote?.value).toBe(true);
  });

  test.each([
    ['JSON of another kind', bytes('{"basics": {"name": "A resume"}}'), 'no-job-posting'],
    ['a list of numbers', bytes('[1, 2, 3]'), 'no-job-posting'],
    [
      'two of them',
      bytes('[{"@type":"JobPosting","title":"A"},{"@type":"JobPosting","title":"B"}]'),
      'several-job-postings',
    ],
    ['one that says nothing', posting({}), 'empty-job-posting'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), 'resume-picture'],
  ])('%s is refused with the reason', async (_, file, code) => {
    await expect(postingText(file, 'x.json')).rejects.toMatchObject({ failure: { code } });
  });

  test('text that only begins like JSON is text', async () => {
    expect(await postingText(bytes('[Remote] Senior Go engineer'), 'jd.txt')).toBe('[Remote] Senior Go engineer');
  });
});

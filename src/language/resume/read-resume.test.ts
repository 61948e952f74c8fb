import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { unwrap } from '../../platform/index.ts';
import { type ResumeReading, readResume, readResumeFile, resumeReadingSchema, type Span } from './index.ts';
import { outline } from './outline.ts';

const samples = new URL('./samples/', import.meta.url);
const names = readdirSync(samples).filter((name) => name !== 'expected.json' && name !== 'refused');
const expected = z
  .record(z.string(), z.array(z.string()))
  .parse(JSON.parse(readFileSync(new URL('expected.json', samples), 'utf8')));
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(name, samples)));
const readSample = async (name: string) => unwrap(await readResumeFile(bytesOf(name), name));

const isSpan = (value: object): value is Span =>
  'start' in value && 'end' in value && 'text' in value && typeof value.start === 'number';

/** Every span anywhere in a reading. */
function spansOf(value: unknown): Span[] {
  if (value === null || typeof value !== 'object') return [];
  return [...(isSpan(value) ? [value] : []), ...Object.values(value).flatMap(spansOf)];
}

function expectHonest(reading: ResumeReading): void {
  resumeReadingSchema.parse(reading);
  for (const { start, end, text } of spansOf(reading)) expect(reading.sourceText.slice(start, end)).toBe(text);
}

describe('the sample resumes', () => {
  it('has an expectation for each sample', () => {
    expect(names.sort()).toEqual(Object.keys(expected).sort());
    expect(names.length).toBeGreaterThanOrEqual(28);
  });

  it.each(names)('%s is read as a person would read it', async (name) => {
    const reading = await readSample(name);
    expect(outline(reading)).toEqual(expected[name]);
    expectHonest(reading);
  });

  it.each(names)('%s gives the same bytes each time', async (name) => {
    expect(JSON.stringify(await readSample(name))).toBe(JSON.stringify(await readSample(name)));
  });

  it.each(names.filter((name) => name.endsWith('.txt')))('%s: its own text reads the same again', async (name) => {
    const reading = await readSample(name);
    expect(readResume(reading.sourceText)).toEqual(reading);
  });
});

describe('what is not said', () => {
  it('stays empty for an empty text and for one that is no resume', () => {
    for (const text of [
      '',
      '   \n',
      '明天下午三点开会，请带上材料。',
      'The quick brown fox jumps over the lazy dog.',
    ]) {
      const reading = readResume(text);
      expect(reading.name).toBeNull();
      expect(reading.positions).toEqual([]);
      expect(reading.education).toEqual([]);
      expect(reading.skills).toEqual([]);
      expect(reading.warnings.map((warning) => warning.code)).toEqual(['no-name', 'no-positions']);
    }
  });

  it('makes no position of a project, whatever titles stand in it', () => {
    const reading = readResume('王强\n项目经历\n2019.01-2020.06  示例银行股份有限公司核心系统  项目经理\n负责交付');
    expect(reading.positions).toEqual([]);
    expect(reading.projects).toHaveLength(1);
  });

  it('takes no skill from an employer’s or a school’s name', () => {
    const reading = readResume(
      '工作经历\n2019.01-至今  杭州示例云计算有限公司  会计\n教育背景\n示例大数据学院 会计 大专',
    );
    expect(reading.skills.map((skill) => skill.id)).not.toContain('cloud');
    expect(reading.skills.map((skill) => skill.id)).not.toContain('big-data');
  });

  it('takes no contact from the referees', () => {
    const reading = readResume(
      'Jane Doe\nExperience\nAcme Inc., Engineer, 2019 – Present\nReferences\nJohn Roe, john@example.com, +1 212 555 0101',
    );
    expect(reading.contacts).toEqual({ email: null, phone: null, links: [] });
  });
});

describe('dates', () => {
  it('that overlap or run backwards stay as written, with a warning', async () => {
    const reading = await readSample('zh-overlap-and-typos.txt');
    const backwards = reading.positions[1];
    expect([backwards?.start?.value, backwards?.end?.value]).toEqual(['2019-05', '2018-03']);
    const warning = reading.warnings.find((candidate) => candidate.code === 'end-before-start');
    expect(warning?.span?.text).toContain('2019.05-2018.03');
  });

  it('in a month that no calendar has are left out and pointed at', async () => {
    const reading = await readSample('zh-overlap-and-typos.txt');
    expect(reading.positions[0]?.start).toBeNull();
    expect(reading.warnings.find((candidate) => candidate.code === 'date-unclear')?.span?.text).toBe('2016.13-2018.02');
  });
});

const pieces = [
  '工作经历',
  '教育背景',
  '项目经历',
  '专业技能',
  'Experience',
  'Education',
  'Skills',
  '2018.07 – 至今',
  '2015年3月-2016年',
  'Jan 2019 – Present',
  '2018.13-2019.01',
  '字节跳动',
  '某某科技有限公司',
  '高级算法工程师',
  'Senior Engineer',
  'Acme, Inc.',
  '清华大学',
  '硕士',
  'University of X',
  'B.S. in Math',
  '姓名：张伟',
  'Jane Doe',
  '138-0013-8000',
  'a@b.example',
  '任',
  '历任',
  '、',
  '，',
  '。',
  '\t',
  '  ',
  '\n',
  '\n\n',
  ' | ',
  '• ',
  '(',
  ')',
  '（',
  '）',
  ':',
  '：',
  '\u0000',
  '\ud83d',
  '😀',
  '1. ',
];

describe('any text', () => {
  it('is read without an error, and every span is a slice of the source', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            { weight: 6, arbitrary: fc.constantFrom(...pieces) },
            { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
          ),
          { maxLength: 60 },
        ),
        (words) => {
          const reading = readResume(words.join(''));
          expectHonest(reading);
          expect(readResume(reading.sourceText)).toEqual(reading);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is read when it is one line of 200,000 characters', () => {
    for (const piece of ['大学', '2018年任公司副总经理，', 'University of ', 'a@', 'A-', 'Jan 2018 to ', '（']) {
      expectHonest(readResume(`工作经历\n${piece.repeat(200_000 / piece.length)}`));
    }
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { unwrap } from '../../platform/index.ts';
import { readResume, readResumeFile } from './read-resume.ts';
import { resumeEntities } from './resume-entities.ts';

const samples = new URL('./samples/', import.meta.url);
const names = readdirSync(samples).filter((name) => name !== 'expected.json' && name !== 'refused');

const named = (text: string) => resumeEntities(readResume(text)).map((entity) => `${entity.kind} ${entity.text}`);

describe('what a resume names', () => {
  test('is found in a biography', () => {
    expect(named('张雁冰先生,1998年7月至2003年5月任样本化工股份有限公司副总经理,硕士学历。')).toEqual([
      'NAME 张雁冰',
      'ORG 样本化工股份有限公司',
      'TITLE 副总经理',
      'EDU 硕士学历',
    ]);
  });

  test('is found in an English resume', () => {
    const entities = named(
      'Jane Doe\n\nExperience\nAcme Inc.\nData Engineer\n2019 - 2022\n\nEducation\nMIT\nB.S. in Physics\n2015 - 2019',
    );
    expect(entities).toEqual(expect.arrayContaining(['NAME Jane Doe', 'TITLE Data Engineer']));
  });

  test.each(names)('%s: spans are slices, and no two of one kind overlap', async (name) => {
    const reading = unwrap(await readResumeFile(new Uint8Array(readFileSync(new URL(name, samples))), name));
    const entities = resumeEntities(reading);
    for (const [at, entity] of entities.entries()) {
      expect(reading.sourceText.slice(entity.start, entity.end)).toBe(entity.text);
      const next = entities.slice(at + 1).find(({ kind }) => kind === entity.kind);
      if (next) expect(next.start).toBeGreaterThanOrEqual(entity.end);
    }
  });
});

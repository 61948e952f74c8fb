import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createTestContext } from '../../test/database.ts';
import { type ImportedResume, importResumes, type ResumeImportOptions } from './import-resumes.ts';
import { loadPeople } from './people-store.ts';

const ZH = `李想然
算法工程师 | 上海

工作经历
晨帆智能科技有限公司 算法工程师 2019.07 - 至今
负责推荐排序模型,使用 Python 与 PyTorch。

教育背景
浙江大学 计算机科学与技术 硕士 2016.09 - 2019.06

技能
Python、PyTorch、深度学习
`;
const EN = `Mara Lindqvist

Experience
Data Analyst, Northline Inc, Mar 2018 - Jun 2022
Built dashboards in SQL.

Education
Lund University, Master of Statistics, 2016 - 2018
`;

describe('importing a folder of resumes', async () => {
  const context = await createTestContext();
  const write = (name: string, text: string) => {
    const file = join(context.dataFolder, name);
    writeFileSync(file, text);
    return file;
  };
  const files = [write('zh.txt', ZH), write('en.txt', EN), write('broken.pdf', 'no pdf'), write('copy.txt', ZH)];
  const run = async (options: ResumeImportOptions = {}) => {
    const all: ImportedResume[] = [];
    for await (const read of importResumes(context, files, options)) all.push(read);
    return all;
  };
  const members = () => context.db.selectFrom('member').select(['id', 'name', 'origin', 'locale']).execute();

  test('a dry run reads and writes nothing', async () => {
    const read = await run({ dryRun: true });
    expect(read.map((each) => each.name)).toEqual(['李想然', 'Mara Lindqvist', null, '李想然']);
    expect(await members()).toEqual([]);
  });

  test('each resume becomes one person; the same file is the same person, and what cannot be read is said', async () => {
    const read = await run();
    expect(read.map((each) => each.outcome)).toEqual(['added', 'added', 'unreadable', 'known']);
    expect(read[2]?.reason?.en).toBeTruthy();
    expect(await members()).toHaveLength(2);
    const id = read[0]?.memberId ?? '';
    const person = (await loadPeople(context.db, [id])).get(id);
    expect(person?.member).toMatchObject({ name: '李想然', origin: 'import', locale: 'zh' });
    expect(person?.positions[0]).toMatchObject({
      company_name: '晨帆智能科技有限公司',
      role_id: 'algorithm-engineer',
      end_month: null,
    });
    expect(person?.education[0]).toMatchObject({ school_id: 'zju', degree: 'master' });
    expect(person?.skills.map((skill) => skill.skill)).toContain('pytorch');
  });

  test('nobody finds them unless whoever imports says that they agreed', async () => {
    const [read] = await run();
    const id = read?.memberId ?? '';
    expect((await loadPeople(context.db, [id])).get(id)?.preference?.findable_by).toBe('nobody');
    const agreed = write('agreed.txt', ZH.replace('李想然', '周知行'));
    for await (const each of importResumes(context, [agreed], { findableBy: 'recruiters' })) {
      const person = (await loadPeople(context.db, [each.memberId ?? ''])).get(each.memberId ?? '');
      expect(person?.preference?.findable_by).toBe('recruiters');
    }
  });

  test('what is stopped goes on with the next file', async () => {
    const controller = new AbortController();
    const more = [write('a.txt', ZH.replace('李想然', '甲一鸣')), write('b.txt', ZH.replace('李想然', '乙二鸣'))];
    const names: (string | null)[] = [];
    for await (const each of importResumes(context, more, { signal: controller.signal })) {
      names.push(each.name);
      controller.abort();
    }
    expect(names).toHaveLength(1);
  });
});

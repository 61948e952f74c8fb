import { expect, test } from 'vitest';
import type { ColumnCount, ImportReport } from './model.ts';
import { presentImportReport, understoodShare } from './present-report.ts';

const pay: ColumnCount = {
  name: '薪资',
  field: 'pay',
  understood: 6,
  unknown: 3,
  empty: 2,
  missed: 2,
  examples: [{ line: 9, text: '给得起' }],
};

const report: ImportReport = {
  files: [
    {
      file: 'a.csv',
      format: 'CSV',
      columns: [
        { column: 0, name: '薪资', field: 'pay', by: 'header' },
        { column: 1, name: '备注', field: null, by: null },
      ],
      cells: [pay, { ...pay, field: 'url', name: '链接', understood: 0, unknown: 0, missed: 0, examples: [] }],
      rows: 13,
      added: 10,
      known: 2,
      wrong: 1,
      errors: [{ line: 4, column: '职位', reason: { zh: '没有职位名称', en: 'no job title' } }],
      sample: [],
    },
  ],
  added: 10,
  known: 2,
  wrong: 1,
  companiesAdded: 3,
  dryRun: false,
  stopped: false,
};

test('a share counts the cells that say something: the empty and the honestly unknown are beside it', () => {
  expect(understoodShare(pay)).toBe(0.75);
  expect(understoodShare({ ...pay, understood: 0, missed: 0 })).toBe(1);
});

test('the report says for each column how it was found and read, and for each bad row where and why', () => {
  expect(presentImportReport(report, 'en')).toBe(`a.csv (CSV)
Columns:
  薪资 → pay (by its header)
  备注 → –
What was understood:
  pay: 75.0 % understood (6 cells; 3 not stated, 2 empty, 2 missed)
      9: 给得起
  address: nothing in it
Wrong rows:
  line 4, 职位: no job title
13 rows: 10 added, 2 known already, 1 wrong

10 postings and 3 companies added
`);
  expect(presentImportReport({ ...report, dryRun: true, stopped: true }, 'zh')).toContain('没有写入任何数据');
});

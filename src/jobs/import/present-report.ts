import { inLocale, type Locale, type Text } from '../../platform/index.ts';
import type { ColumnCount, ColumnUse, Field, FileReport, ImportReport, UnderstoodPosting } from './model.ts';

const FIELD_NAMES: Readonly<Record<Field, Text>> = {
  title: { zh: '职位（归入已知职能）', en: 'title (linked to a known role)' },
  company: { zh: '公司', en: 'company' },
  place: { zh: '地点', en: 'place' },
  pay: { zh: '薪资', en: 'pay' },
  payMin: { zh: '最低薪资', en: 'least pay' },
  payMax: { zh: '最高薪资', en: 'most pay' },
  payPeriod: { zh: '计薪周期', en: 'pay period' },
  payCurrency: { zh: '币种', en: 'currency' },
  years: { zh: '经验', en: 'experience' },
  degree: { zh: '学历', en: 'degree' },
  requirements: { zh: '要求（经验、学历、人数）', en: 'requirements (years, degree, openings)' },
  headcount: { zh: '人数', en: 'openings' },
  skills: { zh: '技能', en: 'skills' },
  industry: { zh: '行业', en: 'industry' },
  seniority: { zh: '职级', en: 'seniority' },
  publishedOn: { zh: '发布日期', en: 'published' },
  closedOn: { zh: '截止日期', en: 'closes' },
  description: { zh: '描述', en: 'description' },
  url: { zh: '链接', en: 'address' },
  sourceId: { zh: '编号', en: 'identifier' },
};

const HOW: Readonly<Record<NonNullable<ColumnUse['by']>, Text>> = {
  told: { zh: '按您指定', en: 'as you said' },
  header: { zh: '按表头', en: 'by its header' },
  values: { zh: '按内容', en: 'by its values' },
};
const SHOWN = 8;

/** The share of the cells that say something which were understood; 1 where none says anything. */
export function understoodShare(count: ColumnCount): number {
  const said = count.understood + count.missed;
  return said === 0 ? 1 : count.understood / said;
}

const percent = (share: number): string => `${(share * 100).toFixed(share > 0.999 && share < 1 ? 2 : 1)} %`;

function columnLines(file: FileReport, locale: Locale): string[] {
  return file.columns.map(({ name, field, by }) => {
    const how = by ? ` (${inLocale(HOW[by], locale)})` : '';
    return `  ${name} → ${field ? inLocale(FIELD_NAMES[field], locale) : '–'}${how}`;
  });
}

function cellLine(count: ColumnCount, locale: Locale): string {
  const { understood, unknown, empty, missed } = count;
  const numbers =
    locale === 'zh'
      ? `读懂 ${percent(understoodShare(count))}（${understood} 格；未说明 ${unknown}，空 ${empty}，没读懂 ${missed}）`
      : `${percent(understoodShare(count))} understood (${understood} cells; ${unknown} not stated, ${empty} empty, ${missed} missed)`;
  if (understood + unknown + missed === 0)
    return `  ${inLocale(FIELD_NAMES[count.field], locale)}: ${locale === 'zh' ? '没有内容' : 'nothing in it'}`;
  const misses = count.examples.slice(0, SHOWN).map(({ line, text }) => `${line}: ${text}`);
  const examples = misses.length > 0 ? `\n      ${misses.join('\n      ')}` : '';
  return `  ${inLocale(FIELD_NAMES[count.field], locale)}: ${numbers}${examples}`;
}

function errorLines(file: FileReport, locale: Locale): string[] {
  const lines = file.errors.slice(0, SHOWN).map(({ line, column, reason }) => {
    const where = locale === 'zh' ? `第 ${line} 行` : `line ${line}`;
    return `  ${where}${column ? `, ${column}` : ''}: ${inLocale(reason, locale)}`;
  });
  const more = file.wrong - lines.length;
  if (more > 0) lines.push(locale === 'zh' ? `  还有 ${more} 行有错` : `  and ${more} more`);
  return lines;
}

function sampleLine(posting: UnderstoodPosting): string {
  const pay =
    posting.payMin === null && posting.payMax === null
      ? ''
      : `${posting.payMin ?? ''}–${posting.payMax ?? ''} ${posting.payCurrency}`;
  const years = posting.yearsMin === null ? '' : `${posting.yearsMin}–${posting.yearsMax ?? ''}`;
  const parts = [
    posting.publishedOn,
    posting.title,
    posting.roleId,
    posting.company,
    posting.cityId,
    pay,
    years,
    posting.degree,
  ];
  return `  ${parts.map((part) => part || '–').join(' | ')}`;
}

function fileLines(file: FileReport, dryRun: boolean, locale: Locale): string[] {
  const zh = locale === 'zh';
  const counts = dryRun
    ? zh
      ? `${file.rows} 行，${file.wrong} 行有错`
      : `${file.rows} rows, ${file.wrong} wrong`
    : zh
      ? `${file.rows} 行：新增 ${file.added}，已有 ${file.known}，有错 ${file.wrong}`
      : `${file.rows} rows: ${file.added} added, ${file.known} known already, ${file.wrong} wrong`;
  return [
    `${file.file} (${file.format})`,
    `${zh ? '列' : 'Columns'}:`,
    ...columnLines(file, locale),
    `${zh ? '各列读懂的份额' : 'What was understood'}:`,
    ...file.cells.map((count) => cellLine(count, locale)),
    ...(dryRun ? [zh ? '前几行读作：' : 'The first rows, as read:', ...file.sample.map(sampleLine)] : []),
    ...(file.wrong > 0 ? [zh ? '有错的行：' : 'Wrong rows:', ...errorLines(file, locale)] : []),
    counts,
  ];
}

/** The report as a person reads it on a terminal. Shares leave out the cells that say nothing. */
export function presentImportReport(report: ImportReport, locale: Locale): string {
  const zh = locale === 'zh';
  const lines = report.files.flatMap((file) => [...fileLines(file, report.dryRun, locale), '']);
  if (report.dryRun) lines.push(zh ? '试读：没有写入任何数据' : 'Dry run: nothing was written');
  else
    lines.push(
      zh
        ? `共新增 ${report.added} 个职位、${report.companiesAdded} 家公司`
        : `${report.added} postings and ${report.companiesAdded} companies added`,
    );
  if (report.stopped)
    lines.push(
      zh
        ? '中途停止：已读的部分已保存，再次运行会接着补全'
        : 'Stopped: what was read is kept; run it again to complete it',
    );
  return `${lines.join('\n')}\n`;
}

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import {
  buildReport,
  exportReport,
  listFields,
  REPORT_FORMATS,
  type ReportFormat,
  reportQuery,
} from '../insights/index.ts';
import { fail, inLocale, type Text } from '../platform/index.ts';
import { reportVerifyCommand } from './report-verify.ts';
import { tell, terminalLocale } from './terminal.ts';
import { withContext } from './with-context.ts';

type Flags = {
  readonly from?: string;
  readonly to?: string;
  readonly compare?: string;
  readonly against?: string;
  readonly source?: string;
  readonly ghosts?: string;
  readonly epsilon?: string;
  readonly weights?: string;
  readonly format: string;
  readonly lang?: string;
  readonly out: string;
  readonly json?: true;
};

const here = (text: Text): string => inLocale(text, terminalLocale());

/** The words of a list separated by commas, each one of those allowed. */
function readList<T extends string>(given: string, allowed: readonly T[], option: string): T[] {
  const one = z.enum(allowed);
  return [...new Set(given.split(',').map((word) => word.trim()))].map((word) => {
    const known = one.safeParse(word);
    if (known.success) return known.data;
    throw fail('invalid', 'bad-option', {
      zh: `${option} ${word} 不对：可用的是 ${allowed.join('、')}`,
      en: `${option} ${word} is wrong: there are ${allowed.join(', ')}`,
    });
  });
}

const ALLOWED: Readonly<Record<string, string>> = {
  compare: 'year-on-year, previous-period, network',
  ghosts: 'with, without',
  epsilon: '0.1 … 10',
  weights: 'none, reference',
};

function readQuery(flags: Flags) {
  const { from, to, compare, against, source, ghosts, epsilon, weights } = flags;
  if (!from || !to) {
    throw fail('invalid', 'no-period', {
      zh: '要用 --from 和 --to 说明时段，如 --from 2023-01 --to 2023-02',
      en: 'Say the period with --from and --to, like --from 2023-01 --to 2023-02',
    });
  }
  const given = {
    from,
    to,
    ...(compare && { compare }),
    ...(against && { against }),
    ...(source && { source }),
    ...(ghosts && ghosts !== 'with' && { ghosts }),
    ...(epsilon && { epsilon }),
    ...(weights && weights !== 'none' && { weights }),
  };
  const query = reportQuery.safeParse(given);
  if (query.success) return query.data;
  const option = String(query.error.issues[0]?.path[0] ?? 'from');
  const value = { from, to, compare, against, source, ghosts, epsilon, weights }[option] ?? '';
  const allowed = ALLOWED[option];
  throw fail('invalid', 'bad-option', {
    zh: `--${option} ${value} 不对：${allowed ? `可用的是 ${allowed}` : '月份写作 2023-01'}`,
    en: `--${option} ${value} is wrong: ${allowed ? `there are ${allowed}` : 'a month is written 2023-01'}`,
  });
}

async function write(fieldId: string, flags: Flags, formats: readonly ReportFormat[], langs: readonly ('zh' | 'en')[]) {
  const query = readQuery(flags);
  await withContext(async (context) => {
    const report = await buildReport(context, fieldId, query);
    if (flags.json) {
      process.stdout.write(`${JSON.stringify(report)}\n`);
      return;
    }
    await mkdir(flags.out, { recursive: true });
    for (const format of formats) {
      // JSON has both languages in it.
      for (const lang of format === 'json' ? langs.slice(0, 1) : langs) {
        for (const file of await exportReport(report, format, lang)) {
          const path = join(flags.out, file.name);
          await writeFile(path, file.bytes);
          process.stdout.write(`${path}\n`);
        }
      }
    }
  });
}

async function list(flags: Flags): Promise<void> {
  const fields = await withContext((context) => listFields(context.db));
  if (flags.json) process.stdout.write(`${JSON.stringify(fields)}\n`);
  else for (const field of fields) process.stdout.write(`${field.id.padEnd(24)}${here(field.name)}\n`);
}

async function run(fieldId: string | undefined, flags: Flags): Promise<void> {
  const formats = readList(flags.format, REPORT_FORMATS, '--format');
  const langs = readList(flags.lang ?? terminalLocale(), ['zh', 'en'], '--lang');
  if (fieldId) return write(fieldId, flags, formats, langs);
  tell({ zh: '可以做报告的领域：', en: 'Fields that reports can be made for:' });
  return list(flags);
}

/** `renmai report FIELD --from 2023-01 --to 2023-02`: writes the report's files, whether the server runs or not. */
export function reportCommand(): Command {
  return new Command('report')
    .description(
      here({
        zh: '生成一个领域的人才趋势报告；不写领域时列出有哪些',
        en: 'Make the talent report on a field; without a field, list which there are',
      }),
    )
    .argument('[field]')
    .option('--from <month>', here({ zh: '起始月份，如 2023-01', en: 'the first month, like 2023-01' }))
    .option('--to <month>', here({ zh: '结束月份', en: 'the last month' }))
    .option(
      '--compare <what>',
      here({
        zh: '与什么比较：year-on-year（默认）、previous-period、network',
        en: 'compared with year-on-year (default), previous-period or network',
      }),
    )
    .option('--against <field>', here({ zh: '以另一领域为对照', en: 'another field as the baseline' }))
    .option(
      '--source <source>',
      here({ zh: '数据：network（默认）、all 或数据集', en: 'the data: network (default), all or a data set' }),
    )
    .option(
      '--ghosts <with|without>',
      here({ zh: '是否计入疑似幽灵职位：with（默认）、without', en: 'ghost postings: with (default) or without' }),
    )
    .option(
      '--weights <none|reference>',
      here({
        zh: '人才占比加权到分析师录入的参照人口：none（默认）、reference',
        en: 'weight shares of people to the reference population that an analyst entered: none (default) or reference',
      }),
    )
    .option(
      '--epsilon <budget>',
      here({
        zh: '公开版：人数加差分隐私噪声，总预算 ε，如 1',
        en: 'the public edition: counts of people with differential privacy, the whole budget, like 1',
      }),
    )
    .option(
      '--format <formats>',
      `${here({ zh: '格式，逗号分隔', en: 'formats, by commas' })}: ${REPORT_FORMATS.join(',')}`,
      'html',
    )
    .option('--lang <languages>', here({ zh: '语言：zh,en', en: 'languages: zh,en' }))
    .option('--out <dir>', here({ zh: '写到哪个文件夹', en: 'the folder to write to' }), '.')
    .option('--json', here({ zh: '把报告以 JSON 输出到标准输出', en: 'print the report as JSON on standard output' }))
    .addCommand(reportVerifyCommand())
    .action(run);
}

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import { buildReport, exportReport, listFields, REPORT_FORMATS, type ReportFormat } from '../insights/index.ts';
import { fail, inLocale, type Text } from '../platform/index.ts';
import { reportPublishCommand, reportPublishedCommand, reportWithdrawCommand } from './report-publish.ts';
import { addQueryOptions, type QueryFlags, readQuery } from './report-query.ts';
import { reportVerifyCommand } from './report-verify.ts';
import { tell, terminalLocale } from './terminal.ts';
import { withContext } from './with-context.ts';

type Flags = QueryFlags & {
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
  const command = new Command('report').description(
    here({
      zh: '生成一个领域的人才趋势报告；不写领域时列出有哪些',
      en: 'Make the talent report on a field; without a field, list which there are',
    }),
  );
  return (
    addQueryOptions(command.argument('[field]'))
      // The options of `report publish` are its own, though some have the names of these.
      .enablePositionalOptions()
      .option(
        '--format <formats>',
        `${here({ zh: '格式，逗号分隔', en: 'formats, by commas' })}: ${REPORT_FORMATS.join(',')}`,
        'html',
      )
      .option('--lang <languages>', here({ zh: '语言：zh,en', en: 'languages: zh,en' }))
      .option('--out <dir>', here({ zh: '写到哪个文件夹', en: 'the folder to write to' }), '.')
      .option('--json', here({ zh: '把报告以 JSON 输出到标准输出', en: 'print the report as JSON on standard output' }))
      .addCommand(reportVerifyCommand())
      .addCommand(reportPublishCommand())
      .addCommand(reportPublishedCommand())
      .addCommand(reportWithdrawCommand())
      .action(run)
  );
}

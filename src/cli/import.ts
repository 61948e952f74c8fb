import { Command, InvalidArgumentError } from 'commander';
import { type ImportOptions, importPostings, presentImportReport } from '../jobs/index.ts';
import { inLocale, type Text } from '../platform/index.ts';
import { importResumesCommand } from './import-resumes.ts';
import { stopOnInterrupt } from './stop-on-interrupt.ts';
import { EXIT, progressBar, terminalLocale } from './terminal.ts';
import { withContext } from './with-context.ts';

type PostingFlags = {
  readonly map?: Record<string, string>;
  readonly columns?: string[];
  readonly year?: number;
  readonly dataset?: string;
  readonly dryRun?: true;
  readonly json?: true;
};

const here = (text: Text): string => inLocale(text, terminalLocale());

function readMapping(pair: string, before: Record<string, string> = {}): Record<string, string> {
  const at = pair.indexOf('=');
  if (at < 1) throw new InvalidArgumentError(here({ zh: '应为 字段=列名', en: 'expected FIELD=COLUMN' }));
  return { ...before, [pair.slice(0, at)]: pair.slice(at + 1) };
}

function readYear(text: string): number {
  if (/^(?:19|20)\d{2}$/u.test(text)) return Number(text);
  throw new InvalidArgumentError(here({ zh: '应为四位年份', en: 'expected a year of four digits' }));
}

const readColumns = (text: string): string[] => text.split(',').map((name) => name.trim());

async function runPostings(files: readonly string[], flags: PostingFlags): Promise<void> {
  const bar = progressBar();
  const interrupt = stopOnInterrupt();
  const { json, ...rest } = flags;
  const options: ImportOptions = {
    ...rest,
    signal: interrupt.signal,
    onProgress: ({ file, rows, done }) =>
      bar.at(done ?? 0, 1, { zh: `${file}：已读 ${rows} 行`, en: `${file}: ${rows} rows read` }),
  };
  try {
    const report = await withContext((context) => importPostings(context, files, options));
    bar.end();
    process.stdout.write(json ? `${JSON.stringify(report)}\n` : presentImportReport(report, terminalLocale()));
    if (report.stopped) process.exitCode = EXIT.interrupted;
  } finally {
    bar.end();
    interrupt.release();
  }
}

function postingsCommand(): Command {
  return new Command('postings')
    .description(
      here({
        zh: '导入职位：CSV、TSV、XLSX、JSON、JSON Lines、schema.org JobPosting（JSON-LD 或网页）、Parquet',
        en: 'Import postings: CSV, TSV, XLSX, JSON, JSON lines, schema.org JobPosting (JSON-LD or web page), Parquet',
      }),
    )
    .argument('<file...>')
    .option(
      '--map <field=column>',
      here({
        zh: '某个字段在哪一列（列名或序号），可重复',
        en: 'which column holds a field (name or number); repeatable',
      }),
      readMapping,
    )
    .option(
      '--columns <names>',
      here({
        zh: '没有表头时各列是什么，逗号分隔，- 为忽略',
        en: 'what the columns of a file without a header are, by commas; - leaves one out',
      }),
      readColumns,
    )
    .option('--year <year>', here({ zh: '没写年份的日期是哪一年', en: 'the year of dates without one' }), readYear)
    .option('--dataset <name>', here({ zh: '归入哪个数据集', en: 'the dataset to file the rows under' }))
    .option('--dry-run', here({ zh: '只看怎么读，不写入', en: 'show how it is read, write nothing' }))
    .option('--json', here({ zh: '以 JSON 输出报告', en: 'print the report as JSON' }))
    .action(runPostings);
}

/** `renmai import postings FILE…` and `renmai import resumes DIR`. */
export function importCommand(): Command {
  return new Command('import')
    .description(here({ zh: '导入职位或简历', en: 'Import postings or resumes' }))
    .addCommand(postingsCommand())
    .addCommand(importResumesCommand());
}

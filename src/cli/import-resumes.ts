import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Command, Option } from 'commander';
import { fail, inLocale, type Text } from '../platform/index.ts';
import { type ImportedResume, importResumes, type ResumeImportOptions } from '../talent/index.ts';
import { stopOnInterrupt } from './stop-on-interrupt.ts';
import { EXIT, progressBar, tell, terminalLocale } from './terminal.ts';
import { withContext } from './with-context.ts';

type Flags = {
  readonly findableBy?: ResumeImportOptions['findableBy'];
  readonly dryRun?: true;
  readonly json?: true;
};

const READABLE = new Set(['.pdf', '.docx', '.txt', '.md', '.json', '.html', '.htm', '.csv']);
const here = (text: Text): string => inLocale(text, terminalLocale());

async function resumesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => null);
  if (!entries)
    throw fail('not-found', 'no-such-folder', { zh: `没有文件夹 ${folder}`, en: `There is no folder ${folder}` });
  return entries
    .filter((entry) => entry.isFile() && READABLE.has(extname(entry.name).toLowerCase()))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

const OUTCOMES: Readonly<Record<ImportedResume['outcome'], Text>> = {
  added: { zh: '新增', en: 'added' },
  known: { zh: '已有', en: 'known already' },
  unreadable: { zh: '未能读取', en: 'not read' },
};

function present(read: ImportedResume): string {
  const outcome = here(OUTCOMES[read.outcome]);
  if (read.reason) return `${read.file}: ${outcome}: ${here(read.reason)}`;
  const counts = here({
    zh: `${read.positions} 段经历，${read.education} 段教育，${read.skills} 项技能${read.leftOut > 0 ? `，${read.leftOut} 处不完整未保留` : ''}`,
    en: `${read.positions} positions, ${read.education} schools, ${read.skills} skills${read.leftOut > 0 ? `, ${read.leftOut} incomplete parts left out` : ''}`,
  });
  return `${read.file}: ${outcome}: ${read.name} (${counts})`;
}

async function runResumes(folder: string, flags: Flags): Promise<void> {
  const files = await resumesIn(folder);
  const bar = progressBar();
  const interrupt = stopOnInterrupt();
  const counts = { added: 0, known: 0, unreadable: 0 };
  try {
    await withContext(async (context) => {
      const { json, ...options } = flags;
      const progress = { zh: '正在读取简历', en: 'Reading resumes' };
      const onProgress = (done: number, total: number) => bar.at(done, total, progress);
      for await (const read of importResumes(context, files, { ...options, signal: interrupt.signal, onProgress })) {
        counts[read.outcome]++;
        process.stdout.write(`${json ? JSON.stringify(read) : present(read)}\n`);
      }
    });
  } finally {
    bar.end();
    interrupt.release();
  }
  const { added, known, unreadable } = counts;
  tell(
    flags.dryRun
      ? { zh: `试读 ${files.length} 份简历，没有写入任何数据`, en: `${files.length} resumes read; nothing was written` }
      : {
          zh: `新增 ${added} 人，已有 ${known} 人，${unreadable} 份未能读取`,
          en: `${added} people added, ${known} known already, ${unreadable} files not read`,
        },
  );
  if (interrupt.signal.aborted) process.exitCode = EXIT.interrupted;
}

/** `renmai import resumes DIR`. */
export function importResumesCommand(): Command {
  return new Command('resumes')
    .description(
      here({
        zh: '读取一个文件夹里的简历（PDF、DOCX、文本、JSON Resume），各建一份档案',
        en: 'Make a profile of each resume in a folder (PDF, DOCX, text, JSON Resume)',
      }),
    )
    .argument('<folder>')
    .addOption(
      new Option(
        '--findable-by <whom>',
        here({
          zh: '谁可以找到这些人；须经本人同意',
          en: 'who may find these people; they must have agreed',
        }),
      )
        .choices(['nobody', 'connections', 'recruiters'])
        .default('nobody'),
    )
    .option('--dry-run', here({ zh: '只看怎么读，不写入', en: 'show how it is read, write nothing' }))
    .option('--json', here({ zh: '逐行输出 JSON', en: 'print JSON lines' }))
    .action(runResumes);
}

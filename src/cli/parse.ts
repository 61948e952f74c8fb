import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Command } from 'commander';
import { outlineResume, readPosting, readResumeFile, resumeEntities } from '../language/index.ts';
import { fail, inLocale, type Text, unwrap } from '../platform/index.ts';
import { postingText } from './posting-text.ts';
import { terminalLocale } from './terminal.ts';

const LARGEST = 256 * 2 ** 20;

type Flags = { readonly json?: true };

const here = (text: Text): string => inLocale(text, terminalLocale());

async function bytesOf(path: string): Promise<Uint8Array> {
  if (path === '-') return buffer(process.stdin);
  const { size } = await stat(path).catch(() => ({ size: 0 }));
  // What is far too large is not taken into memory only to be refused.
  if (size > LARGEST)
    throw fail('too-large', 'file-too-large', {
      zh: `文件 ${path} 超过 ${LARGEST / 2 ** 20} MB，请只给出简历或职位描述`,
      en: `The file ${path} is larger than ${LARGEST / 2 ** 20} MB: give only the resume or the description`,
    });
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw fail('invalid', 'no-such-file', {
      zh: `读不了文件 ${path}（${error.code ?? error.message}）`,
      en: `The file ${path} cannot be read (${error.code ?? error.message})`,
    });
  });
}

const print = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
};

async function parseResume(path: string, { json }: Flags): Promise<void> {
  const reading = unwrap(await readResumeFile(await bytesOf(path), basename(path)));
  if (json) print({ ...reading, entities: resumeEntities(reading) });
  else process.stdout.write(`${outlineResume(reading).join('\n')}\n`);
}

/** A brief's parts as lines: the field, what was understood, and the words it was read from. */
function outlineOf(value: unknown, name: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => outlineOf(item, name));
  if (value === null || typeof value !== 'object') return [];
  if (!('span' in value) || value.span === null || typeof value.span !== 'object' || !('text' in value.span)) return [];
  const said = 'value' in value ? value.value : 'kind' in value ? value.kind : '';
  return [
    `${name}\t${typeof said === 'string' ? said : JSON.stringify(said)}\t${String(value.span.text).replaceAll(/\s+/gu, ' ')}`,
  ];
}

async function parsePosting(path: string, { json }: Flags): Promise<void> {
  const posting = readPosting(await postingText(await bytesOf(path), basename(path)));
  if (json) return print(posting);
  const lines = Object.entries(posting).flatMap(([name, value]) => outlineOf(value, name));
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
}

function reader(name: string, description: Text, action: (path: string, flags: Flags) => Promise<void>): Command {
  return new Command(name)
    .description(here(description))
    .argument('<file>', here({ zh: '文件，- 为标准输入', en: 'the file; - for standard input' }))
    .option(
      '--json',
      here({ zh: '输出读到的一切及其原文位置', en: 'print everything read, with the spans it came from' }),
    )
    .action(action);
}

/** `renmai parse resume FILE` and `renmai parse jd FILE`: what is read from a file, each part with its source. */
export function parseCommand(): Command {
  return new Command('parse')
    .description(
      here({ zh: '读一份简历或职位描述，不写入任何数据', en: 'Read a resume or a job description; nothing is stored' }),
    )
    .addCommand(
      reader(
        'resume',
        {
          zh: '读简历（PDF、DOCX、文本、Markdown、HTML、JSON Resume、LinkedIn 导出）',
          en: 'Read a resume (PDF, DOCX, text, Markdown, HTML, JSON Resume, LinkedIn export)',
        },
        parseResume,
      ),
    )
    .addCommand(
      reader(
        'jd',
        {
          zh: '读职位描述（文本、PDF、DOCX、Markdown、HTML、JobPosting JSON-LD）',
          en: 'Read a job description (text, PDF, DOCX, Markdown, HTML, JobPosting JSON-LD)',
        },
        parsePosting,
      ),
    );
}

import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { gunzipSync } from 'node:zlib';
import { Command, InvalidArgumentError } from 'commander';
import { type BadLine, createLabelRanker, readLabelFile } from '../language/index.ts';
import { fail, inLocale, type Text } from '../platform/index.ts';
import { tell, terminalLocale } from './terminal.ts';

type Flags = { readonly labels: string; readonly top: number };

const here = (text: Text): string => inLocale(text, terminalLocale());
const MOST_SHOWN = 20;
const MOST_RESULTS = 100_000;

const REASONS: Readonly<Record<BadLine['reason'], Text>> = {
  'no-tab': { zh: '没有制表符，应为“编号<制表符>名称”', en: 'no tab; expected "id<tab>label"' },
  'no-id': { zh: '编号为空', en: 'the id is empty' },
  'no-label': { zh: '名称为空', en: 'the label is empty' },
};

function readTop(text: string): number {
  const top = Number(text);
  if (Number.isInteger(top) && top >= 1 && top <= MOST_RESULTS) return top;
  throw new InvalidArgumentError(
    here({ zh: `应为 1 到 ${MOST_RESULTS} 的整数`, en: `expected a whole number from 1 to ${MOST_RESULTS}` }),
  );
}

async function readLabels(path: string) {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw fail('invalid', 'no-labels', {
      zh: `读不了标签文件 ${path}（${error.code ?? error.message}）`,
      en: `The labels file ${path} cannot be read (${error.code ?? error.message})`,
    });
  });
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const { labels, bad } = readLabelFile((isGzip ? gunzipSync(bytes) : bytes).toString('utf8'));
  for (const { line, reason } of bad.slice(0, MOST_SHOWN))
    tell({ zh: `${path} 第 ${line} 行：${REASONS[reason].zh}`, en: `${path} line ${line}: ${REASONS[reason].en}` });
  if (bad.length > MOST_SHOWN)
    tell({ zh: `另有 ${bad.length - MOST_SHOWN} 行不对`, en: `${bad.length - MOST_SHOWN} more bad lines` });
  if (labels.length > 0) return labels;
  throw fail('invalid', 'empty-labels', {
    zh: `${path} 里没有标签：每行应为“编号<制表符>名称”`,
    en: `${path} has no labels: each line is "id<tab>label"`,
  });
}

async function run({ labels: path, top }: Flags): Promise<void> {
  const rank = createLabelRanker(await readLabels(path));
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    const query = line.trim();
    if (query === '') continue;
    const written = process.stdout.write(`${JSON.stringify({ query, results: rank(query, top) })}\n`);
    if (!written) await new Promise((drained) => process.stdout.once('drain', drained));
  }
}

/** `renmai link-title --labels LABELS.tsv < titles.txt`: a JSON line a title, the labels of the file best first. */
export function linkTitleCommand(): Command {
  return new Command('link-title')
    .description(
      here({
        zh: '从标准输入逐行读职位名称（中文或英文），按接近程度给标签文件里的名称排序，每行输出一个 JSON',
        en: 'Rank the labels of a file for each job title on standard input (Chinese or English); one JSON line a title',
      }),
    )
    .requiredOption(
      '--labels <file>',
      here({
        zh: '每行“编号<制表符>名称”；一个编号可有多个名称；可为 .gz',
        en: 'lines of "id<tab>label"; an id may have several labels; may be gzipped',
      }),
    )
    .option('--top <number>', here({ zh: '每个职位给出多少个标签', en: 'labels a title' }), readTop, 10)
    .action(run);
}

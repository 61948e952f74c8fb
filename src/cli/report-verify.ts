import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { readReportFile, verifyReport } from '../insights/index.ts';
import { fail, inLocale, type Text } from '../platform/index.ts';
import { tell, terminalLocale } from './terminal.ts';
import { withContext } from './with-context.ts';

const here = (text: Text): string => inLocale(text, terminalLocale());

async function verify(file: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw fail('not-found', 'no-such-file', { zh: `读不到文件 ${file}`, en: `The file ${file} cannot be read` });
  });
  const report = readReportFile(text);
  const found = await withContext((context) => verifyReport(context, report));
  if (found.same) {
    tell({ zh: '一致：重新生成的报告与文件逐字节相同', en: 'The same: the report made again is equal byte for byte' });
    return;
  }
  tell(
    found.sameRows
      ? {
          zh: '不一致：数据没有变，文件被改过',
          en: 'Not the same: the rows are those it was made from, so the file was changed',
        }
      : { zh: '不一致：数据在发布之后有变化', en: 'Not the same: rows have changed since it was made' },
  );
  const titles = new Map(report.figures.map((figure) => [figure.id, figure.title]));
  for (const { id, code } of found.changed) {
    process.stdout.write(`${code}\t${here(titles.get(id) ?? { zh: id, en: id })}\n`);
  }
  for (const part of found.otherParts) process.stdout.write(`${part}\n`);
  throw fail('conflict', 'report-differs', {
    zh: `以上部分与 ${file} 不同`,
    en: `The parts above differ from ${file}`,
  });
}

/** `renmai report verify FILE`: makes a published report again, and names the figures that come out otherwise. */
export function reportVerifyCommand(): Command {
  return new Command('verify')
    .description(
      here({
        zh: '重新生成一份已发布的报告（JSON），逐字节比较，并指出不同的图表',
        en: 'Make a published report (JSON) again, compare byte for byte, and name the figures that differ',
      }),
    )
    .argument('<file>')
    .action(verify);
}

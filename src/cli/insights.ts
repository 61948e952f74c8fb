import { Command } from 'commander';
import { freshSnapshot } from '../insights/index.ts';
import { fail } from '../platform/index.ts';
import { stopOnInterrupt } from './stop-on-interrupt.ts';
import { tell, terminalLocale } from './terminal.ts';
import { withContext } from './with-context.ts';

type Flags = { readonly json?: true };

async function refresh(rebuild: boolean, flags: Flags): Promise<void> {
  const interrupt = stopOnInterrupt();
  const began = performance.now();
  try {
    const { folder, manifest } = await withContext((context) =>
      freshSnapshot(context, { rebuild, signal: interrupt.signal }),
    ).catch((error: unknown) => {
      if (!interrupt.signal.aborted) throw error;
      throw fail('conflict', 'stopped', {
        zh: '已停止，原来的数据仓库没有变',
        en: 'Stopped; the warehouse is as it was',
      });
    });
    const rows = Object.groupBy(manifest.files, (file) => file.table);
    const counts = Object.fromEntries(
      Object.entries(rows).map(([table, files]) => [table, (files ?? []).reduce((sum, file) => sum + file.rows, 0)]),
    );
    if (flags.json) {
      const { at, hash, month } = manifest;
      process.stdout.write(`${JSON.stringify({ folder, at, month, hash, rows: counts })}\n`);
      return;
    }
    const seconds = ((performance.now() - began) / 1_000).toFixed(1);
    tell({
      zh: `数据仓库已是最新，用时 ${seconds} 秒：${folder}`,
      en: `The warehouse is up to date, in ${seconds} s: ${folder}`,
    });
    for (const [table, count] of Object.entries(counts))
      process.stdout.write(`${table.padEnd(16)}${String(count).padStart(12)}\n`);
    process.stdout.write(`${'hash'.padEnd(16)}${manifest.hash}\n`);
  } finally {
    interrupt.release();
  }
}

/** `renmai insights rebuild` makes the think tank's warehouse anew; `refresh` takes in what happened since. */
export function insightsCommand(): Command {
  const zh = terminalLocale() === 'zh';
  const insights = new Command('insights').description(
    zh ? '智库的数据仓库（Parquet 文件）' : "The think tank's warehouse of Parquet files",
  );
  insights
    .command('rebuild')
    .description(zh ? '从数据库重建' : 'make it anew from the database')
    .option('--json', 'JSON')
    .action((flags: Flags) => refresh(true, flags));
  insights
    .command('refresh')
    .description(zh ? '只更新有变化的部分' : 'take in what happened since')
    .option('--json', 'JSON')
    .action((flags: Flags) => refresh(false, flags));
  return insights;
}

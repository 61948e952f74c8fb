import { statfsSync } from 'node:fs';
import { Command } from 'commander';
import { sql } from 'kysely';
import { inLocale, readConfig, type Text } from '../platform/index.ts';
import { terminalLocale } from './terminal.ts';
import { withContext } from './with-context.ts';

type Finding = { readonly name: string; readonly fine: boolean; readonly said: Text };

const LEAST_FREE_BYTES = 2 ** 30;

async function examine(): Promise<Finding[]> {
  const config = readConfig(process.env);
  return withContext(async (context) => {
    const { rows } = await sql<{ version: string; members: number; postings: number }>`
      select current_setting('server_version') as version,
        (select count(*) from member) as members, (select count(*) from posting) as postings
    `.execute(context.db);
    const [database = { version: '?', members: 0, postings: 0 }] = rows;
    const disk = statfsSync(config.dataFolder);
    const free = disk.bavail * disk.bsize;
    const gigabytes = (free / 2 ** 30).toFixed(1);
    return [
      { name: 'node', fine: true, said: { zh: process.version, en: process.version } },
      {
        name: 'database',
        fine: true,
        said: {
          zh: `PostgreSQL ${database.version}，${database.members} 位成员，${database.postings} 个职位`,
          en: `PostgreSQL ${database.version}, ${database.members} members, ${database.postings} postings`,
        },
      },
      {
        name: 'disk',
        fine: free >= LEAST_FREE_BYTES,
        said: {
          zh: `${config.dataFolder} 所在磁盘还剩 ${gigabytes} GiB`,
          en: `${gigabytes} GiB are free where ${config.dataFolder} is`,
        },
      },
    ];
  });
}

export function doctorCommand(): Command {
  const zh = terminalLocale() === 'zh';
  return new Command('doctor')
    .description(zh ? '检查这份安装' : 'Examine this installation')
    .option('--json', 'JSON')
    .action(async (options: { json?: true }) => {
      const findings = await examine();
      if (options.json) process.stdout.write(`${JSON.stringify(findings, null, 2)}\n`);
      else
        for (const { name, fine, said } of findings)
          process.stdout.write(`${fine ? '✓' : '✗'} ${name}: ${inLocale(said, terminalLocale())}\n`);
      if (findings.some((finding) => !finding.fine))
        throw new Error(zh ? '有需要处理的问题' : 'something needs attention');
    });
}

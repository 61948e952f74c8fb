import { Command } from 'commander';
import { rebuildDatabaseIndex } from '../matching/index.ts';
import { fail, inLocale, type Text } from '../platform/index.ts';
import { terminalLocale } from './terminal.ts';
import { withContext } from './with-context.ts';

const here = (text: Text): string => inLocale(text, terminalLocale());

/** `renmai match rebuild-index`: the talent index in the database, made anew from everybody's profiles. */
export function rebuildIndexCommand(): Command {
  return new Command('rebuild-index')
    .description(
      here({
        zh: '从所有人的资料重建数据库中的人才索引（RENMAI_TALENT_INDEX=database）',
        en: 'make the talent index in the database anew (RENMAI_TALENT_INDEX=database)',
      }),
    )
    .action(() =>
      withContext(async (context, config) => {
        if (config.talentIndex !== 'database') {
          throw fail('conflict', 'index-in-memory', {
            zh: '人才索引在服务器内存里，会自动更新；要放进数据库，请设置 RENMAI_TALENT_INDEX=database',
            en: "The talent index is in the server's memory and follows by itself; set RENMAI_TALENT_INDEX=database to keep it in the database",
          });
        }
        const people = await rebuildDatabaseIndex(context);
        const said = { zh: `索引里有 ${people} 人`, en: `${people} people are in the index` };
        process.stdout.write(`${here(said)}\n`);
      }),
    );
}

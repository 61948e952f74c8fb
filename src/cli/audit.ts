import { Command } from 'commander';
import { activeWeights, auditMatching, type MatchingAudit, openTalentIndex } from '../matching/index.ts';
import { inLocale, type Text } from '../platform/index.ts';
import { terminalLocale } from './terminal.ts';
import { withContext } from './with-context.ts';

const here = (text: Text): string => inLocale(text, terminalLocale());

function present(audit: MatchingAudit): string {
  const head = here({
    zh: `对最新 ${audit.postings} 个在招职位、${audit.people} 位可被找到的成员排名；排进前 ${audit.selectedAmong} 名算入选。影响比 = 该组入选率 ÷ 最高组入选率（纽约市 2021 年第 144 号地方法）。网络不保存性别与民族，无法按其审计；年龄与语言不参与评分。`,
    en: `Ranked for the ${audit.postings} newest open postings: ${audit.people} members who may be found; the first ${audit.selectedAmong} count as selected. Impact ratio = a group's selection rate / the highest group's (New York City, Local Law 144 of 2021). The network holds neither sex nor ethnicity, so these cannot be audited; age and language do not enter a score.`,
  });
  const columns = here({
    zh: '组\t排名人次\t入选人次\t入选率\t影响比\t曝光（1 为均等）',
    en: 'group\tranked\tselected\trate\timpact ratio\texposure (1 is even)',
  });
  const table = (title: Text, rows: MatchingAudit['byAge']) =>
    [
      here(title),
      columns,
      ...rows.map((row) =>
        [
          row.group,
          row.ranked,
          row.selected,
          row.selectionRate.toFixed(4),
          row.impactRatio.toFixed(3),
          row.exposure.toFixed(3),
        ].join('\t'),
      ),
    ].join('\n');
  return [
    head,
    table({ zh: '\n按年龄', en: '\nBy age' }, audit.byAge),
    table({ zh: '\n按资料语言', en: '\nBy language of the profile' }, audit.byLanguage),
    '',
  ].join('\n');
}

/** `renmai audit matching`: selection rates, impact ratios and exposure of the ranking, by group. */
export function auditCommand(): Command {
  const audit = new Command('audit').description(here({ zh: '审计', en: 'Audits' }));
  audit
    .command('matching')
    .description(
      here({
        zh: '按年龄组与语言统计名单的入选率、影响比与曝光',
        en: 'selection rates, impact ratios and exposure of the ranked lists, by group',
      }),
    )
    .option('--json', 'JSON')
    .action(async (options: { readonly json?: true }) => {
      await withContext(async (context, config) => {
        const { multipliers } = await activeWeights(context.db);
        const found = await auditMatching(context, await openTalentIndex(context, config.talentIndex), multipliers);
        process.stdout.write(options.json ? `${JSON.stringify(found)}\n` : present(found));
      });
    });
  return audit;
}

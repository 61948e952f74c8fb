import type { Command } from 'commander';
import { type ReportQuery, reportQuery } from '../insights/index.ts';
import { fail, inLocale, type Text } from '../platform/index.ts';
import { terminalLocale } from './terminal.ts';

/** What a report is asked for, as the command line has it. */
export type QueryFlags = {
  readonly from?: string;
  readonly to?: string;
  readonly compare?: string;
  readonly against?: string;
  readonly source?: string;
  readonly ghosts?: string;
  readonly epsilon?: string;
  readonly weights?: string;
};

const ALLOWED: Readonly<Record<string, string>> = {
  compare: 'year-on-year, previous-period, network',
  ghosts: 'with, without',
  epsilon: '0.1 … 10',
  weights: 'none, reference',
};

/** The question that the flags ask; one that is none is refused by the option's name. */
export function readQuery(flags: QueryFlags): ReportQuery {
  const { from, to, compare, against, source, ghosts, epsilon, weights } = flags;
  if (!from || !to) {
    throw fail('invalid', 'no-period', {
      zh: '要用 --from 和 --to 说明时段，如 --from 2023-01 --to 2023-02',
      en: 'Say the period with --from and --to, like --from 2023-01 --to 2023-02',
    });
  }
  const given = {
    from,
    to,
    ...(compare && { compare }),
    ...(against && { against }),
    ...(source && { source }),
    ...(ghosts && ghosts !== 'with' && { ghosts }),
    ...(epsilon && { epsilon }),
    ...(weights && weights !== 'none' && { weights }),
  };
  const query = reportQuery.safeParse(given);
  if (query.success) return query.data;
  const option = String(query.error.issues[0]?.path[0] ?? 'from');
  const value = { from, to, compare, against, source, ghosts, epsilon, weights }[option] ?? '';
  const allowed = ALLOWED[option];
  throw fail('invalid', 'bad-option', {
    zh: `--${option} ${value} 不对：${allowed ? `可用的是 ${allowed}` : '月份写作 2023-01'}`,
    en: `--${option} ${value} is wrong: ${allowed ? `there are ${allowed}` : 'a month is written 2023-01'}`,
  });
}

const here = (text: Text): string => inLocale(text, terminalLocale());

/** The options that `readQuery` reads. */
export function addQueryOptions(command: Command): Command {
  return command
    .option('--from <month>', here({ zh: '起始月份，如 2023-01', en: 'the first month, like 2023-01' }))
    .option('--to <month>', here({ zh: '结束月份', en: 'the last month' }))
    .option(
      '--compare <what>',
      here({
        zh: '与什么比较：year-on-year（默认）、previous-period、network',
        en: 'compared with year-on-year (default), previous-period or network',
      }),
    )
    .option('--against <field>', here({ zh: '以另一领域为对照', en: 'another field as the baseline' }))
    .option(
      '--source <source>',
      here({ zh: '数据：network（默认）、all 或数据集', en: 'the data: network (default), all or a data set' }),
    )
    .option(
      '--ghosts <with|without>',
      here({ zh: '是否计入疑似幽灵职位：with（默认）、without', en: 'ghost postings: with (default) or without' }),
    )
    .option(
      '--weights <none|reference>',
      here({
        zh: '人才占比加权到分析师录入的参照人口：none（默认）、reference',
        en: 'weight shares of people to the reference population that an analyst entered: none (default) or reference',
      }),
    )
    .option(
      '--epsilon <budget>',
      here({
        zh: '公开版：人数加差分隐私噪声，总预算 ε，如 1',
        en: 'the public edition: counts of people with differential privacy, the whole budget, like 1',
      }),
    );
}

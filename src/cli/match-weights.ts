import { Command } from 'commander';
import { z } from 'zod';
import { chooseWeights, type Learning, learnWeights, listWeights, openTalentIndex } from '../matching/index.ts';
import { fail, inLocale, type Text } from '../platform/index.ts';
import { terminalLocale } from './terminal.ts';
import { withContext } from './with-context.ts';

const here = (text: Text): string => inLocale(text, terminalLocale());
const figure = (value: number) => value.toFixed(3);

const VERDICTS: Readonly<Record<Learning['verdict'], Text>> = {
  'too-few': {
    zh: '可供学习的名单还不够，权重不变',
    en: 'There are too few lists to learn from; the weights stay as they are',
  },
  'not-better': {
    zh: '学到的权重在留出的名单上没有明显更好，权重不变',
    en: 'What was learned is not clearly better on the lists kept back; the weights stay as they are',
  },
  unfair: {
    zh: '学到的权重会让某一组人的影响比变差，权重不变',
    en: 'What was learned would lower the impact ratio of a group; the weights stay as they are',
  },
  better: { zh: '学到的权重在留出的名单上更好', en: 'What was learned is better on the lists kept back' },
};

const weightLines = (multipliers: Readonly<Record<string, number>>) =>
  Object.entries(multipliers).map(([part, value]) => `  ${part.padEnd(10)} × ${value.toFixed(2)}`);

const ratioLine = ({ present, learned }: { readonly present: number; readonly learned: number }) =>
  here({
    zh: `各组中最低的影响比 ${figure(present)} → ${figure(learned)}`,
    en: `Lowest impact ratio of any group ${figure(present)} → ${figure(learned)}`,
  });

function present({ verdict, version, multipliers, from }: Learning): string {
  const adopted =
    version === null ? [] : [here({ zh: `已启用第 ${version} 版`, en: `Version ${version} ranks from now on` })];
  return [
    here(VERDICTS[verdict]),
    here({
      zh: `来自 ${from.lists} 份名单、${from.pairs} 对比较、${from.recruiters} 位招聘者、${from.companies} 家公司（${from.from.slice(0, 10)} 至 ${from.to.slice(0, 10)}），注意力随名次的 -${from.eta} 次方下降`,
      en: `From ${from.lists} lists, ${from.pairs} pairs, ${from.recruiters} recruiters and ${from.companies} companies (${from.from.slice(0, 10)} to ${from.to.slice(0, 10)}); attention falls as rank to the power of -${from.eta}`,
    }),
    here({
      zh: `留出 ${from.heldOut.lists} 份名单：nDCG@10 ${figure(from.heldOut.present)} → ${figure(from.heldOut.learned)}（至少提高 ${figure(from.heldOut.leastGain)}，95 % 置信）`,
      en: `${from.heldOut.lists} lists kept back: nDCG@10 ${figure(from.heldOut.present)} → ${figure(from.heldOut.learned)} (by at least ${figure(from.heldOut.leastGain)}, at 95 %)`,
    }),
    ...(from.impactRatio ? [ratioLine(from.impactRatio)] : []),
    ...(multipliers ? weightLines(multipliers) : []),
    ...adopted,
    '',
  ].join('\n');
}

function learnCommand(): Command {
  return new Command('learn')
    .description(
      here({
        zh: '从招聘者的选择中学习各项的权重；更好且公平时才启用',
        en: 'learn how much each part weighs from whom recruiters chose; used only where it is better and fair',
      }),
    )
    .option('--dry-run', here({ zh: '只看结果，不改变任何东西', en: 'show the result and change nothing' }))
    .option('--json', 'JSON')
    .action((options: { readonly dryRun?: true; readonly json?: true }) =>
      withContext(async (context, config) => {
        const index = await openTalentIndex(context, config.talentIndex);
        const learned = await learnWeights(context, index, { dryRun: options.dryRun ?? false });
        process.stdout.write(options.json ? `${JSON.stringify(learned)}\n` : present(learned));
      }),
    );
}

function weightsCommand(): Command {
  return new Command('weights')
    .description(
      here({ zh: '列出各版权重及其依据', en: 'every version of the weights, with what it was learned from' }),
    )
    .option('--json', 'JSON')
    .action((options: { readonly json?: true }) =>
      withContext(async (context) => {
        const versions = await listWeights(context.db);
        if (options.json) return void process.stdout.write(`${JSON.stringify(versions)}\n`);
        for (const { version, active, madeAt, multipliers, learnedFrom: from } of versions) {
          const gain = from ? `nDCG@10 ${figure(from.heldOut.present)} → ${figure(from.heldOut.learned)}` : '';
          const about = from ? here({ zh: `${from.lists} 份名单`, en: `${from.lists} lists` }) : '';
          const said = [`${active ? '*' : ' '} ${version}`, madeAt?.slice(0, 10) ?? '', about, gain].filter(Boolean);
          process.stdout.write(`${[said.join('\t'), ...weightLines(multipliers)].join('\n')}\n`);
        }
      }),
    );
}

function rollbackCommand(): Command {
  return new Command('rollback')
    .description(
      here({
        zh: '改用某一版权重，0 为默认；不写则退回默认',
        en: 'rank by a version of the weights, 0 being the defaults; the defaults where none is named',
      }),
    )
    .argument('[version]', here({ zh: '版本号', en: 'the version' }), '0')
    .action((version: string) =>
      withContext(async (context) => {
        const number = z.coerce.number().int().min(0).safeParse(version);
        if (!number.success) {
          throw fail('invalid', 'bad-version', { zh: '版本号应是整数', en: 'A version is a whole number' });
        }
        await chooseWeights(context, number.data, null);
        const said = { zh: `名单现在按第 ${version} 版权重排序`, en: `Lists are ranked by version ${version} now` };
        process.stdout.write(`${here(said)}\n`);
      }),
    );
}

/** `renmai match learn | weights | rollback`: the weights of the ranking. */
export const weightCommands = (): readonly Command[] => [learnCommand(), weightsCommand(), rollbackCommand()];

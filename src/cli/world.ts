import { Command } from 'commander';
import { z } from 'zod';
import {
  DEFAULT_SIZE,
  DEMO_PASSWORD,
  demoAccounts,
  makeDemoWorld,
  type WorldSize,
  worldTruth,
} from '../../world/index.ts';
import { fail } from '../platform/index.ts';
import { progressBar, tell, terminalLocale } from './terminal.ts';
import { withContext } from './with-context.ts';

type SizeOptions = {
  readonly members?: string;
  readonly companies?: string;
  readonly postings?: string;
  readonly seed?: string;
};

const BOUNDS = {
  members: [10, 10_000_000],
  companies: [20, 100_000],
  postings: [0, 50_000_000],
  seed: [0, 2 ** 31 - 1],
} as const;

function readSize(options: SizeOptions): WorldSize {
  const read = (name: keyof typeof BOUNDS): number => {
    const given = options[name];
    if (given === undefined) return DEFAULT_SIZE[name];
    const [low, high] = BOUNDS[name];
    const parsed = z.coerce.number().int().min(low).max(high).safeParse(given);
    if (parsed.success) return parsed.data;
    throw fail('invalid', 'bad-world-size', {
      zh: `--${name} ${given} 不对：应是 ${low} 到 ${high} 之间的整数`,
      en: `--${name} ${given} is wrong: it is a whole number from ${low} to ${high}`,
    });
  };
  return { members: read('members'), companies: read('companies'), postings: read('postings'), seed: read('seed') };
}

function sized(command: Command): Command {
  const zh = terminalLocale() === 'zh';
  return command
    .option('--members <number>', zh ? '人数' : 'people', String(DEFAULT_SIZE.members))
    .option('--companies <number>', zh ? '公司数' : 'companies', String(DEFAULT_SIZE.companies))
    .option('--postings <number>', zh ? '职位数' : 'postings', String(DEFAULT_SIZE.postings))
    .option(
      '--seed <number>',
      zh ? '种子：同一种子总是同一个世界' : 'the seed: the same one, the same world',
      String(DEFAULT_SIZE.seed),
    );
}

async function make(options: SizeOptions & { readonly json?: true }): Promise<void> {
  const size = readSize(options);
  const stop = new AbortController();
  const interrupted = () =>
    stop.abort(fail('conflict', 'stopped', { zh: '已停止，没有写入任何内容', en: 'Stopped; nothing was written' }));
  process.once('SIGINT', interrupted);
  const bar = progressBar();
  try {
    await withContext((context) => makeDemoWorld(context, { ...size, progress: bar.at, signal: stop.signal }));
  } finally {
    bar.end();
    process.removeListener('SIGINT', interrupted);
  }
  const accounts = demoAccounts(size);
  if (options.json) {
    process.stdout.write(
      `${JSON.stringify({ ...size, accounts: accounts.map((account) => ({ ...account, password: DEMO_PASSWORD })) })}\n`,
    );
    return;
  }
  tell({
    zh: `演示世界已建好：${size.members} 人，${size.companies} 家公司，约 ${size.postings} 个职位`,
    en: `The demo world is made: ${size.members} people, ${size.companies} companies, about ${size.postings} postings`,
  });
  for (const { role, email } of accounts) process.stdout.write(`${role}\t${email}\t${DEMO_PASSWORD}\n`);
}

function truth(options: SizeOptions & { readonly json?: true }): void {
  const found = worldTruth(readSize(options));
  if (options.json) {
    process.stdout.write(`${JSON.stringify(found)}\n`);
    return;
  }
  const { aigc } = found;
  const percent = (share: number | undefined) => `${((share ?? 0) * 100).toFixed(2)} %`;
  const lines: readonly (readonly [string, string])[] = [
    ['F1  2021-01/02', percent(aigc.growth[2021])],
    ['F1  2023-01/02', percent(aigc.growth[2023])],
    ...Object.entries(aigc.postingsByIndustry).map(([id, share]) => [`F2  ${id}`, percent(share)] as const),
    ...Object.entries(aigc.payByRole).map(([id, pay]) => [`F5  ${id}`, `${Math.round(pay)} CNY`] as const),
    ...Object.entries(aigc.peopleByCity).map(([id, share]) => [`F6  ${id}`, percent(share)] as const),
    ...Object.entries(aigc.peopleByIndustry).map(([id, share]) => [`F7  ${id}`, percent(share)] as const),
    ['F8  > 30', percent(aigc.over30)],
    ['F8  > 35', percent(aigc.over35)],
    ['F8  > 35, internet', percent(found.internetOver35)],
    ['F10 > 3', percent(aigc.over3Years)],
    ['F10 > 5', percent(aigc.over5Years)],
    ['F12', percent(found.verifiedMidAndSenior)],
  ];
  for (const [name, value] of lines) process.stdout.write(`${name.padEnd(32)}${value.padStart(16)}\n`);
}

/** `renmai world make` fills an empty network with made-up people; `renmai world truth` says what is true of them. */
export function worldCommand(): Command {
  const zh = terminalLocale() === 'zh';
  const world = new Command('world').description(
    zh ? '演示世界：从种子生成的职业社会' : 'The demo world: a professional society made from a seed',
  );
  sized(world.command('make'))
    .description(zh ? '在空的网络里建一个世界' : 'make one in an empty network')
    .option('--json', 'JSON')
    .action(make);
  sized(world.command('truth'))
    .description(zh ? '列出这个世界里的真值（不读数据库）' : 'what is true of it, counted without the database')
    .option('--json', 'JSON')
    .action(truth);
  return world;
}

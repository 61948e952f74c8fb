import { readFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { loadSocialGraph } from '../graph/index.ts';
import { actorByEmail, demoAccountsSetting, recruiterEmails } from '../identity/index.ts';
import { readRoleBrief } from '../language/index.ts';
import { findMatches, openTalentIndex } from '../matching/index.ts';
import {
  type AccountActor,
  type Context,
  fail,
  inLocale,
  type Locale,
  readSetting,
  type Text,
} from '../platform/index.ts';
import { rebuildIndexCommand } from './match-index.ts';
import { weightCommands } from './match-weights.ts';
import { terminalLocale } from './terminal.ts';
import { withContext } from './with-context.ts';

type Flags = {
  readonly jd?: string;
  readonly as?: string;
  readonly limit: string;
  readonly lang?: Locale;
  readonly json?: true;
};

const here = (text: Text): string => inLocale(text, terminalLocale());
const LARGEST = 60_000;

async function readDescription(file: string): Promise<string> {
  let words: string;
  try {
    words = (await readFile(file === '-' ? '/dev/stdin' : file, 'utf8')).trim();
  } catch {
    throw fail('not-found', 'no-such-file', { zh: `读不到文件 ${file}`, en: `The file ${file} cannot be read` });
  }
  if (words === '' || words.length > LARGEST) {
    throw fail('invalid', 'bad-description', {
      zh: `${file} 应有 1 到 ${LARGEST} 个字`,
      en: `${file} has to hold 1 to ${LARGEST} characters`,
    });
  }
  return words;
}

/** In whose name: the list depends on the recruiter's company and connections, and goes into people's files. */
async function recruiter(context: Context, email: string | undefined): Promise<AccountActor> {
  const demo = (await readSetting(context.db, 'demo-accounts', demoAccountsSetting)) ?? [];
  const known = await recruiterEmails(context.db, 10);
  const chosen =
    email ??
    demo.find((account) => known.includes(account.email))?.email ??
    (known.length === 1 ? known[0] : undefined);
  if (chosen === undefined) {
    throw fail('invalid', 'recruiter-needed', {
      zh: `请用 --as 指明招聘者的账号${known.length > 0 ? `:${known.join('、')}` : '（先用 renmai user 授权）'}`,
      en: `Name a recruiter's account with --as${known.length > 0 ? `: ${known.join(', ')}` : ' (grant one with renmai user first)'}`,
    });
  }
  const actor = await actorByEmail(context, chosen);
  if (actor.recruitsFor.length === 0) {
    throw fail('forbidden', 'no-seat', { zh: `${chosen} 不是招聘者`, en: `${chosen} recruits for no company` });
  }
  return actor;
}

type Found = Awaited<ReturnType<typeof findMatches>>;

function present(found: Found, actor: AccountActor, locale: Locale): string {
  const say = (text: Text) => inLocale(text, locale);
  const head = say({
    zh: `可被找到的 ${found.searched} 人中有 ${found.fitting} 人合适（以${actor.name}的身份查看，已记入各人的档案）`,
    en: `${found.fitting} of the ${found.searched} people who may be found fit (seen as ${actor.name}, and noted in each person's file)`,
  });
  const people = found.items.map((item, index) => {
    const { current } = item.member;
    const marks = [
      current && `${current.companyName} · ${current.title}`,
      item.verified.length > 0 &&
        say({
          zh: `${item.verified.length} 段经历已认证`,
          en: `${item.verified.length} position${item.verified.length > 1 ? 's' : ''} verified`,
        }),
      item.degreeOfConnection &&
        say({ zh: `${item.degreeOfConnection} 度人脉`, en: `${item.degreeOfConnection}° connection` }),
    ].filter(Boolean);
    const introducers = item.introducers.map((card) => card.name).join(say({ zh: '、', en: ', ' }));
    return [
      `${String(index + 1).padStart(3)}. ${item.member.name}  ${item.score}  ${marks.join(' | ')}`,
      ...item.reasons.map((reason) => `       + ${say(reason.text)}`),
      ...item.missing.map((missing) => `       - ${say(missing)}`),
      ...(introducers ? [`       ${say({ zh: '可引荐', en: 'could introduce' })}: ${introducers}`] : []),
    ].join('\n');
  });
  return `${[head, ...people].join('\n')}\n`;
}

async function match(flags: Flags): Promise<void> {
  const limit = Number(flags.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    throw fail('invalid', 'bad-limit', {
      zh: '--limit 应是 1 到 100 的整数',
      en: '--limit is a whole number from 1 to 100',
    });
  }
  if (flags.jd === undefined) {
    throw fail('invalid', 'description-needed', {
      zh: '请用 --jd 指明职位描述的文件',
      en: 'Name the file of the description with --jd',
    });
  }
  const text = await readDescription(flags.jd);
  const brief = readRoleBrief(text);
  await withContext(async (context, config) => {
    const actor = await recruiter(context, flags.as);
    const [graph, talentIndex] = await Promise.all([
      loadSocialGraph(context),
      openTalentIndex(context, config.talentIndex),
    ]);
    const whose = { postingId: null, companyId: actor.recruitsFor[0] ?? null, industryId: null };
    const request = { ...whose, brief, text, filter: {}, limit };
    const found = await findMatches(context, actor, { graph, talentIndex }, request);
    process.stdout.write(
      flags.json ? `${JSON.stringify({ brief, ...found })}\n` : present(found, actor, flags.lang ?? terminalLocale()),
    );
  });
}

/** `renmai match --jd FILE`: the ranked list for a job description, on the terminal. */
export function matchCommand(): Command {
  const command = new Command('match')
    .description(
      here({
        zh: '读一份职位描述，列出合适而没有投递过的人，附理由',
        en: 'Read a job description and list the people who fit though they never applied, with reasons',
      }),
    )
    .option(
      '--jd <file>',
      here({ zh: '职位描述的文本文件，- 为标准输入', en: 'the description, a text file; - for standard input' }),
    )
    .option('--as <email>', here({ zh: '以哪位招聘者的身份', en: "in which recruiter's name" }))
    .option('--limit <number>', here({ zh: '列出多少人', en: 'how many people to list' }), '10')
    .addOption(
      new Option('--lang <language>', here({ zh: '用哪种语言列出', en: 'the language of the list' })).choices([
        'zh',
        'en',
      ]),
    )
    .option('--json', here({ zh: '以 JSON 输出简报与名单', en: 'print the brief and the list as JSON' }))
    .action(match);
  for (const one of [...weightCommands(), rebuildIndexCommand()]) command.addCommand(one);
  return command;
}

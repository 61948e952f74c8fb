import { Command } from 'commander';
import { actorByEmail } from '../identity/index.ts';
import { latestPublications, publishInput, publishReport, withdrawReport } from '../insights/index.ts';
import { type AccountActor, type Context, fail, inLocale, knownAddress, type Text } from '../platform/index.ts';
import { addQueryOptions, type QueryFlags, readQuery } from './report-query.ts';
import { tell, terminalLocale } from './terminal.ts';
import { withContext } from './with-context.ts';

type PublishFlags = QueryFlags & {
  readonly by: string;
  readonly named?: true;
  readonly titleZh?: string;
  readonly titleEn?: string;
  readonly noteZh?: string;
  readonly noteEn?: string;
  readonly correctionZh?: string;
  readonly correctionEn?: string;
};
type WithdrawFlags = { readonly by: string; readonly reasonZh?: string; readonly reasonEn?: string };

const here = (text: Text): string => inLocale(text, terminalLocale());
const both = (zh: string | undefined, en: string | undefined) => ({ zh: zh?.trim() ?? '', en: en?.trim() ?? '' });

/** The analyst in whose name it is done. */
async function analystBy(context: Context, email: string): Promise<AccountActor> {
  const actor = await actorByEmail(context, email);
  if (actor.roles.has('analyst')) return actor;
  throw fail('forbidden', 'not-an-analyst', {
    zh: `${email} 不是分析师，不能发布报告`,
    en: `${email} is no analyst and publishes no reports`,
  });
}

async function publish(fieldId: string, flags: PublishFlags): Promise<void> {
  const query = readQuery(flags);
  const correction = both(flags.correctionZh, flags.correctionEn);
  const words = publishInput.safeParse({
    title: both(flags.titleZh, flags.titleEn),
    note: both(flags.noteZh, flags.noteEn),
    named: flags.named === true,
    ...((correction.zh !== '' || correction.en !== '') && { correction }),
  });
  if (!words.success) {
    throw fail('invalid', 'bad-option', {
      zh: `${words.error.issues[0]?.path.join('-') ?? ''} 太长`,
      en: `${words.error.issues[0]?.path.join('-') ?? ''} is too long`,
    });
  }
  await withContext(async (context) => {
    const published = await publishReport(context, await analystBy(context, flags.by), fieldId, query, words.data);
    process.stdout.write(`${await knownAddress(context.db)}/reports/${published.slug}\n`);
  });
}

async function withdraw(slug: string, flags: WithdrawFlags): Promise<void> {
  const reason = both(flags.reasonZh, flags.reasonEn);
  if (reason.zh === '' && reason.en === '') {
    throw fail('invalid', 'no-reason', {
      zh: '要用 --reason-zh 或 --reason-en 说明原因，报告页面会写出来',
      en: 'Say why with --reason-zh or --reason-en; the page of the report will say it',
    });
  }
  await withContext(async (context) => {
    await analystBy(context, flags.by);
    await withdrawReport(context, slug, reason);
    tell({ zh: `已撤回 ${slug}`, en: `${slug} is withdrawn` });
  });
}

async function list(flags: { readonly json?: true }): Promise<void> {
  const items = await withContext((context) => latestPublications(context));
  if (flags.json) {
    process.stdout.write(`${JSON.stringify(items)}\n`);
    return;
  }
  for (const one of items) {
    const parts = [one.slug, one.publishedAt?.slice(0, 10) ?? '', one.state, one.supersededBy ?? ''];
    process.stdout.write(`${parts.join('\t').trimEnd()}\n`);
  }
}

const by = here({ zh: '以哪位分析师的账号', en: "the analyst's account" });

/** `renmai report publish FIELD --from … --to … --by EMAIL`: stores the report for everybody, and prints its address. */
export function reportPublishCommand(): Command {
  const command = new Command('publish').description(
    here({ zh: '发布一份报告，输出它的固定地址', en: 'Publish a report, and print the address that it keeps' }),
  );
  return addQueryOptions(command.argument('<field>'))
    .requiredOption('--by <email>', by)
    .option('--named', here({ zh: '署上作者姓名', en: 'name the author beside the institute' }))
    .option('--title-zh <text>', here({ zh: '中文标题', en: 'the title in Chinese' }))
    .option('--title-en <text>', here({ zh: '英文标题', en: 'the title in English' }))
    .option('--note-zh <text>', here({ zh: '中文说明', en: 'a note in Chinese' }))
    .option('--note-en <text>', here({ zh: '英文说明', en: 'a note in English' }))
    .option('--correction-zh <text>', here({ zh: '更正了什么（中文）', en: 'what was corrected, in Chinese' }))
    .option('--correction-en <text>', here({ zh: '更正了什么（英文）', en: 'what was corrected, in English' }))
    .action(publish);
}

/** `renmai report withdraw SLUG --by EMAIL --reason-zh …`: takes a published report back. */
export function reportWithdrawCommand(): Command {
  return new Command('withdraw')
    .description(
      here({ zh: '撤回一份已发布的报告，页面写明原因', en: 'Withdraw a published report; its page says why' }),
    )
    .argument('<slug>')
    .requiredOption('--by <email>', by)
    .option('--reason-zh <text>', here({ zh: '原因（中文）', en: 'why, in Chinese' }))
    .option('--reason-en <text>', here({ zh: '原因（英文）', en: 'why, in English' }))
    .action(withdraw);
}

/** `renmai report published`: the latest hundred, the newest first. */
export function reportPublishedCommand(): Command {
  return new Command('published')
    .description(here({ zh: '列出最近发布的报告', en: 'List the reports that were published lately' }))
    .option('--json', 'JSON')
    .action(list);
}

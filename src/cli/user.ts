import { randomBytes } from 'node:crypto';
import { Command } from 'commander';
import { z } from 'zod';
import { accountByEmail, addRole, addSeat, createAccount, listAccounts, setPassword } from '../identity/index.ts';
import { erasedWords, eraseMember, findSubject, previewErasure } from '../moderation/index.ts';
import { fail } from '../platform/index.ts';
import { tell, terminalLocale } from './terminal.ts';
import { withContext } from './with-context.ts';

const roleSchema = z.enum(['analyst', 'moderator', 'operator']);

function noSuchAccount(email: string) {
  return fail('not-found', 'no-such-account', { zh: `没有账号 ${email}`, en: `There is no account ${email}` });
}

function newPassword(): string {
  return randomBytes(12).toString('base64url');
}

export function userCommand(): Command {
  const zh = terminalLocale() === 'zh';
  const user = new Command('user').description(
    zh ? '账号：列出、新建、授权、重设密码、注销' : 'Accounts: list, create, grant, reset a password, erase',
  );
  user
    .command('list')
    .option('--json', 'JSON lines')
    .action((options: { json?: true }) =>
      withContext(async (context) => {
        for (const row of await listAccounts(context.db, 1_000)) {
          process.stdout.write(
            options.json ? `${JSON.stringify(row)}\n` : `${row.email}\t${row.name}\t${row.roles.join(',')}\n`,
          );
        }
      }),
    );
  user
    .command('create <email> <name>')
    .option('--role <role>', 'analyst | moderator | operator')
    .action((email: string, name: string, options: { role?: string }) =>
      withContext(async (context) => {
        const password = newPassword();
        const roles = options.role ? [parseRole(options.role)] : [];
        await createAccount(context, {
          email: z.email().parse(email),
          name,
          password,
          locale: terminalLocale(),
          roles,
        });
        tell({ zh: `已新建 ${email}，初始密码：`, en: `Created ${email}, with the password:` });
        process.stdout.write(`${password}\n`);
      }),
    );
  user
    .command('grant <email> <role>')
    .option(
      '--company <id>',
      zh ? '为哪家公司招聘（role 为 recruiter 时）' : 'the company to recruit for (role: recruiter)',
    )
    .action((email: string, role: string, options: { company?: string }) =>
      withContext(async (context) => {
        const account = await accountByEmail(context.db, email);
        if (!account) throw noSuchAccount(email);
        if (role === 'recruiter') await addSeat(context, account.id, z.uuid().parse(options.company), null);
        else await addRole(context, account.id, parseRole(role), null);
      }),
    );
  user.command('reset-password <email>').action((email: string) =>
    withContext(async (context) => {
      const account = await accountByEmail(context.db, email);
      if (!account) throw noSuchAccount(email);
      const password = newPassword();
      await setPassword(context, account.id, password);
      process.stdout.write(`${password}\n`);
    }),
  );
  user
    .command('erase <email-or-id>')
    .description(
      zh
        ? '永久删除一个人：账号、资料和属于本人的一切。不加 --yes 只列出会发生什么'
        : 'Erase a person for good: account, profile and all that is theirs. Without --yes it only says what would happen',
    )
    .option(
      '--words <fate>',
      zh ? '帖子、评论和消息的文字：remove | keep' : 'the text of posts, comments and messages: remove | keep',
      'remove',
    )
    .option('--successor <email>', zh ? '唯一的运营者离开时，由谁接手' : 'who takes over from the only operator')
    .option('--yes', zh ? '确认删除' : 'do it')
    .option('--json', zh ? '以 JSON 列出' : 'print what would happen as JSON')
    .action((person: string, options: EraseOptions) =>
      withContext(async (context) => {
        const words = parseWords(options.words);
        const subject = await findSubject(
          context.db,
          z.uuid().safeParse(person).success ? { id: person } : { email: person },
        );
        if (!subject) throw noSuchAccount(person);
        const preview = await previewErasure(context, subject.id);
        if (options.json) process.stdout.write(`${JSON.stringify({ id: subject.id, ...preview })}\n`);
        else {
          for (const { part, deleted, stays } of preview.items)
            process.stdout.write(
              `${part}\t${zh ? '删除' : 'deleted'} ${deleted ?? 0}\t${zh ? '去名保留' : 'stays without the name'} ${stays ?? 0}\n`,
            );
        }
        if (options.yes) {
          await eraseMember(context, subject, { words, successor: options.successor, by: null });
          tell({ zh: `已删除 ${subject.id}`, en: `Erased ${subject.id}` });
        } else tell({ zh: '尚未删除；确认请加 --yes', en: 'Nothing is erased yet; add --yes to do it' });
      }),
    );
  return user;
}

type EraseOptions = { readonly words: string; readonly successor?: string; readonly yes?: true; readonly json?: true };

function parseWords(words: string): z.output<typeof erasedWords> {
  const parsed = erasedWords.safeParse(words);
  if (parsed.success) return parsed.data;
  throw fail('invalid', 'no-such-choice', {
    zh: `--words 不能是 ${words}：可用的是 remove、keep`,
    en: `--words cannot be ${words}: remove or keep`,
  });
}

function parseRole(role: string): z.output<typeof roleSchema> {
  const parsed = roleSchema.safeParse(role);
  if (parsed.success) return parsed.data;
  throw fail('invalid', 'no-such-role', {
    zh: `没有身份 ${role}：可用的是 analyst、moderator、operator、recruiter`,
    en: `There is no role ${role}: analyst, moderator, operator or recruiter`,
  });
}

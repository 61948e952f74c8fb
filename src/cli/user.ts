import { randomBytes } from 'node:crypto';
import { Command } from 'commander';
import { z } from 'zod';
import { accountByEmail, addRole, addSeat, createAccount, listAccounts, setPassword } from '../identity/index.ts';
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
    zh ? '账号：列出、新建、授权、重设密码' : 'Accounts: list, create, grant, reset a password',
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
  return user;
}

function parseRole(role: string): z.output<typeof roleSchema> {
  const parsed = roleSchema.safeParse(role);
  if (parsed.success) return parsed.data;
  throw fail('invalid', 'no-such-role', {
    zh: `没有身份 ${role}：可用的是 analyst、moderator、operator、recruiter`,
    en: `There is no role ${role}: analyst, moderator, operator or recruiter`,
  });
}

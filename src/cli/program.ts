import { Command, CommanderError } from 'commander';
import { auditCommand } from './audit.ts';
import { backupCommand, restoreCommand } from './backup.ts';
import { doctorCommand } from './doctor.ts';
import { importCommand } from './import.ts';
import { insightsCommand } from './insights.ts';
import { linkTitleCommand } from './link-title.ts';
import { matchCommand } from './match.ts';
import { parseCommand } from './parse.ts';
import { reportCommand } from './report.ts';
import { startCommand } from './start.ts';
import { EXIT, reportFailure, terminalLocale } from './terminal.ts';
import { userCommand } from './user.ts';
import { worldCommand } from './world.ts';

function createProgram(): Command {
  const zh = terminalLocale() === 'zh';
  const program = new Command('renmai')
    .description(
      zh ? '人脉：开放的、自己运行的职业社交网络' : 'Renmai: an open, self-hosted professional network that hires',
    )
    .addHelpText(
      'after',
      zh
        ? '\n退出码：0 完成，1 出错，2 用法或输入不对，130 被中断。数据在标准输出，进度与说明在标准错误。'
        : '\nExit codes: 0 done, 1 something failed, 2 bad use or bad input, 130 interrupted. Data is on standard output, progress and notes on standard error.',
    )
    // What stands after a command's name is the command's, whatever the commands above it call their options.
    .enablePositionalOptions()
    .showHelpAfterError(zh ? '（加 --help 看用法）' : '(--help shows how to use it)')
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, '')) });
  const commands = [
    startCommand(),
    importCommand(),
    linkTitleCommand(),
    parseCommand(),
    matchCommand(),
    auditCommand(),
    reportCommand(),
    insightsCommand(),
    userCommand(),
    worldCommand(),
    backupCommand(),
    restoreCommand(),
    doctorCommand(),
  ];
  for (const command of commands) program.addCommand(command);
  const quiet = (command: Command): void => {
    command.exitOverride();
    command.commands.forEach(quiet);
  };
  quiet(program);
  return program;
}

/** Runs the command line and returns the exit code: 0 done, 1 failed, 2 bad use or bad input. */
export async function runCli(argv: readonly string[]): Promise<number> {
  try {
    await createProgram().parseAsync([...argv]);
    return EXIT.done;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.badUse;
    return reportFailure(error);
  }
}

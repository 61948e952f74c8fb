import { FailureError, inLocale, type Locale, type Text } from '../platform/index.ts';

/** 0 done, 1 something failed, 2 bad use or bad input, 130 interrupted. */
export const EXIT = { done: 0, failed: 1, badUse: 2, interrupted: 130 } as const;

/** The terminal's language, from the POSIX locale variables. */
export function terminalLocale(env: Record<string, string | undefined> = process.env): Locale {
  return /^zh/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? 'zh' : 'en';
}

/** Tells a person, on standard error: standard output is for data. */
export function tell(text: Text): void {
  process.stderr.write(`${inLocale(text, terminalLocale())}\n`);
}

/** One clear line for whatever went wrong, and the exit code that goes with it. */
export function reportFailure(error: unknown): number {
  if (error instanceof FailureError) {
    tell(error.failure.message);
    for (const field of error.failure.fields)
      process.stderr.write(`  ${field.path}: ${inLocale(field.message, terminalLocale())}\n`);
    return EXIT.badUse;
  }
  const detail = error instanceof Error ? error.message : String(error);
  tell({ zh: `出错了：${detail}`, en: `Something failed: ${detail}` });
  if (process.env.RENMAI_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return EXIT.failed;
}

/** A bar on a terminal, and one line for every tenth elsewhere. */
export function progressBar(): { at(done: number, total: number, label: Text): void; end(): void } {
  const terminal = process.stderr.isTTY === true;
  let lastTenth = -1;
  return {
    at(done, total, label) {
      const share = total > 0 ? Math.min(1, done / total) : 0;
      const words = inLocale(label, terminalLocale());
      if (terminal) {
        const filled = Math.round(share * 30);
        process.stderr.write(
          `\r\x1b[K${'█'.repeat(filled)}${'░'.repeat(30 - filled)} ${Math.floor(share * 100)} % ${words}`,
        );
      } else if (Math.floor(share * 10) !== lastTenth) {
        lastTenth = Math.floor(share * 10);
        process.stderr.write(`${lastTenth * 10} % ${words}\n`);
      }
    },
    end() {
      if (terminal) process.stderr.write('\r\x1b[K');
    },
  };
}

/** The program's own log: one line each on standard error. */
export const terminalLog = {
  info: (message: string, detail?: Record<string, unknown>) => write('info', message, detail),
  warn: (message: string, detail?: Record<string, unknown>) => write('warn', message, detail),
  error: (message: string, detail?: Record<string, unknown>) => write('error', message, detail),
};

function write(level: string, message: string, detail?: Record<string, unknown>): void {
  process.stderr.write(`${level}: ${message}${detail ? ` ${JSON.stringify(detail)}` : ''}\n`);
}

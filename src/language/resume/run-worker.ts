import { Worker } from 'node:worker_threads';
import type { WorkerAnswer, WorkerTask } from './extract-worker.ts';

export type WorkerOutcome =
  | WorkerAnswer
  | { ok: false; code: 'too-slow' | 'too-much-memory' | 'corrupt'; detail: string };

const maxThreads = 2;
const maxGrowthBytes = 1024 * 1024 * 1024;
let running = 0;
const waiting: (() => void)[] = [];

/**
 * Reads a file in a thread of its own, which is ended when it takes too long or too much memory: nothing that a file
 * contains can hold up the server. At most two at a time; the others wait their turn.
 */
export async function runExtraction(task: WorkerTask): Promise<WorkerOutcome> {
  if (running >= maxThreads) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    return await runOnce(task);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

function runOnce(task: WorkerTask): Promise<WorkerOutcome> {
  const worker = new Worker(new URL('./extract-worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: task.limits.maxHeapMb, stackSizeMb: 4 },
    execArgv: ['--no-warnings'],
    stdout: true,
    stderr: true,
  });
  // The heap limit does not count array buffers, so the process's own size is watched as well.
  const sizeBefore = process.memoryUsage.rss();
  return new Promise((resolve) => {
    const finish = (outcome: WorkerOutcome) => {
      clearTimeout(timeout);
      clearInterval(watch);
      void worker.terminate();
      resolve(outcome);
    };
    const timeout = setTimeout(() => finish({ ok: false, code: 'too-slow', detail: '' }), task.limits.timeoutMs);
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - sizeBefore > maxGrowthBytes)
        finish({ ok: false, code: 'too-much-memory', detail: '' });
    }, 100);
    worker.once('message', finish);
    worker.once('error', (error: Error & { code?: string }) => {
      const code = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-much-memory' : 'corrupt';
      finish({ ok: false, code, detail: error.message });
    });
    worker.once('exit', (status) => finish({ ok: false, code: 'corrupt', detail: `exit ${status}` }));
  });
}

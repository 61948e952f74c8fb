import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import type { ExtractionLimits } from './model.ts';
import { readDocx } from './read-docx.ts';
import { readPdf } from './read-pdf.ts';

/** What the thread is given. */
export type WorkerTask = { kind: 'pdf' | 'docx'; bytes: Uint8Array; limits: ExtractionLimits };

/** What the thread answers. */
export type WorkerAnswer = Awaited<ReturnType<typeof readPdf>> | Awaited<ReturnType<typeof readDocx>>;

const kind = z.object({ kind: z.enum(['pdf', 'docx']) }).parse(workerData).kind;
const { bytes, limits }: WorkerTask = workerData;
parentPort?.postMessage(await (kind === 'pdf' ? readPdf(bytes, limits) : readDocx(bytes, limits)));

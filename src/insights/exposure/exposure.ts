import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { roles } from '../../language/index.ts';

/** What two published measures say of an occupation. They measure different things and are never averaged. */
export type Exposure = {
  readonly soc: string;
  readonly title: string;
  /** GPTs are GPTs, human β: the share of tasks that a large language model speeds up by half or more, tools half counted. */
  readonly beta: number | null;
  /** AIOE: standard deviations above the mean of all occupations. */
  readonly aioe: number | null;
};

/** Half of the tasks or more: the threshold that "GPTs are GPTs" reports its workers by. */
export const EXPOSED_BETA = 0.5;
/** The upper quartile of the 774 occupations of AIOE's Appendix A. */
export const EXPOSED_AIOE = 1.0145;

const numberOf = (cell: string | undefined): number | null => (cell ? Number(cell) : null);

let table: ReadonlyMap<string, Exposure> | undefined;

function readTable(): ReadonlyMap<string, Exposure> {
  const lines = readFileSync(join(import.meta.dirname, 'ai-exposure.tsv'), 'utf8').split('\n');
  return new Map(
    lines
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const [soc = '', title = '', beta, , aioe] = line.split('\t');
        return [soc, { soc, title, beta: numberOf(beta), aioe: numberOf(aioe) }];
      }),
  );
}

/** The occupation that a role maps to, with its measures; undefined where none fits. */
export function exposureOf(roleId: string): Exposure | undefined {
  table ??= readTable();
  const soc = roles().find((role) => role.id === roleId)?.soc;
  return soc ? table.get(soc) : undefined;
}

export const isExposedBeta = (exposure: Exposure): boolean | null =>
  exposure.beta === null ? null : exposure.beta >= EXPOSED_BETA;
export const isExposedAioe = (exposure: Exposure): boolean | null =>
  exposure.aioe === null ? null : exposure.aioe >= EXPOSED_AIOE;

import { type FailureError, fail, type Text } from '../../platform/index.ts';
import type { At } from './query-model.ts';

const SHOWN = 24;

/** What is wrong with a query, where (counted from 1 for people), and what to do about it. */
export function queryProblem(source: string, at: At, said: Text): FailureError {
  const piece = source.slice(at.start, Math.min(at.end, at.start + SHOWN));
  const where: Text =
    piece === ''
      ? { zh: '在末尾', en: 'At the end' }
      : { zh: `第 ${at.start + 1} 个字“${piece}”处`, en: `At character ${at.start + 1} (“${piece}”)` };
  const message = { zh: `${where.zh}：${said.zh}`, en: `${where.en}: ${said.en}` };
  return fail('invalid', 'bad-query', message, [{ path: `q[${at.start}-${at.end}]`, message: said }]);
}

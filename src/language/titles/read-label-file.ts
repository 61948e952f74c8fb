import type { Label } from './label-index.ts';

/** A line that is no label, by its number in the file from 1. */
export type BadLine = { readonly line: number; readonly reason: 'no-tab' | 'no-id' | 'no-label' };

/** First cells of a header, as exports of occupations name their columns. */
const ID_HEADER =
  /^(?:id|ids|code|uri|key|c_?key|c_?id|concept[ _]?(?:id|uri|key)?|label[ _]?id|esco[ _]?(?:id|code|uri)?|编号|代码|标识)$/iu;
const LABEL_HEADER =
  /^(?:labels?|names?|titles?|text|c_?text|(?:pref|alt)(?:erred)?[ _]?labels?|term|surface[ _]?form|名称|职业|职位|标签)$/iu;

/**
 * Reads labels from lines "id TAB label" (further cells are ignored), with a header or without. Blank lines are
 * skipped; a row that stands twice counts once; lines that are no label are told by number.
 */
export function readLabelFile(text: string): { readonly labels: readonly Label[]; readonly bad: readonly BadLine[] } {
  const labels: Label[] = [];
  const bad: BadLine[] = [];
  const seen = new Set<string>();
  const lines = text.replace(/^\uFEFF/u, '').split(/\r\n|\n|\r/u);
  let isFirst = true;
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const [id = '', label] = line.split('\t').map((cell) => cell.trim());
    const header = isFirst && ID_HEADER.test(id) && LABEL_HEADER.test(label ?? '');
    isFirst = false;
    if (header) continue;
    if (label === undefined) bad.push({ line: at + 1, reason: 'no-tab' });
    else if (id === '') bad.push({ line: at + 1, reason: 'no-id' });
    else if (label === '') bad.push({ line: at + 1, reason: 'no-label' });
    else if (!seen.has(`${id}\t${label}`)) {
      seen.add(`${id}\t${label}`);
      labels.push({ id, label });
    }
  }
  return { labels, bad };
}

import type { Outline, OutlineTable } from './outline-report.ts';
import { reportWords } from './report-words.ts';

/** A cell's text that cannot break out of its cell, nor become markup or a link. */
const cell = (text: string): string => text.replaceAll(/([\\|`*_[\]<>])/g, '\\$1').replaceAll(/\s+/g, ' ');

const line = (text: string): string => text.replaceAll(/([\\`*_[\]<>])/g, '\\$1').replaceAll(/\s+/g, ' ');

function table({ header, numeric, rows }: OutlineTable): string {
  const row = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [row(header), `| ${numeric.map((right) => (right ? '---:' : '---')).join(' | ')} |`, ...rows.map(row)].join(
    '\n',
  );
}

/** A fence longer than any run of backticks inside. */
function fenced(code: string, language: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${code}\n${fence}`;
}

/** The report as GitHub-flavoured Markdown: sentences, tables and methods; charts are in the other formats. */
export function reportMarkdown(outline: Outline): string {
  const words = reportWords(outline.locale);
  const figures = outline.figures.flatMap((figure) => [
    `## ${figure.code} ${line(figure.title)}`,
    ...(figure.sentences.length > 0 ? [figure.sentences.map(line).join('\n\n')] : []),
    ...figure.tables.flatMap((one) => [`**${line(one.title)}**`, table(one)]),
    `*${line(figure.facts)}*`,
    ...figure.notes.map((note) => `- ${line(note)}`),
    `${words.definition}${words.colon}${line(figure.definition)}`,
    `${words.formula}${words.colon}${line(figure.formula)}`,
    fenced(figure.sql, 'sql'),
    ...figure.references.map((reference) => `- ${line(reference)}`),
  ]);
  return `${[
    `# ${line(outline.title)}`,
    `${line(outline.network)} · ${words.thinkTank} · ${line(outline.subtitle)}`,
    ...(outline.generated ? [`> **${line(outline.generated)}**`] : []),
    ...outline.lead.map(line),
    outline.facts.map(([label, value]) => `- **${line(label)}**${words.colon}${line(value)}`).join('\n'),
    ...figures,
    ...(outline.notes.length > 0
      ? [`## ${words.notes}`, outline.notes.map((note) => `- ${line(note)}`).join('\n')]
      : []),
  ].join('\n\n')}\n`;
}

import { plainLine, type TextLine } from './text-lines.ts';

const headingScale = [2, 1.5, 1.25, 1.1, 1, 1];

/** Markdown as lines of plain text: headings marked, emphasis and link syntax gone, table rows parted by tabs. */
export function markdownToLines(markdown: string): TextLine[] {
  const lines: TextLine[] = [];
  for (const raw of markdown.split('\n')) {
    const line = raw.trimEnd();
    if (/^\s*(?:```|~~~|-{3,}$|\*{3,}$|_{3,}$)/.test(line) || /^\s*\|?[\s:|-]*-{3}[\s:|-]*\|?$/.test(line)) {
      lines.push(plainLine(''));
      continue;
    }
    const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line);
    const content = heading?.[2] ?? line;
    const bold = /^\s*(?:\*\*|__)[^*_]+(?:\*\*|__)\s*$/.test(content);
    const cells = /^\s*\|.*\|$/.test(content)
      ? content
          .trim()
          .slice(1, -1)
          .split('|')
          .map((cell) => cell.trim())
          .join('\t')
      : content;
    const scale = heading ? (headingScale[(heading[1]?.length ?? 1) - 1] ?? 1) : 1;
    lines.push({
      text: withoutMarks(cells),
      page: 1,
      scale,
      bold: bold || heading !== null,
      heading: heading !== null,
    });
  }
  return lines;
}

function withoutMarks(text: string): string {
  return text
    .replace(/!\[[^\]\n]{0,200}\]\([^)\s]{0,500}\)/g, '')
    .replace(/\[([^\]\n]{1,200})\]\(([^)\s]{1,500})\)/g, (_whole, label: string, url: string) =>
      label === url || url.startsWith('#') || url === `mailto:${label}` ? label : `${label} ${url}`,
    )
    .replace(/<((?:https?:\/\/|mailto:)[^>\s]{1,500})>/g, '$1')
    .replace(
      /\*\*([^*\n]{1,500})\*\*|__([^_\n]{1,500})__/g,
      (_whole, stars?: string, lines?: string) => stars ?? lines ?? '',
    )
    .replace(/(?<![\w*])[*_]([^*_\n]{1,200})[*_](?![\w*])/g, '$1')
    .replace(/`([^`\n]{1,200})`/g, '$1')
    .replace(/^(\s*)[*+-] (?:\[[ x]\] )?/, '$1• ')
    .replace(/^\s*> ?/, '');
}

import { plainLine, type TextLine } from './text-lines.ts';

const blocks = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const dropped = new Set([
  'script',
  'style',
  'head',
  'template',
  'svg',
  'noscript',
  'iframe',
  'object',
  'textarea',
  'select',
]);
const headingScale: Record<string, number> = { h1: 2, h2: 1.5, h3: 1.25, h4: 1.1, h5: 1, h6: 1 };
/** A longer line is cut: no block of a resume is, and the work on one line stays bounded. */
const maxLine = 10_000;
const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  ndash: '–',
  mdash: '—',
  middot: '·',
  bull: '•',
  hellip: '…',
  laquo: '«',
  raquo: '»',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  copy: '©',
  reg: '®',
  trade: '™',
  eacute: 'é',
  egrave: 'è',
  uuml: 'ü',
  ouml: 'ö',
  auml: 'ä',
};

/**
 * The visible text of HTML, a line per block, table cells parted by tabs, list items marked with "• ". Reads any
 * string in one pass; it does not build a tree, so unclosed tags do no harm. Tabs are blanks, as in HTML, unless kept.
 */
export function htmlToLines(html: string, options: { keepTabs: boolean } = { keepTabs: false }): TextLine[] {
  const blanks = options.keepTabs ? /[ \r\n\f]+/g : /[ \t\r\n\f]+/g;
  const lines: TextLine[] = [];
  let line = '';
  // Asked of the piece added last: asking the line itself would copy it each time.
  let endsBlank = true;
  let boldDepth = 0;
  let boldLength = 0;
  let heading = '';
  let cellDepth = 0;
  const flush = () => {
    const text = line.trim();
    if (text !== '') {
      const scale = headingScale[heading] ?? 1;
      const bold = heading !== '' || boldLength >= text.replaceAll(/[\s•]/g, '').length;
      lines.push({ text, page: 1, scale, bold, heading: heading !== '' });
    }
    line = '';
    endsBlank = true;
    boldLength = 0;
  };
  const lastClose = html.lastIndexOf('>');
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const textEnd = open < 0 ? html.length : open;
    if (textEnd > at) {
      const text = decodeEntities(html.slice(at, textEnd)).replaceAll(blanks, ' ');
      const joined = endsBlank || line === '' ? text.trimStart() : text;
      line += joined;
      if (line.length > maxLine) flush();
      if (joined !== '') endsBlank = /\s$/.test(joined.slice(-1));
      if (boldDepth > 0) boldLength += joined.replaceAll(/\s/g, '').length;
    }
    if (open < 0) break;
    if (html.startsWith('<!--', open)) {
      const close = html.indexOf('-->', open + 4);
      at = close < 0 ? html.length : close + 3;
      continue;
    }
    const close = open > lastClose ? -1 : html.indexOf('>', open + 1);
    const tag = close < 0 ? null : /^<(\/?)([a-zA-Z][a-zA-Z0-9]*)/.exec(html.slice(open, Math.min(close, open + 40)));
    if (tag === null) {
      if (close < 0 || !/[!?]/.test(html[open + 1] ?? '')) {
        // A bare "<" is text: "p < 0.05".
        line += '<';
        endsBlank = false;
        if (line.length > maxLine) flush();
        at = open + 1;
      } else {
        at = close + 1;
      }
      continue;
    }
    at = close + 1;
    const closing = tag[1] === '/';
    const name = (tag[2] ?? '').toLowerCase();
    if (dropped.has(name)) {
      if (!closing && html[close - 1] !== '/') at = endOfElement(html, name, at);
    } else if (name === 'b' || name === 'strong') {
      boldDepth = Math.max(0, boldDepth + (closing ? -1 : 1));
    } else if (name === 'br') {
      if (cellDepth > 0) line += ' ';
      else flush();
    } else if (name === 'td' || name === 'th') {
      cellDepth = closing ? 0 : 1;
      if (!closing && line.trim() !== '') line = `${line.trimEnd()}\t`;
    } else if (blocks.has(name)) {
      // Paragraphs inside a cell stay on the row's line only at its edges; several paragraphs are several lines.
      const isCellEdge = cellDepth > 0 && (line === '' || line.endsWith('\t'));
      if (!isCellEdge && (name === 'tr' || name === 'table' || cellDepth === 0 || !closing || name === 'li')) flush();
      if (name === 'tr' && closing) cellDepth = 0;
      if (name in headingScale) heading = closing ? '' : name;
      else if (name === 'li' && !closing) line += '• ';
      if (closing && (name === 'table' || name === 'section')) lines.push(plainLine(''));
    }
  }
  flush();
  return lines;
}

function endOfElement(html: string, name: string, from: number): number {
  const pattern = new RegExp(`</${name}[^a-z0-9]`, 'gi');
  pattern.lastIndex = from;
  const match = pattern.exec(html);
  return match === null ? html.length : match.index + match[0].length;
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});?/gi, (whole, body: string) => {
    if (!body.startsWith('#')) return entities[body.toLowerCase()] ?? whole;
    const code = /^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

import { escapeMarkup, LIGHT, WORDS } from '../charts/index.ts';
import { type ChartSvg, chartSvg } from './chart-svg.ts';
import { REPORT_CSS } from './html-style.ts';
import type { Outline, OutlineFigure, OutlineTable } from './outline-report.ts';
import { reportWords } from './report-words.ts';

/** Pixels that a chart is drawn into; the page scales it down on narrow screens. */
const CHART_WIDTH = 720;
const NARROW_WIDTH = 350;

const paragraphs = (texts: readonly string[], look = ''): string =>
  texts.map((text) => `<p${look && ` class="${look}"`}>${escapeMarkup(text)}</p>`).join('\n');

/** A table that scrolls within itself; `code` tells it from another figure's of the same title. */
function table({ title, header, numeric, rows }: OutlineTable, code: string): string {
  const cells = (row: readonly string[]) =>
    row
      .map((text, i) => {
        if (i === 0) return `<th scope="row">${escapeMarkup(text)}</th>`;
        return `<td${numeric[i] ? ' class="number"' : ''}>${escapeMarkup(text)}</td>`;
      })
      .join('');
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeMarkup(`${code} ${title}`)}"><table>
<caption>${escapeMarkup(title)}</caption>
<thead><tr>${header.map((text, i) => `<th scope="col"${numeric[i] ? ' class="number"' : ''}>${escapeMarkup(text)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}
</tbody></table></div>`;
}

/** The chart twice, for wide and for narrow screens; paper and style decide which is seen. */
function chart(figure: OutlineFigure, outline: Outline): string {
  const { locale } = outline;
  const words = reportWords(locale);
  const draw = (width: number) => chartSvg(figure.figure, { locale, width, theme: LIGHT, subject: outline.subject });
  const one = draw(CHART_WIDTH);
  const shown = (name: string, drawn: ChartSvg | null) => {
    if (!drawn) return '';
    const svg = drawn.svg.replace(
      /^<svg /,
      `<svg role="img" aria-label="${escapeMarkup(drawn.description)}" viewBox="0 0 ${drawn.width} ${drawn.height}" `,
    );
    return `<div class="chart ${name}">${svg}</div>`;
  };
  const both = `${shown('wide', one)}\n${shown('narrow', draw(NARROW_WIDTH))}`;
  const more = one && one.total > one.shown ? words.first(one.shown, one.total) : '';
  const places = figure.figure.chart?.kind === 'map' ? WORDS.places[locale] : '';
  const below = [more, places].filter(Boolean);
  return both + (below.length > 0 ? `\n<p class="small">${escapeMarkup(below.join(' · '))}</p>` : '');
}

function figureSection(figure: OutlineFigure, outline: Outline, below: string): string {
  const words = reportWords(outline.locale);
  return `<section id="${figure.id}">
<h2><span class="code">${escapeMarkup(figure.code)}</span>${escapeMarkup(figure.title)}</h2>
${paragraphs(figure.sentences)}
<figure>
${chart(figure, outline)}
<figcaption>${escapeMarkup(figure.facts)} · <a href="#table-${figure.id}">${escapeMarkup(words.tableOf(figure.code))}</a></figcaption>
</figure>${below}
${figure.notes.length > 0 ? `<ul class="notes">${figure.notes.map((note) => `<li>${escapeMarkup(note)}</li>`).join('')}</ul>` : ''}
</section>`;
}

function appendix(figure: OutlineFigure, outline: Outline): string {
  const words = reportWords(outline.locale);
  const rows = [
    [words.definition, escapeMarkup(figure.definition)],
    [words.formula, escapeMarkup(figure.formula)],
    [words.sql, `<pre>${escapeMarkup(figure.sql)}</pre>`],
    ...(figure.references.length > 0
      ? [[words.references, figure.references.map((reference) => escapeMarkup(reference)).join('<br>')]]
      : []),
  ];
  return `<section id="table-${figure.id}" class="appendix">
<h3>${escapeMarkup(words.tableName(figure.code))} <a href="#${figure.id}">${escapeMarkup(figure.title)}</a></h3>
${figure.tables.map((one) => table(one, figure.code)).join('\n')}
<dl>${rows.map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`).join('\n')}</dl>
</section>`;
}

/** What a page may put between the parts of a report, as HTML. */
export type ReportSlots = {
  readonly belowTitle?: string;
  readonly belowLead?: string;
  readonly belowFigure?: (figure: OutlineFigure) => string;
  readonly end?: string;
};

/** The report itself: title, lead, every figure with its chart, then tables and methods. */
export function reportMain(outline: Outline, slots: ReportSlots = {}): string {
  const words = reportWords(outline.locale);
  const facts = outline.facts.map(([label, value]) => `<dt>${escapeMarkup(label)}</dt><dd>${escapeMarkup(value)}</dd>`);
  return `<header>
<p class="institute">${escapeMarkup(outline.network)} · ${words.thinkTank}</p>
<h1>${escapeMarkup(outline.title)}</h1>
<p class="subtitle">${escapeMarkup(outline.subtitle)}</p>
${slots.belowTitle ?? ''}
${outline.lead.length > 0 ? `<div class="lead">${paragraphs(outline.lead)}</div>` : ''}
${slots.belowLead ?? ''}
<dl class="facts">${facts.join('\n')}</dl>
<nav aria-label="${words.contents}"><ol>${outline.figures
    .map(
      (figure) =>
        `<li><a href="#${figure.id}"><span>${escapeMarkup(figure.code)}</span>${escapeMarkup(figure.title)}</a></li>`,
    )
    .join('')}</ol></nav>
</header>
${outline.figures.map((figure) => figureSection(figure, outline, slots.belowFigure?.(figure) ?? '')).join('\n')}
${outline.notes.length > 0 ? `<section><h2>${words.notes}</h2><ul class="notes">${outline.notes.map((note) => `<li>${escapeMarkup(note)}</li>`).join('')}</ul></section>` : ''}
<h2 class="part">${words.tables} · ${words.methods}</h2>
${outline.figures.map((figure) => appendix(figure, outline)).join('\n')}
${slots.end ?? ''}`;
}

/** One self-contained page without scripts. */
export function reportHtml(outline: Outline): string {
  return `<!doctype html>
<html lang="${outline.locale === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Renmai">
<title>${escapeMarkup(`${outline.title} · ${outline.subtitle}`)}</title>
<style>${REPORT_CSS}</style>
</head>
<body>
${outline.generated ? `<p class="generated" role="note">${escapeMarkup(outline.generated)}</p>` : ''}
<main>
${reportMain(outline)}
</main>
</body>
</html>
`;
}

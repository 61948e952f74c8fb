import { contentStart, type Line } from './resume-lines.ts';
import { headingKind, inlineHeading, type SectionKind } from './section-headings.ts';

/** Facts that stand on a line of their own behind the last employer. */
const FACTS: readonly (readonly [RegExp, SectionKind])[] = [
  [/^(?:最高|文化)?(?:学历|程度)\s*[:：]/, 'education'],
  [/^(?:证件|证书|资格证书?|持有证书|技能证书|驾照|特长|技能特长)\s*[:：]/, 'skills'],
];

/** A part of the resume under one heading; `header` is what stands before the first heading. */
export type Section = { kind: SectionKind | 'header'; heading: Line | null; lines: Line[] };

/**
 * Cuts the lines at their section headings. "专业技能：Python、C++" opens a section on its own line when the next lines
 * belong to it too; labels inside an entry ("项目：…") do not, since only kinds that stand alone may open inline.
 */
export function splitSections(lines: readonly Line[]): Section[] {
  const sections: Section[] = [{ kind: 'header', heading: null, lines: [] }];
  for (const line of lines) {
    const fact = FACTS.find(([words]) => words.test(line.text));
    if (fact && sections.at(-1)?.kind === 'experience') {
      sections.push({ kind: fact[1], heading: line, lines: [line] });
      continue;
    }
    const kind = line.bullet && !line.heading ? bulletHeading(line) : headingKind(line.text);
    const current = sections.at(-1);
    if (kind !== null && !isLabelInside(current, line, kind)) {
      sections.push({ kind, heading: line, lines: [] });
      continue;
    }
    const inline = inlineHeading(line.text);
    if (inline !== null && opensInline(inline.kind, current)) {
      const start = line.start + inline.contentStart;
      const rest = { ...line, text: line.text.slice(inline.contentStart), start, afterGap: true, bullet: false };
      sections.push({ kind: inline.kind, heading: line, lines: [rest] });
      continue;
    }
    if (kind === null && current && isUnknownHeading(line, current)) {
      sections.push({ kind: 'other', heading: line, lines: [] });
      continue;
    }
    current?.lines.push(line);
  }
  return sections.filter((section) => section.lines.length > 0 || section.heading !== null);
}

/** "■ 工作经历" and "1、教育背景" are headings; "• Experience" in a list rarely is, but nothing else is said there. */
function bulletHeading(line: Line): SectionKind | null {
  return headingKind(line.text.slice(contentStart(line) - line.start));
}

/** In an experience entry, lines such as "项目" or "技能" alone are labels only when they end in a colon. */
function isLabelInside(current: Section | undefined, line: Line, kind: SectionKind): boolean {
  if (!/[:：]$/.test(line.text) || line.heading) return false;
  const entryKinds = current?.kind === 'experience' || current?.kind === 'projects';
  return entryKinds && (kind === 'projects' || kind === 'skills' || kind === 'other') && !line.afterGap;
}

const inlineKinds = new Set<SectionKind>(['skills', 'languages', 'summary', 'objective', 'education', 'other']);

function opensInline(kind: SectionKind, current: Section | undefined): boolean {
  if (!inlineKinds.has(kind)) return false;
  if (kind === 'skills' || kind === 'languages') return current?.kind !== 'projects' && current?.kind !== 'skills';
  if (kind === 'objective') return true;
  // "学历：本科" in the header is a fact of its own, not a section.
  return current?.kind !== 'experience' && current?.kind !== 'projects' && kind === 'summary';
}

/** A line that the author or its size marks as a heading, under a section whose own heading was marked alike. */
function isUnknownHeading(line: Line, current: Section): boolean {
  const { heading } = current;
  if (heading === null || current.kind === 'header' || line.bullet || line.text.length > 30) return false;
  if (line.heading || heading.heading) return line.heading && heading.heading && line.scale >= heading.scale;
  return heading.scale >= 1.15 && Math.abs(line.scale - heading.scale) < 0.02 && line.afterGap && !/\d/.test(line.text);
}

import type { Read, ResumePosition, ResumeReading, ResumeWarning } from './model.ts';
import { findPeriods } from './resume-dates.ts';

type Readable = Pick<ResumeReading, 'name' | 'positions' | 'education' | 'sourceText'>;

/** What a person should look at before they trust the reading. Dates are never corrected, only pointed at. */
export function warningsFor(reading: Readable): ResumeWarning[] {
  const warnings: ResumeWarning[] = [];
  if (reading.name === null) {
    warnings.push({ code: 'no-name', message: { zh: '没有读到姓名', en: 'No name was found' }, span: null });
  }
  if (reading.positions.length === 0) {
    warnings.push({
      code: 'no-positions',
      message: { zh: '没有读到工作经历', en: 'No work experience was found' },
      span: null,
    });
  }
  for (const entry of [...reading.positions, ...reading.education]) {
    const { start, end } = entry;
    if (start && end?.value && comparable(start.value, end.value) > 0) {
      warnings.push({
        code: 'end-before-start',
        message: {
          zh: `结束时间早于开始时间：${start.value} – ${end.value}`,
          en: `The end is before the start: ${start.value} – ${end.value}`,
        },
        span: entry.span,
      });
    }
  }
  for (const entry of reading.positions) {
    const unclear = findPeriods(
      reading.sourceText,
      entry.span.start,
      Math.min(entry.span.end, entry.span.start + 200),
    ).find((period) => period.unclear);
    if (unclear) {
      const text = reading.sourceText.slice(unclear.start, unclear.end);
      warnings.push({
        code: 'date-unclear',
        message: { zh: `日期“${text}”看不明白，未采用`, en: `The date “${text}” is unclear and was not taken` },
        span: { start: unclear.start, end: unclear.end, text },
      });
    }
    if (entry.company === null) {
      warnings.push({
        code: 'company-unclear',
        message: { zh: '这一段经历没有读到公司', en: 'No employer was found for this entry' },
        span: entry.span,
      });
    }
  }
  warnings.push(...overlaps(reading.positions));
  return warnings;
}

/** Full months that two positions share; one that ends in the month in which the next begins is usual. */
function overlaps(positions: readonly ResumePosition[]): ResumeWarning[] {
  const dated = positions
    .flatMap((position) =>
      position.start && position.end
        ? [{ position, start: position.start.value, end: position.end.value ?? '9999-12' }]
        : [],
    )
    .filter(({ start, end }) => start.length === 7 && end.length === 7 && start <= end)
    .sort((a, b) => a.start.localeCompare(b.start) || a.position.span.start - b.position.span.start);
  const warnings: ResumeWarning[] = [];
  for (const [index, earlier] of dated.entries()) {
    for (const later of dated.slice(index + 1, index + 40)) {
      if (later.start >= earlier.end || sameEmployer(earlier.position.company, later.position.company)) continue;
      const names = [earlier, later].map(({ position }) => position.company?.value ?? position.title?.value ?? '');
      warnings.push({
        code: 'dates-overlap',
        message: {
          zh: `两段经历时间重叠：${names.join('、')}`,
          en: `Two positions overlap in time: ${names.join(', ')}`,
        },
        span: later.position.span,
      });
    }
  }
  return warnings.slice(0, 20);
}

function sameEmployer(a: Read<string> | null, b: Read<string> | null): boolean {
  return a !== null && b !== null && a.value === b.value;
}

function comparable(start: string, end: string): number {
  const length = Math.min(start.length, end.length);
  return start.slice(0, length).localeCompare(end.slice(0, length));
}

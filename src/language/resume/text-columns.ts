const LEAST_GAP = 2;
/** Lines with words on the right alone: a margin of dates has none, a main column beside a short sidebar has many. */
const LEAST_ALONE = 5;
const LEAST_LEFT = 4;

const isBlank = (text: string): boolean => text.trim() === '';

/** Where the right of two columns that are set apart by blanks begins; null where the lines have no such columns. */
function gutterOf(lines: readonly string[]): number | null {
  const starts = new Map<number, number>();
  for (const line of lines) {
    const lead = line.length - line.trimStart().length;
    if (lead >= 16 && !isBlank(line)) starts.set(lead, (starts.get(lead) ?? 0) + 1);
  }
  const [at, alone] = [...starts].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  if (alone < LEAST_ALONE) return null;
  const isApart = lines.every((line) => line.length <= at - LEAST_GAP || isBlank(line.slice(at - LEAST_GAP, at)));
  const left = lines.filter((line) => !isBlank(line.slice(0, at)));
  const both = left.filter((line) => !isBlank(line.slice(at)));
  return isApart && left.length >= LEAST_LEFT && both.length > 0 ? at : null;
}

/**
 * The lines of a text that was laid out in two columns by blanks, as programs write that turn pages into text: the right
 * (main) column, then the left (a sidebar). Other lines stay as they are.
 */
export function unfoldColumns(lines: readonly string[]): string[] {
  const at = gutterOf(lines);
  if (at === null) return [...lines];
  return [...lines.map((line) => line.slice(at)), '', ...lines.map((line) => line.slice(0, at).trimEnd())];
}

import { type Context, fail } from '../platform/index.ts';
import { buildReport } from './build-report.ts';
import { type FigureId, type Report, reportView } from './model.ts';

/** What became of a published report when it was made again. */
export type Verification = {
  /** Every figure, sentence and note is the same, byte for byte. */
  readonly same: boolean;
  /** The rows of the warehouse are those that it was made from. */
  readonly sameRows: boolean;
  /** The figures that come out otherwise, with their codes. */
  readonly changed: readonly { readonly id: FigureId; readonly code: string }[];
  /** Parts beside the figures that do: `lead`, `sources`, `notes`, `network`. */
  readonly otherParts: readonly string[];
};

/** The report in the text of a JSON file. Fails where it is none. */
export function readReportFile(text: string): Report {
  const parsed = (() => {
    try {
      return reportView.safeParse(JSON.parse(text));
    } catch {
      return null;
    }
  })();
  if (parsed?.success) return parsed.data;
  throw fail('invalid', 'not-a-report', {
    zh: '这个文件不是报告的 JSON：请用 --format json 生成的文件',
    en: 'This file is not a report in JSON: give one made with --format json',
  });
}

const bytes = (part: unknown): string => JSON.stringify(part);

/**
 * Makes a published report again, from its own definition and question over the rows as they are now, and compares the two
 * byte for byte. A row that changed since shows as the figures that it changes.
 */
export async function verifyReport(context: Context, published: Report): Promise<Verification> {
  // In the schema's order of keys, as the published one was read.
  const again = reportView.parse(await buildReport(context, published.field, published.query));
  const before = new Map(published.figures.map((figure) => [figure.id, bytes(figure)]));
  const changed = again.figures
    .filter((figure) => before.get(figure.id) !== bytes(figure))
    .map(({ id, code }) => ({ id, code }));
  const otherParts = (['lead', 'sources', 'notes', 'network'] as const).filter(
    (part) => bytes(published[part]) !== bytes(again[part]),
  );
  return {
    same: changed.length === 0 && otherParts.length === 0 && published.figures.length === again.figures.length,
    sameRows: published.snapshot.hash === again.snapshot.hash,
    changed,
    otherParts,
  };
}

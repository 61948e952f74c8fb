import { z } from 'zod';
import { fail } from '../errors.ts';

/** The query of a list: at most `limit` rows after `cursor`. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(400).optional(),
});

/** A page of a list; `nextCursor` is null on the last one. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** An opaque cursor that holds the sort key of the last row shown. */
export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The sort key in a cursor; a cursor that this list did not give is refused. */
export function decodeCursor<T extends z.ZodType>(cursor: string | undefined, key: T): z.output<T> | null {
  if (cursor === undefined) return null;
  try {
    return key.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw fail('invalid', 'bad-cursor', {
      zh: '翻页标记无效，请从第一页开始',
      en: 'This cursor is not valid; start from the first page',
    });
  }
}

import { z } from 'zod';
import { loadWritten } from '../community/index.ts';
import { loadCards } from '../graph/index.ts';
import { type Context, decodeCursor, encodeCursor } from '../platform/index.ts';
import { reportReason, type reportsQuery, type reportView } from './model.ts';
import { mayDecide } from './policy.ts';
import { countOpen, listReports } from './store.ts';

type ReportView = z.output<typeof reportView>;

/** A page of the moderators' queue, each report with what was written; reports of what is gone are left out. */
export async function listReportsFor(
  context: Context,
  moderatorId: string,
  query: z.output<typeof reportsQuery>,
): Promise<{ items: ReportView[]; nextCursor: string | null }> {
  const after = decodeCursor(query.cursor, z.tuple([z.number().int(), z.uuid()]));
  const rows = await listReports(context.db, query.state, after, query.limit + 1);
  const page = rows.slice(0, query.limit);
  const [written, open] = await Promise.all([
    loadWritten(
      context.db,
      page.map((row) => ({ postId: row.post_id, targetId: row.target_id })),
    ),
    countOpen(
      context.db,
      page.map((row) => row.target_id),
    ),
  ]);
  const cards = await loadCards(
    context,
    [...written.values()].map((content) => content.authorId),
  );
  const last = page.at(-1);
  return {
    items: page.flatMap((row) => {
      const content = written.get(row.target_id);
      if (!content) return [];
      return [
        {
          id: row.id,
          state: row.state,
          // A reason of another time is kept in the table and shown as some other one.
          reason: reportReason.catch('other').parse(row.reason),
          note: row.note,
          reportedAt: row.reported_at.toISOString(),
          decidedAt: row.decided_at?.toISOString() ?? null,
          openReports: open.get(row.target_id) ?? 0,
          mayDecide: row.state === 'open' && mayDecide(moderatorId, content),
          content: {
            postId: content.postId,
            kind: content.kind,
            circle: content.circle,
            author: cards.get(content.authorId) ?? null,
            title: content.title,
            text: content.text,
            createdAt: content.createdAt.toISOString(),
            hidden: content.hidden,
          },
        },
      ];
    }),
    nextCursor: rows.length > query.limit && last ? encodeCursor([last.reported_at.getTime(), last.id]) : null,
  };
}

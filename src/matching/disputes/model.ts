import { z } from 'zod';
import { PARTS, type Reason, type ShownDispute, shownDispute } from '../model.ts';

const text = z.object({ zh: z.string(), en: z.string() });

/** The same as its author sees it. */
export const disputeView = shownDispute
  .extend({
    id: z.uuid(),
    disclosureId: z.uuid(),
    postingId: z.uuid().nullable(),
    withdrawnAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Dispute' });

export const newDispute = z
  .object({
    disclosureId: z.uuid(),
    part: z.enum(PARTS),
    /** Whether it is the sentence that is wrong, or the figure. */
    what: z.enum(['sentence', 'figure']),
    because: z.string().trim().min(2).max(500),
  })
  .meta({ id: 'NewDispute' });

const entry = z.object({
  parts: z.record(z.string(), z.number().nullable()),
  reasons: z.array(text.extend({ part: z.enum(PARTS).optional() })).default([]),
});

/** The reasons as they are kept in the person's file: the sentence, its part, and the first row that it comes from. */
export const filedReasons = (
  reasons: readonly { readonly part: string; readonly text: Reason['text']; readonly rows?: Reason['rows'] }[],
) => reasons.map(({ part, text: said, rows }) => ({ ...said, part, row: rows?.[0] ?? null }));

/**
 * What of an entry in one's file is disputed: the sentence that was said of the part, or null for its figure. Undefined
 * where the entry says nothing of the kind.
 */
export function disputedIn(
  detail: unknown,
  { part, what }: Pick<z.output<typeof newDispute>, 'part' | 'what'>,
): z.output<typeof text> | null | undefined {
  const shown = entry.safeParse(detail);
  if (!shown.success) return undefined;
  if (what === 'figure') return typeof shown.data.parts[part] === 'number' ? null : undefined;
  const reason = shown.data.reasons.find((one) => one.part === part);
  return reason && { zh: reason.zh, en: reason.en };
}

/** A sentence without what is near in this network: that is learned anew every day, while the person stays the same. */
const coreOf = (sentence: string): string => sentence.split('; close to it: ')[0] ?? sentence;

/** The disputes that belong beside what is now shown: of a sentence only while that sentence is said. */
export function standingBeside(
  disputes: readonly ShownDispute[],
  reasons: readonly Pick<Reason, 'part' | 'text'>[],
): ShownDispute[] {
  return disputes.filter(
    ({ part, said }) =>
      said === null || reasons.some((one) => one.part === part && coreOf(one.text.en) === coreOf(said.en)),
  );
}

import { z } from 'zod';
import { itemsOf } from './scene.ts';

const shown = z.object({ member: z.object({ id: z.uuid() }) });

/** The ids of the people on a page of a ranked list, in its order. */
export const memberIdsOf = (reply: Parameters<typeof itemsOf>[0]): string[] =>
  itemsOf(reply).map((item) => shown.parse(item).member.id);

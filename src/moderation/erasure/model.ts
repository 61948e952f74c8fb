import { z } from 'zod';
import { ERASED_PARTS } from './rules.ts';

/** What erasing one's account would do, part by part, before it is done. */
export const erasurePreview = z
  .object({
    items: z.array(
      z.object({
        part: z.enum(ERASED_PARTS),
        /** Rows that go, as far as the person may see them; null where none do. */
        deleted: z.number().nullable(),
        /** Rows that stay, and no longer name the person; null where none do. */
        stays: z.number().nullable(),
      }),
    ),
    /** Nobody else looks after the network: another operator has to be named. */
    lastOperator: z.boolean(),
  })
  .meta({ id: 'ErasurePreview' });

/** Whether posts, comments and messages lose their words or only their author. */
export const erasedWords = z.enum(['remove', 'keep']);

export const erasureInput = z
  .object({
    password: z.string().max(128),
    words: erasedWords,
    /** Whoever looks after the network from now on, by their account's address. */
    successor: z.email().optional(),
  })
  .meta({ id: 'ErasureInput' });

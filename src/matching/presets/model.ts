import { z } from 'zod';
import { weighQuery } from '../model.ts';

/** A company keeps so many at most. */
export const MOST_PRESETS = 40;

const weigh = z
  .string()
  .max(300)
  .refine((text) => weighQuery.safeParse(text).success, { message: 'write it as pay:0,skills:2' });

export const presetInput = z
  .object({
    name: z.string().trim().min(1).max(80),
    /** How much each part of the score matters, as lists of people take it. */
    weigh,
    /** Whether a list of the company begins with it. */
    isDefault: z.boolean(),
  })
  .meta({ id: 'PresetInput' });
export type PresetInput = z.output<typeof presetInput>;

export const presetView = presetInput
  .extend({ id: z.uuid(), company: z.object({ id: z.uuid(), name: z.string() }), changedAt: z.iso.datetime() })
  .meta({ id: 'Preset' });

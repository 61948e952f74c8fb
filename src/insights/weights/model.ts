import { z } from 'zod';

const text = (most: number) =>
  z.object({ zh: z.string().trim().min(1).max(most), en: z.string().trim().min(1).max(most) });

export const REFERENCE_TIERS = ['first', 'new-first', 'second', 'other'] as const;
export const REFERENCE_AGES = ['to-25', '26-30', '31-35', '36-40', 'over-40'] as const;

const TOLERANCE = 0.005;

/**
 * A population that shares may be weighted to: what part of it lives in each tier of cities at each age. An analyst enters it
 * from a source that they name.
 */
export const referencePopulation = z
  .object({
    name: text(80),
    source: z.string().trim().min(1).max(400),
    cells: z
      .array(
        z.object({
          tier: z.enum(REFERENCE_TIERS),
          age: z.enum(REFERENCE_AGES),
          share: z.number().min(0).max(1),
        }),
      )
      .length(REFERENCE_TIERS.length * REFERENCE_AGES.length),
  })
  .refine(({ cells }) => Math.abs(cells.reduce((sum, cell) => sum + cell.share, 0) - 1) <= TOLERANCE, {
    message: 'the shares add up to 100 %',
    path: ['cells'],
  })
  .refine(({ cells }) => new Set(cells.map((cell) => cellOf(cell))).size === cells.length, {
    message: 'each cell once',
    path: ['cells'],
  })
  .meta({ id: 'ReferencePopulation' });
export type ReferencePopulation = z.output<typeof referencePopulation>;

export const cellOf = ({ tier, age }: { readonly tier: string; readonly age: string }): string => `${tier}/${age}`;

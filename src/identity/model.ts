import { z } from 'zod';

/** The network as every page shows it. `generated` means that its people are made up, and is said wherever they show. */
export const networkSchema = z.object({
  nameZh: z.string().default('人脉'),
  nameEn: z.string().default('Renmai'),
  generated: z.boolean().default(false),
  seed: z.number().optional(),
  clockStart: z.iso.datetime().optional(),
  madeAt: z.iso.datetime().optional(),
});

export const roleSchema = z.enum(['analyst', 'moderator', 'operator']);

export const sessionView = z
  .object({
    account: z
      .object({ id: z.uuid(), name: z.string(), email: z.string(), locale: z.enum(['zh', 'en']), demo: z.boolean() })
      .nullable(),
    roles: z.array(roleSchema),
    companies: z.array(z.object({ id: z.uuid(), name: z.string() })),
    network: z.object({
      nameZh: z.string(),
      nameEn: z.string(),
      generated: z.boolean(),
      now: z.iso.datetime(),
      needsSetup: z.boolean(),
    }),
  })
  .meta({ id: 'Session' });

export const setupInput = z.object({
  name: z.string().trim().min(1).max(80),
  email: z.email(),
  password: z.string().min(10).max(128),
});

export const demoAccountView = z
  .object({ email: z.string(), password: z.string(), name: z.string(), role: z.string() })
  .meta({ id: 'DemoAccount' });

/** Stored with the demo world: who can sign in, and as what. */
export const demoAccountsSetting = z.array(demoAccountView);

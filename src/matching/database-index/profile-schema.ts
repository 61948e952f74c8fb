import { z } from 'zod';
import { DEGREES, SENIORITIES } from '../../language/index.ts';
import type { MatchProfile } from '../talent-index/profile.ts';

/** A profile as a row keeps it. */
export const profileSchema: z.ZodType<MatchProfile> = z.object({
  memberId: z.string(),
  cityId: z.string().nullable(),
  degree: z.enum(DEGREES).nullable(),
  positions: z.array(
    z.object({
      roleId: z.string().nullable(),
      seniority: z.enum(SENIORITIES).nullable(),
      companyId: z.string().nullable(),
      industryId: z.string().nullable(),
      start: z.number(),
      end: z.number().nullable(),
      verified: z.boolean(),
    }),
  ),
  skills: z.array(
    z.object({
      skill: z.string(),
      level: z.number().nullable(),
      lastUsedYear: z.number().nullable(),
      endorsements: z.number(),
      listed: z.boolean(),
      valued: z.number().exactOptional(),
    }),
  ),
  findableBy: z.enum(['nobody', 'connections', 'recruiters']),
  openness: z.enum(['closed', 'listening', 'looking']),
  contactBy: z.enum(['anyone', 'introduction', 'nobody']),
  hiddenFrom: z.array(z.string()),
  desiredCityIds: z.array(z.string()),
  desiredRoleIds: z.array(z.string()),
  desiredPayMin: z.number().nullable(),
  remote: z.boolean(),
});

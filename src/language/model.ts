import { z } from 'zod';

export type Language = 'zh' | 'en' | 'mixed';

/** A stretch of a text: `source.slice(start, end) === text`, in UTF-16 code units. */
export const spanSchema = z.object({ start: z.number().int().min(0), end: z.number().int().min(0), text: z.string() });
export type Span = z.output<typeof spanSchema>;

/** A value and the words it was read from. */
export type Read<T> = { readonly value: T; readonly span: Span };

/** From the first rung to the last; the order is the ladder's. */
export const SENIORITIES = [
  'intern',
  'junior',
  'middle',
  'senior',
  'lead',
  'manager',
  'director',
  'executive',
] as const;
export type Seniority = (typeof SENIORITIES)[number];

/** From the lowest to the highest. */
export const DEGREES = [
  'junior-high',
  'high-school',
  'vocational',
  'associate',
  'bachelor',
  'master',
  'doctor',
] as const;
export type Degree = (typeof DEGREES)[number];

export const CITY_TIERS = ['first', 'new-first', 'second', 'other'] as const;

export type Named = {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly aliases: readonly string[];
};
export type Skill = Named & {
  readonly category: string;
  readonly parents: readonly string[];
  readonly ambiguous: ReadonlySet<string>;
  /** Three to six others that people of the trade have beside it. */
  readonly neighbours: readonly string[];
};
export type Role = Named & {
  readonly family: string;
  readonly collar: 'white' | 'blue';
  /** O*NET-SOC 2019. */
  readonly soc: string | null;
  /** Unit group of ISCO-08, four digits; ESCO's occupations stand under these. */
  readonly isco: string;
  /** The rungs on which people of the role are found, in the ladder's order; empty where it has no ladder. */
  readonly ladder: readonly Seniority[];
  readonly skills: readonly string[];
};
export type Industry = Named & {
  /** The industry that it is a part of. */
  readonly parent: string | null;
};
export type School = Named;
export type Company = Named & { readonly industryId: string };
export type City = Named & {
  readonly province: string | null;
  readonly tier: (typeof CITY_TIERS)[number] | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
};
export type Province = { readonly id: string; readonly zh: string; readonly en: string };
export type District = { readonly name: string; readonly cityId: string; readonly ambiguous: boolean };

export type MentionKind = 'skill' | 'role' | 'city' | 'industry' | 'school';
export type Mention = Span & { readonly kind: MentionKind; readonly id: string };

import type { ResumeStatement } from '../talent/index.ts';
import type { TimedPosition } from './check-timeline.ts';

export type PositionFacts = TimedPosition & {
  readonly companyName: string;
  readonly description: string;
  readonly verified: readonly {
    readonly method: 'work-email' | 'colleagues';
    /** The month in which it was verified. */
    readonly month: string;
    readonly domain: string | null;
  }[];
  /** Other members who were at the company then, counted up to K: below that nothing is told of them. */
  readonly pool: number;
  /** Colleagues who support it independently of one another. */
  readonly independent: number;
};

export type EducationFacts = {
  readonly id: string;
  readonly schoolId: string | null;
  readonly schoolName: string;
  readonly degree: string | null;
  readonly major: string;
  readonly startYear: number | null;
  readonly endYear: number | null;
  /** Other members who were at the school then, counted up to K. */
  readonly pool: number;
  /** Connections who state the same school in the same years. */
  readonly classmates: number;
};

export type SkillFacts = {
  readonly skill: string;
  readonly endorsers: number;
  /** Endorsers who worked at the same company at the same time as the candidate. */
  readonly colleagues: number;
};

/** Everything that a check is computed from, as rows say it at one moment. */
export type Facts = {
  /** The latest first. */
  readonly positions: readonly PositionFacts[];
  readonly education: readonly EducationFacts[];
  readonly skills: readonly SkillFacts[];
  /** What the posting asks for. */
  readonly askedSkills: readonly string[];
  /** Posts and comments that the candidate wrote under their own name. */
  readonly talk: readonly { readonly text: string; readonly score: number }[];
  /** What the candidate's resumes said, and the month in which each was read. */
  readonly resumes: readonly { readonly readOn: string; readonly statement: ResumeStatement }[];
};

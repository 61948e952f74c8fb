export { normaliseCompanyName } from './company-name.ts';
export { findMentions, linkIndustry, linkSchool, linkSkill, linkWord } from './find-mentions.ts';
export { findKnowledge } from './knowledge-spans.ts';
export {
  cities,
  companies,
  districts,
  findCity,
  findCompany,
  findIndustry,
  findRole,
  findSchool,
  findSkill,
  industries,
  provinces,
  roles,
  schools,
  skills,
} from './lexicon.ts';
export { linkRole } from './link-role.ts';
export {
  type City,
  type Company,
  DEGREES,
  type Degree,
  type Industry,
  type Language,
  type Mention,
  type Read,
  type Role,
  type School,
  SENIORITIES,
  type Seniority,
  type Skill,
  type Span,
  spanSchema,
} from './model.ts';
export { detectLanguage, normaliseWord } from './normalise.ts';
export { type PostingReading, readPosting } from './read-posting.ts';
export {
  extractText,
  outlineResume,
  type ResumeEntity,
  type ResumeReading,
  readResume,
  readResumeFile,
  resumeEntities,
  resumeReadingSchema,
} from './resume/index.ts';
export { readPostingText, readRoleBrief } from './role-brief.ts';
export { type RoleBrief, roleBriefSchema, unlawfulWishSchema } from './role-brief-model.ts';
export { readSeniority } from './seniority.ts';
export {
  type BadLine,
  createGramIndex,
  createLabelRanker,
  type Label,
  type LabelRanker,
  type RankedLabel,
  readLabelFile,
} from './titles/index.ts';
export { type DayOptions, type DayReading, readDay } from './values/date.ts';
export { findDegree, readDegree } from './values/degree.ts';
export { readHeadcount } from './values/headcount.ts';
export { type Currency, findPay, type Pay, readPay } from './values/pay.ts';
export { cityInAddress, findPlaces, type PlaceCell, provinceOf, readCity, readPlace } from './values/place.ts';
export { findYears, readYears, type Years } from './values/years.ts';

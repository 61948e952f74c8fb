export { normaliseCompanyName } from './company-name.ts';
export { findMentions, linkIndustry, linkSchool, linkSkill, linkWord } from './find-mentions.ts';
export {
  cities,
  districts,
  findCity,
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
export { readSeniority } from './seniority.ts';

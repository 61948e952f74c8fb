export { importResume, profileFromResume } from './import-resume.ts';
export { type ImportedResume, importResumes, type ResumeImportOptions } from './import-resumes.ts';
export {
  type NewDisclosure,
  type PersonView,
  type ProfileInput,
  type ProfilePart,
  personView,
  verificationMark,
} from './model.ts';
export { loadPeople, type Person, relation } from './people-store.ts';
export { isHiddenEmployer, mayBeFoundBy, type Viewing, visibleParts } from './policy.ts';
export { currentPositions, monthOf, presentPerson, skillName, yearsOfExperience } from './present-person.ts';
export type { ResumeStatement } from './resume-statement.ts';
export { listResumeStatements } from './resume-store.ts';
export { talentRoutes } from './routes.ts';
export { saveProfile } from './save-profile.ts';
export { addDisclosures, companiesByName, isPersonalised, recordDisclosures } from './store.ts';
export { viewingOf, viewPerson } from './view-person.ts';

export { type CareerEntity, type CareerEntityKind, findCareerEntities } from './career-entities.ts';
export { extractText } from './extract-text.ts';
export {
  defaultLimits,
  type ExtractedText,
  type ExtractionLimits,
  type LayoutBlock,
  type Read,
  type ResumeEducation,
  type ResumePosition,
  type ResumeProject,
  type ResumeReading,
  type ResumeSkill,
  type ResumeWarning,
  resumeReadingSchema,
  type Span,
} from './model.ts';
export { readResume, readResumeFile } from './read-resume.ts';

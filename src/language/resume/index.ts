export { type CareerEntityKind, findCareerEntities } from './career-entities.ts';
export { extractText } from './extract-text.ts';
export { type ExtractionLimits, type ResumeReading, resumeReadingSchema, type Span } from './model.ts';
export { outline as outlineResume } from './outline.ts';
export { readResume, readResumeFile } from './read-resume.ts';
export { type ResumeEntity, resumeEntities } from './resume-entities.ts';

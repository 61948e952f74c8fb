import { z } from 'zod';
import { DEGREES, type Read, SENIORITIES, type Span, spanSchema } from '../model.ts';

export type { Read, Span };

const read = <T extends z.ZodType>(value: T) => z.object({ value, span: spanSchema });

/** A calendar month, `YYYY-MM`; or a year alone, `YYYY`, where the text gives no month. */
const resumeDateSchema = z.string().regex(/^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/);

const resumePositionSchema = z.object({
  /** The whole entry: its header and its description. */
  span: spanSchema,
  company: read(z.string()).nullable(),
  title: read(z.string()).nullable(),
  /** Lexicon ids that the title and place link to; null where nothing in the lexicon fits. */
  roleId: z.string().nullable(),
  seniority: read(z.enum(SENIORITIES)).nullable(),
  cityId: read(z.string()).nullable(),
  start: read(resumeDateSchema).nullable(),
  /** `{value: null}` is "to the present"; null is "not said". */
  end: read(resumeDateSchema.nullable()).nullable(),
  description: read(z.string()).nullable(),
});
export type ResumePosition = z.infer<typeof resumePositionSchema>;

const resumeEducationSchema = z.object({
  span: spanSchema,
  school: read(z.string()).nullable(),
  schoolId: z.string().nullable(),
  /** A degree id of the lexicon (`bachelor`, `master`, …). */
  degree: read(z.enum(DEGREES)).nullable(),
  major: read(z.string()).nullable(),
  start: read(resumeDateSchema).nullable(),
  end: read(resumeDateSchema.nullable()).nullable(),
});
export type ResumeEducation = z.infer<typeof resumeEducationSchema>;

/** A project: kept apart, since work on a project is not employment. */
const resumeProjectSchema = z.object({
  span: spanSchema,
  name: read(z.string()),
  start: read(resumeDateSchema).nullable(),
  end: read(resumeDateSchema.nullable()).nullable(),
  description: read(z.string()).nullable(),
});
export type ResumeProject = z.infer<typeof resumeProjectSchema>;

/** A skill as written; `id` is its lexicon entry, or null for a word the lexicon does not know. */
const resumeSkillSchema = z.object({ id: z.string().nullable(), name: z.string(), span: spanSchema });
export type ResumeSkill = z.infer<typeof resumeSkillSchema>;

const resumeWarningCodes = [
  'no-name',
  'no-positions',
  'date-unclear',
  'end-before-start',
  'dates-overlap',
  'company-unclear',
  'text-truncated',
] as const;

const resumeWarningSchema = z.object({
  code: z.enum(resumeWarningCodes),
  message: z.object({ zh: z.string(), en: z.string() }),
  span: spanSchema.nullable(),
});
export type ResumeWarning = z.infer<typeof resumeWarningSchema>;

/** Everything a resume says, each part with the span of `sourceText` it was read from. */
export const resumeReadingSchema = z.object({
  language: z.enum(['zh', 'en', 'mixed']),
  name: read(z.string()).nullable(),
  headline: read(z.string()).nullable(),
  contacts: z.object({
    email: read(z.string()).nullable(),
    /** Digits with a leading `+` where the text gives a country code; a Chinese mobile without one stays as its 11 digits. */
    phone: read(z.string()).nullable(),
    links: z.array(read(z.string())),
  }),
  /** In the order of the text. */
  positions: z.array(resumePositionSchema),
  education: z.array(resumeEducationSchema),
  projects: z.array(resumeProjectSchema),
  skills: z.array(resumeSkillSchema),
  languages: z.array(read(z.string())),
  summary: read(z.string()).nullable(),
  warnings: z.array(resumeWarningSchema),
  sourceText: z.string(),
});
export type ResumeReading = z.infer<typeof resumeReadingSchema>;

const fileKinds = ['pdf', 'docx', 'text', 'markdown', 'html', 'json-resume', 'linkedin'] as const;
export type FileKind = (typeof fileKinds)[number];

/**
 * One line of the extracted text as it stood on the page. `scale` is its font size over the document's body size
 * (1 where the format has no sizes); `bold` covers the whole line.
 */
export type LayoutBlock = {
  start: number;
  end: number;
  page: number;
  scale: number;
  bold: boolean;
  /** The author marked the line as a heading (HTML `h1`, Word heading style, Markdown `#`). */
  heading: boolean;
};

export type ExtractionWarning = {
  code: 'columns-read' | 'pages-without-text' | 'encoding-guessed' | 'hidden-text-dropped' | 'text-truncated';
  message: { zh: string; en: string };
};

/** The plain text of a file, its lines' layout, and, for files that state their fields themselves, the reading. */
export type ExtractedText = {
  kind: FileKind;
  text: string;
  blocks: LayoutBlock[];
  pages: number;
  warnings: ExtractionWarning[];
  stated: ResumeReading | null;
};

/** Bounds on what one file may cost. */
export type ExtractionLimits = {
  /** Size of the file in bytes. */
  maxBytes: number;
  /** Size in bytes of everything in a ZIP container, unpacked. */
  maxUnpackedBytes: number;
  maxPages: number;
  /** Length of the extracted text in UTF-16 code units; the rest is cut, with a warning. */
  maxTextLength: number;
  /** Wall-clock time for PDF and Word files, in milliseconds. */
  timeoutMs: number;
  /** Heap of the thread that reads PDF and Word files, in MiB. */
  maxHeapMb: number;
};

export const defaultLimits: ExtractionLimits = {
  maxBytes: 15 * 1024 * 1024,
  maxUnpackedBytes: 80 * 1024 * 1024,
  maxPages: 30,
  maxTextLength: 200_000,
  timeoutMs: 20_000,
  maxHeapMb: 512,
};

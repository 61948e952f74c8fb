import { failure, ok, type Result, type Text } from '../../platform/index.ts';
import type { DecodedText } from './decode-text.ts';
import { detectFile } from './file-kind.ts';
import { htmlToLines } from './html-text.ts';
import { readJsonResume } from './json-resume.ts';
import { readLinkedinExport } from './linkedin-export.ts';
import { markdownToLines } from './markdown-text.ts';
import {
  defaultLimits,
  type ExtractedText,
  type ExtractionLimits,
  type ExtractionWarning,
  type FileKind,
  type ResumeReading,
} from './model.ts';
import { readingOrder } from './pdf-layout.ts';
import { runExtraction } from './run-worker.ts';
import { headingKind } from './section-headings.ts';
import { unfoldColumns } from './text-columns.ts';
import { assembleLines, plainLine, type TextLine } from './text-lines.ts';

const isHeading = (text: string) => headingKind(text) !== null;

/**
 * The plain text of a resume file with its layout. The kind is told by the bytes: PDF, Word (.docx), plain text
 * (UTF-8, UTF-16, GB18030), Markdown, HTML, JSON Resume (jsonresume.org), LinkedIn's export (a ZIP of CSV files).
 * PDF and Word files are read in a thread of their own with bounds on time and memory.
 *
 * Refuses with a failure whose code is `resume-` and: `too-large`, `empty`, `password`, `scanned`, `too-many-pages`,
 * `unpacks-too-large`, `too-slow`, `corrupt`, `picture`, `old-word`, `unknown-type`, `not-json-resume`.
 */
export async function extractText(
  bytes: Uint8Array,
  filename: string,
  limits: Partial<ExtractionLimits> = {},
): Promise<Result<ExtractedText>> {
  const bounds = { ...defaultLimits, ...limits };
  if (bytes.byteLength > bounds.maxBytes) return tooLarge(bounds);
  const file = detectFile(bytes, filename);
  switch (file.kind) {
    case 'pdf':
      return extractPdf(bytes, bounds);
    case 'docx':
      return extractDocx(bytes, bounds);
    case 'linkedin':
      return stated('linkedin', readLinkedinExport(bytes, bounds));
    case 'json':
      return stated('json-resume', readJsonResume(file.decoded.text));
    case 'html':
      return extracted('html', htmlToLines(file.decoded.text), 1, encodingWarning(file.decoded), bounds);
    case 'markdown':
      return extracted('markdown', markdownToLines(file.decoded.text), 1, encodingWarning(file.decoded), bounds);
    case 'text': {
      const lines = unfoldColumns(file.decoded.text.split(/[\n\f]/)).map((line) => plainLine(line));
      return extracted('text', lines, 1, encodingWarning(file.decoded), bounds);
    }
    default:
      return refuse(file.kind);
  }
}

async function extractPdf(bytes: Uint8Array, limits: ExtractionLimits): Promise<Result<ExtractedText>> {
  const outcome = await runExtraction({ kind: 'pdf', bytes, limits });
  if (!outcome.ok)
    return outcome.code === 'too-many-pages' ? tooManyPages(outcome.detail, limits) : refuse(outcome.code);
  if (!('pages' in outcome)) return refuse('corrupt');
  const { pages } = outcome;
  const letters = pages.map((page) => page.runs.reduce((sum, run) => sum + run.text.trim().length, 0));
  if (letters.every((count) => count < 20)) return refuse('scanned');
  const { lines, columns } = readingOrder(pages, isHeading);
  const warnings: ExtractionWarning[] = [];
  const withoutText = letters.flatMap((count, index) => (count === 0 ? [index + 1] : []));
  if (withoutText.length > 0) {
    const list = withoutText.join(', ');
    warnings.push({
      code: 'pages-without-text',
      message: {
        zh: `第 ${list} 页没有文字，可能是图片，未能读取`,
        en: `No text on page ${list}: it may be a picture and was not read`,
      },
    });
  }
  if (columns) {
    warnings.push({
      code: 'columns-read',
      message: {
        zh: '页面分两栏，已逐栏读取，请核对顺序',
        en: 'The page has two columns, read one after the other: check the order',
      },
    });
  }
  return extracted('pdf', lines, pages.length, warnings, limits);
}

async function extractDocx(bytes: Uint8Array, limits: ExtractionLimits): Promise<Result<ExtractedText>> {
  const outcome = await runExtraction({ kind: 'docx', bytes, limits });
  if (!outcome.ok) return outcome.code === 'too-many-pages' ? refuse('corrupt') : refuse(outcome.code);
  return 'lines' in outcome ? extracted('docx', outcome.lines, 1, [], limits) : refuse('corrupt');
}

function extracted(
  kind: FileKind,
  lines: readonly TextLine[],
  pages: number,
  warnings: readonly ExtractionWarning[],
  limits: ExtractionLimits,
): Result<ExtractedText> {
  const { text, blocks, truncated } = assembleLines(lines, limits.maxTextLength);
  if (text.trim() === '') return refuse(kind === 'pdf' ? 'scanned' : 'empty');
  const cut: ExtractionWarning = {
    code: 'text-truncated',
    message: {
      zh: `文字超过 ${limits.maxTextLength} 字，只读取了前面的部分`,
      en: `The text is longer than ${limits.maxTextLength} characters; only its beginning was read`,
    },
  };
  return ok({ kind, text, blocks, pages, warnings: truncated ? [...warnings, cut] : [...warnings], stated: null });
}

function stated(kind: FileKind, reading: ResumeReading | null): Result<ExtractedText> {
  if (reading === null) return refuse(kind === 'linkedin' ? 'corrupt' : 'not-json-resume');
  const { text, blocks } = assembleLines(
    reading.sourceText.split('\n').map((line) => plainLine(line)),
    reading.sourceText.length,
  );
  if (text === '') return refuse('empty');
  return ok({ kind, text: reading.sourceText, blocks, pages: 1, warnings: [], stated: reading });
}

function encodingWarning(decoded: DecodedText): ExtractionWarning[] {
  if (!decoded.guessed) return [];
  const name = decoded.encoding.toUpperCase();
  return [
    {
      code: 'encoding-guessed',
      message: {
        zh: `文件没有标明编码，按 ${name} 读取`,
        en: `The file does not state its encoding; it was read as ${name}`,
      },
    },
  ];
}

function tooLarge(limits: ExtractionLimits): Result<never> {
  const size = `${Math.floor(limits.maxBytes / 1024 / 1024)} MB`;
  return failure('too-large', 'resume-too-large', {
    zh: `文件超过 ${size}，请压缩图片或另存后再上传`,
    en: `The file is larger than ${size}; shrink its pictures or save it again, then upload`,
  });
}

function tooManyPages(pages: string, limits: ExtractionLimits): Result<never> {
  return failure('too-large', 'resume-too-many-pages', {
    zh: `文件有 ${pages} 页，最多读取 ${limits.maxPages} 页，请只上传简历部分`,
    en: `The file has ${pages} pages and at most ${limits.maxPages} are read; upload the resume part only`,
  });
}

type Refusal =
  | 'scanned'
  | 'password'
  | 'picture'
  | 'old-word'
  | 'rtf'
  | 'other-zip'
  | 'corrupt-zip'
  | 'corrupt'
  | 'empty'
  | 'unknown'
  | 'unpacks-too-large'
  | 'too-slow'
  | 'too-much-memory'
  | 'not-json-resume';

const refusals: Record<Refusal, { code: string; message: Text }> = {
  scanned: {
    code: 'scanned',
    message: {
      zh: '这份 PDF 是扫描件或图片，里面没有文字。请上传由文档导出的 PDF，或直接粘贴文字',
      en: 'This PDF is a scan or a picture without any text. Upload a PDF exported from a document, or paste the text',
    },
  },
  password: {
    code: 'password',
    message: {
      zh: '文件设有打开密码，请去掉密码后再上传',
      en: 'The file needs a password to open; remove it, then upload',
    },
  },
  picture: {
    code: 'picture',
    message: {
      zh: '这是图片，不能读取其中的文字。请上传 PDF 或 Word 文件，或直接粘贴文字',
      en: 'This is a picture, and its text cannot be read. Upload a PDF or Word file, or paste the text',
    },
  },
  'old-word': {
    code: 'old-word',
    message: {
      zh: '这是旧版 Office 文件（.doc）。请另存为 .docx 或 PDF 后再上传',
      en: 'This is a file of an old Office version (.doc). Save it as .docx or PDF, then upload',
    },
  },
  rtf: {
    code: 'unknown-type',
    message: {
      zh: '不支持 RTF 文件。请另存为 .docx 或 PDF 后再上传',
      en: 'RTF files are not read. Save it as .docx or PDF, then upload',
    },
  },
  'other-zip': {
    code: 'unknown-type',
    message: {
      zh: '这个压缩包里没有 Word 文档，也不是 LinkedIn 的导出文件',
      en: 'This archive holds no Word document and is no LinkedIn export',
    },
  },
  'corrupt-zip': {
    code: 'corrupt',
    message: { zh: '文件不完整或已损坏，无法打开', en: 'The file is incomplete or damaged and cannot be opened' },
  },
  corrupt: {
    code: 'corrupt',
    message: { zh: '文件不完整或已损坏，无法打开', en: 'The file is incomplete or damaged and cannot be opened' },
  },
  empty: { code: 'empty', message: { zh: '文件里没有文字', en: 'The file holds no text' } },
  unknown: {
    code: 'unknown-type',
    message: {
      zh: '认不出文件类型。可以读取 PDF、Word（.docx）、文本、Markdown、HTML、JSON Resume 和 LinkedIn 导出文件',
      en: 'The file’s type is not known. PDF, Word (.docx), text, Markdown, HTML, JSON Resume and LinkedIn exports are read',
    },
  },
  'unpacks-too-large': {
    code: 'unpacks-too-large',
    message: {
      zh: '文件解压后过大，已停止读取',
      en: 'The file unpacks to far more than a resume needs; it was not read',
    },
  },
  'too-slow': {
    code: 'too-slow',
    message: {
      zh: '文件太复杂，未能在限定时间内读完。请另存为更简单的 PDF，或直接粘贴文字',
      en: 'The file is too complex to be read in time. Save it as a simpler PDF, or paste the text',
    },
  },
  'too-much-memory': {
    code: 'too-slow',
    message: {
      zh: '文件太复杂，读取所需内存过多。请另存为更简单的 PDF，或直接粘贴文字',
      en: 'The file is too complex and needs too much memory. Save it as a simpler PDF, or paste the text',
    },
  },
  'not-json-resume': {
    code: 'not-json-resume',
    message: {
      zh: '这个 JSON 文件不符合 JSON Resume 格式（jsonresume.org）',
      en: 'This JSON file does not follow the JSON Resume schema (jsonresume.org)',
    },
  },
};

function refuse(reason: Refusal): Result<never> {
  const { code, message } = refusals[reason];
  return failure(code === 'unpacks-too-large' ? 'too-large' : 'invalid', `resume-${code}`, message);
}

import { postingsIn, textOfJobPosting } from '../jobs/index.ts';
import { extractText } from '../language/index.ts';
import { failure, ok, type Result, unwrap } from '../platform/index.ts';

/** A JSON document; undefined where the bytes are none. */
function jsonOf(bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes).trim();
  if (!/^[{[]/u.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function textInJson(document: unknown, filename: string): Result<string> {
  const postings = postingsIn(document);
  const [posting] = postings;
  if (!posting)
    return failure('invalid', 'no-job-posting', {
      zh: `${filename} 是 JSON，但里面没有 JobPosting（schema.org）。请给出 JobPosting，或职位描述的文本、PDF、Word、网页`,
      en: `${filename} is JSON without a JobPosting (schema.org) in it. Give a JobPosting, or the description as text, PDF, Word or a web page`,
    });
  if (postings.length > 1)
    return failure('invalid', 'several-job-postings', {
      zh: `${filename} 里有 ${postings.length} 个 JobPosting，一次只读一个；批量导入请用 renmai import`,
      en: `${filename} holds ${postings.length} JobPostings and one is read at a time; renmai import takes them all`,
    });
  const text = textOfJobPosting(posting);
  return text === ''
    ? failure('invalid', 'empty-job-posting', {
        zh: `${filename} 里的 JobPosting 没有标题和描述`,
        en: `The JobPosting in ${filename} has neither a title nor a description`,
      })
    : ok(text);
}

/**
 * The text of a job description in a file: JobPosting of schema.org (JSON-LD), or any document that resumes are read
 * from. Refused with the reason.
 */
export async function postingText(bytes: Uint8Array, filename: string): Promise<string> {
  const document = jsonOf(bytes);
  if (document !== undefined) return unwrap(textInJson(document, filename));
  return unwrap(await extractText(bytes, filename)).text;
}

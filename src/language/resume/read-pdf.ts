import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';
import { getDocument } from 'unpdf/pdfjs';
import type { ExtractionLimits } from './model.ts';
import type { PdfPage, PdfRun } from './pdf-layout.ts';

export type PdfOutcome =
  | { ok: true; pages: PdfPage[] }
  | { ok: false; code: 'password' | 'corrupt' | 'too-many-pages' | 'unpacks-too-large'; detail: string };

const folder = (name: string) => fileURLToPath(new URL(`./${name}/`, import.meta.resolve('pdfjs-dist/package.json')));

/**
 * Every page's text runs with their places. Character maps and standard fonts come from pdfjs-dist, so that fonts a
 * PDF only names (STSong-Light with GBK-EUC-H …) are read as well. Meant for a thread of its own: a PDF can take
 * any time.
 */
export async function readPdf(bytes: Uint8Array, limits: ExtractionLimits): Promise<PdfOutcome> {
  if (!streamsUnpackWithin(bytes, limits.maxUnpackedBytes)) {
    return { ok: false, code: 'unpacks-too-large', detail: '' };
  }
  const task = getDocument({
    data: bytes,
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    if (document.numPages > limits.maxPages) {
      return { ok: false, code: 'too-many-pages', detail: String(document.numPages) };
    }
    const pages: PdfPage[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const viewport = page.getViewport({ scale: 1 });
      const content = await page.getTextContent();
      const runs: PdfRun[] = [];
      for (const item of content.items) {
        if (!('str' in item) || item.str === '') continue;
        const run = placeRun(item, viewport.transform);
        if (run) runs.push(run);
      }
      pages.push({ width: viewport.width, height: viewport.height, runs });
      page.cleanup();
    }
    return { ok: true, pages };
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, code: name === 'PasswordException' ? 'password' : 'corrupt', detail };
  } finally {
    await task.destroy();
  }
}

/** Where a run stands on the upright page; null for text set sideways, such as a margin's stamp. */
function placeRun(
  item: { str: string; transform: unknown[]; width: number; height: number },
  viewport: number[],
): PdfRun | null {
  const [a = 0, b = 0, , , e = 0, f = 0] = item.transform.map(Number);
  const [va = 1, vb = 0, vc = 0, vd = -1, ve = 0, vf = 0] = viewport;
  const directionX = va * a + vc * b;
  const directionY = vb * a + vd * b;
  if (Math.abs(directionY) > Math.abs(directionX) * 0.1) return null;
  const size = item.height > 0 ? item.height : Math.hypot(a, b);
  return { text: item.str, x: va * e + vc * f + ve, y: vb * e + vd * f + vf, width: item.width, size };
}

const maxNesting = 3;

/**
 * Whether the deflated streams of a PDF stay under `maxBytes` altogether, found by inflating each with a bound before
 * the PDF reader does so without one. A stream that is no deflate counts as it is.
 */
function streamsUnpackWithin(bytes: Uint8Array, maxBytes: number): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let room = maxBytes * 4;
  let at = buffer.indexOf('stream', 0, 'latin1');
  while (at >= 0) {
    let start = at + 6;
    if (buffer[start] === 13) start++;
    if (buffer[start] === 10) start++;
    if ((buffer[start] ?? 0) % 16 === 8) {
      const end = buffer.indexOf('endstream', start, 'latin1');
      const size = inflatedSize(buffer.subarray(start, end < 0 ? buffer.length : end), maxBytes, 0);
      if (size > maxBytes) return false;
      room -= size;
      if (room < 0) return false;
    }
    at = buffer.indexOf('stream', start, 'latin1');
  }
  return true;
}

function inflatedSize(packed: Uint8Array, maxBytes: number, nesting: number): number {
  let content: Uint8Array;
  try {
    content = inflateSync(packed, { maxOutputLength: maxBytes, finishFlush: 2 });
  } catch (error) {
    return error instanceof RangeError ? Number.POSITIVE_INFINITY : 0;
  }
  const isDeflatedAgain = nesting < maxNesting && content.length > 64 && (content[0] ?? 0) === 0x78;
  return content.length + (isDeflatedAgain ? inflatedSize(content, maxBytes, nesting + 1) : 0);
}

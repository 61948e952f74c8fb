import mammoth from 'mammoth';
import { htmlToLines } from './html-text.ts';
import type { ExtractionLimits } from './model.ts';
import { plainLine, type TextLine } from './text-lines.ts';
import { checkZipUnpacks, readZipDirectory, readZipEntry } from './zip.ts';

export type DocxOutcome =
  | { ok: true; lines: TextLine[] }
  | { ok: false; code: 'corrupt' | 'unpacks-too-large'; detail: string };

/**
 * The lines of a Word file: page headers first (names and contacts often stand there), then the body with headings,
 * tables and text boxes. Every part is unpacked once under the limit before the reader gets the file.
 */
export async function readDocx(bytes: Uint8Array, limits: ExtractionLimits): Promise<DocxOutcome> {
  const entries = readZipDirectory(bytes);
  if (entries === null) return { ok: false, code: 'corrupt', detail: 'central directory' };
  const unpacks = checkZipUnpacks(bytes, entries, limits.maxUnpackedBytes);
  if (unpacks === 'too-large') return { ok: false, code: 'unpacks-too-large', detail: '' };
  if (unpacks === 'corrupt') return { ok: false, code: 'corrupt', detail: 'entry' };
  try {
    const { value: html } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      {
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
        externalFileAccess: false,
        styleMap: [
          "p[style-name='标题'] => h1:fresh",
          "p[style-name='Title'] => h1:fresh",
          "p[style-name='Subtitle'] => h2:fresh",
        ],
      },
    );
    const body = htmlToLines(html, { keepTabs: true });
    const known = new Set(body.map((line) => line.text));
    const header = entries
      .filter((entry) => /^word\/header\d*\.xml$/.test(entry.name))
      .flatMap((entry) => {
        const content = readZipEntry(bytes, entry, limits.maxUnpackedBytes);
        return typeof content === 'string' ? [] : paragraphsOf(new TextDecoder().decode(content));
      })
      .filter((text, index, all) => text !== '' && !known.has(text) && all.indexOf(text) === index)
      .map((text) => plainLine(text));
    return { ok: true, lines: [...header, ...body] };
  } catch (error) {
    return { ok: false, code: 'corrupt', detail: error instanceof Error ? error.message : String(error) };
  }
}

/** The text of each paragraph of a WordprocessingML part (ECMA-376 §17.3). */
function paragraphsOf(xml: string): string[] {
  return xml.split('</w:p>').map((paragraph) => {
    const html = paragraph.replaceAll(/<w:tab\/>/g, '\t').replaceAll(/<w:br\/>/g, ' ');
    return htmlToLines(html, { keepTabs: true })
      .map((line) => line.text)
      .join(' ')
      .trim();
  });
}

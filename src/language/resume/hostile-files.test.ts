import { describe, expect, it } from 'vitest';
import { zip, zipOfOverlaps } from '../../../test/made-zip.ts';
import { type ExtractionLimits, extractText } from './index.ts';

const MIB = 2 ** 20;
const utf8 = (text: string) => new TextEncoder().encode(text);

async function outcome(bytes: Uint8Array, limits: Partial<ExtractionLimits> = {}): Promise<string> {
  const result = await extractText(bytes, 'x', limits);
  return result.ok ? 'read' : result.failure.code;
}

/** Noise that is always the same: a linear congruential generator (Numerical Recipes' constants). */
function noise(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = 1;
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[i] = state >>> 24;
  }
  return bytes;
}

function begunBy(start: string, length: number): Uint8Array {
  const bytes = noise(length);
  bytes.set(utf8(start));
  return bytes;
}

const REFUSED =
  /^(?:read|resume-(?:corrupt|scanned|too-slow|unpacks-too-large|empty|unknown-type|not-json-resume|password))$/;

describe('files made to hurt end in a text or a refusal', () => {
  const bomb = new Uint8Array(120 * MIB);
  const document = (xml: string) =>
    zip({
      '[Content_Types].xml': utf8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
      '_rels/.rels': utf8(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      ),
      'word/document.xml': utf8(xml),
    });

  it('a part that unpacks without end, in a part that does not hold the text', async () => {
    expect(await outcome(zip({ 'word/document.xml': utf8('<w:document/>'), 'word/media/a.png': bomb }))).toBe(
      'resume-unpacks-too-large',
    );
  });

  it('one part that a directory names 5,000 times', async () => {
    expect(await outcome(zipOfOverlaps(new Uint8Array(MIB), 'word/document.xml', 5_000))).toBe(
      'resume-unpacks-too-large',
    );
  });

  it('a ZIP in a ZIP in a ZIP', async () => {
    const nested = zip({ 'word/document.xml': zip({ 'word/document.xml': zip({ 'word/document.xml': bomb }) }) });
    expect(await outcome(nested)).toMatch(REFUSED);
  });

  it('LinkedIn\u2019s export with a table without end', async () => {
    expect(await outcome(zip({ 'Profile.csv': bomb, 'Positions.csv': bomb }))).toBe('resume-corrupt');
  });

  it('entities that name entities a billion times over', async () => {
    const entities = Array.from({ length: 9 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join('');
    const xml = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "lol">${entities}]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&e9;</w:t></w:r></w:p></w:body></w:document>`;
    expect(await outcome(document(xml))).toMatch(REFUSED);
  });

  it('elements 50,000 deep', async () => {
    const deep = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${'<w:p>'.repeat(50_000)}`;
    expect(await outcome(document(deep))).toMatch(REFUSED);
  });

  it('50 MB of noise that begins like a PDF, refused at once or read in its thread', async () => {
    const file = begunBy('%PDF-1.7\n', 50 * MIB);
    expect(await outcome(file)).toBe('resume-too-large');
    expect(await outcome(file, { maxBytes: 64 * MIB })).toMatch(REFUSED);
  });

  it('a PDF of streams that never end', async () => {
    const file = utf8(`%PDF-1.7\n${'1 0 obj << /Length 9 >> stream\nx'.repeat(40_000)}`);
    expect(await outcome(file, { timeoutMs: 4_000 })).toMatch(REFUSED);
  });

  it('a PDF of arrays in arrays', async () => {
    const file = utf8(`%PDF-1.7\n1 0 obj ${'['.repeat(200_000)} endobj\ntrailer << /Root 1 0 R >>\n%%EOF`);
    expect(await outcome(file)).toMatch(REFUSED);
  });

  it.each([
    ['<div>', '<div>'],
    ['<', '<html>'],
    ['<!--', '<html>'],
    ['<script', '<html>'],
    ['<a href="', '<html>'],
    ['&#x', '<p>'],
    ['{"basics":', ''],
    ['[', '{"basics":'],
    ['# ', '# '],
    ['| ', '# x\n'],
    ['**', '# x\n'],
    ['[a](', '# x\n'],
  ])('300,000 characters of %j behind %j', async (piece, start) => {
    expect(await outcome(utf8(start + piece.repeat(Math.ceil(300_000 / piece.length))))).toMatch(REFUSED);
  });
});

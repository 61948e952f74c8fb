import { type DecodedText, decodeText } from './decode-text.ts';
import { readZipDirectory } from './zip.ts';

/** What a file is by its bytes. */
export type DetectedFile =
  | { kind: 'pdf' | 'docx' | 'linkedin' }
  | { kind: 'text' | 'markdown' | 'html' | 'json'; decoded: DecodedText }
  | { kind: 'password' | 'picture' | 'old-word' | 'rtf' | 'other-zip' | 'corrupt-zip' | 'empty' | 'unknown' };

const startsWith = (bytes: Uint8Array, magic: readonly number[]) => magic.every((byte, index) => bytes[index] === byte);

const pictures = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
  [0x42, 0x4d],
  [0x52, 0x49, 0x46, 0x46],
];

/** Tells a file's kind by its content; the name only tells Markdown from plain text. */
export function detectFile(bytes: Uint8Array, filename: string): DetectedFile {
  if (bytes.length === 0) return { kind: 'empty' };
  if (Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-'))
    return { kind: 'pdf' };
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return detectZip(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    // Office encrypts a document by putting it into an OLE container with this stream (MS-OFFCRYPTO §2.3).
    const isEncrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
      Buffer.from('EncryptedPackage', 'utf16le'),
    );
    return { kind: isEncrypted ? 'password' : 'old-word' };
  }
  if (startsWith(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66])) return { kind: 'rtf' };
  const decoded = decodeText(bytes);
  if (decoded === null) return { kind: pictures.some((magic) => startsWith(bytes, magic)) ? 'picture' : 'unknown' };
  return detectText(decoded, filename);
}

function detectZip(bytes: Uint8Array): DetectedFile {
  const entries = readZipDirectory(bytes);
  if (entries === null) return { kind: 'corrupt-zip' };
  if (entries.some((entry) => entry.encrypted)) return { kind: 'password' };
  const names = new Set(entries.map((entry) => entry.name.split('/').at(-1) ?? ''));
  if (entries.some((entry) => entry.name === 'word/document.xml')) return { kind: 'docx' };
  if (names.has('Profile.csv') || names.has('Positions.csv')) return { kind: 'linkedin' };
  return { kind: 'other-zip' };
}

function detectText(decoded: DecodedText, filename: string): DetectedFile {
  const text = decoded.text.trimStart();
  if (text === '') return { kind: 'empty' };
  if (text.startsWith('{') && isJson(text)) return { kind: 'json', decoded };
  if (
    /^(?:<!doctype html|<html|<head|<body|<\?xml|<!--|<(?:div|section|article|main|header|table|h1|p)[\s>])/i.test(text)
  ) {
    return { kind: 'html', decoded };
  }
  const isMarkdown = /\.(?:md|markdown)$/i.test(filename) || /^#{1,4} \S/m.test(text);
  return { kind: isMarkdown ? 'markdown' : 'text', decoded };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

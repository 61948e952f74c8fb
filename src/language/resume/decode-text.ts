export type DecodedText = { text: string; encoding: string; guessed: boolean };

/**
 * Bytes as text: by byte-order mark, else UTF-8 where valid, else UTF-16 where every other byte is mostly zero or the
 * text comes out clean, else GB18030 or Windows-1252. Null for bytes that are no text.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const decoded = decodeByMark(bytes) ?? decodeUtf8(bytes) ?? decodeUtf16(bytes) ?? decodeLegacy(bytes);
  if (decoded === null || !looksLikeText(decoded.text)) return null;
  return { ...decoded, text: decoded.text.replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n') };
}

function decodeByMark(bytes: Uint8Array): DecodedText | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return decodeAs(bytes, 'utf-8', false);
  if (first === 0xff && second === 0xfe) return decodeAs(bytes, 'utf-16le', false);
  if (first === 0xfe && second === 0xff) return decodeAs(bytes, 'utf-16be', false);
  return null;
}

function decodeUtf8(bytes: Uint8Array): DecodedText | null {
  const decoded = decodeAs(bytes, 'utf-8', false);
  return decoded === null || decoded.text.includes('\0') ? null : decoded;
}

function decodeUtf16(bytes: Uint8Array): DecodedText | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null;
  // Digits, line breaks and spaces leave zero bytes on one side in any language.
  let evenZeros = 0;
  let oddZeros = 0;
  const sample = Math.min(bytes.length, 4096);
  for (let i = 0; i < sample; i++) if (bytes[i] === 0) i % 2 === 0 ? evenZeros++ : oddZeros++;
  if (evenZeros + oddZeros === 0) return null;
  const [encoding, zeros, others] =
    oddZeros > evenZeros ? (['utf-16le', oddZeros, evenZeros] as const) : (['utf-16be', evenZeros, oddZeros] as const);
  return zeros >= sample / 50 && others <= zeros / 20 ? decodeAs(bytes, encoding, true) : null;
}

function decodeLegacy(bytes: Uint8Array): DecodedText | null {
  // In GB18030 both bytes of common characters are high, so high bytes come in runs; in Windows-1252 they stand alone.
  let high = 0;
  let inRuns = 0;
  for (let i = 0; i < bytes.length; i++) {
    if ((bytes[i] ?? 0) < 0xa1) continue;
    high++;
    if ((bytes[i - 1] ?? 0) >= 0xa1 || (bytes[i + 1] ?? 0) >= 0xa1) inRuns++;
  }
  const chinese = inRuns >= high * 0.7 ? decodeAs(bytes, 'gb18030', true) : null;
  return chinese ?? decodeAs(bytes, 'windows-1252', true);
}

function decodeAs(bytes: Uint8Array, encoding: string, guessed: boolean): DecodedText | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding, guessed };
  } catch {
    return null;
  }
}

function looksLikeText(text: string): boolean {
  let odd = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const isControl = code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12;
    if (
      isControl ||
      (code >= 0x7f && code < 0xa0 && code !== 0x85) ||
      code === 0xfffd ||
      (code >= 0xe000 && code <= 0xf8ff)
    )
      odd++;
  }
  return odd <= text.length / 100;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The text without its scripts and styles; one that is never closed runs to the end. Linear in the text. */
function withoutScripts(source: string): string {
  const kept: string[] = [];
  let at = 0;
  for (const open of source.matchAll(/<(script|style)\b/giu)) {
    if (open.index < at) continue;
    kept.push(source.slice(at, open.index));
    const close = new RegExp(`</${open[1]}>`, 'giu');
    close.lastIndex = open.index;
    at = close.test(source) ? close.lastIndex : source.length;
  }
  kept.push(source.slice(at));
  return kept.join(' ');
}

/** Text without its HTML tags, with a line break where a block ended; text that has no tags stays as it is. */
export function plainText(source: string): string {
  if (!/<[a-z/!]|&(?:#\d+|#x[\da-f]+|[a-z]+);/iu.test(source)) return source.trim();
  return withoutScripts(source)
    .replaceAll(/<(?:br|\/p|\/li|\/div|\/h\d|\/tr)\b[^<>]*>/giu, '\n')
    .replaceAll(/<[a-z/!][^<>]*>/giu, ' ')
    .replaceAll(/&(#x[\da-f]+|#\d+|[a-z]+);/giu, (whole, name: string) => {
      if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
      const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replaceAll(/[ \t]+/gu, ' ')
    .replaceAll(/ ?\n ?/gu, '\n')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .trim();
}

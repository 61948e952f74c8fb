const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Text without its HTML tags, with a line break where a block ended; text that has no tags stays as it is. */
export function plainText(source: string): string {
  if (!/<[a-z/!]|&(?:#\d+|#x[\da-f]+|[a-z]+);/iu.test(source)) return source.trim();
  return source
    .replaceAll(/<(script|style)\b[\s\S]*?<\/\1>/giu, ' ')
    .replaceAll(/<(?:br|\/p|\/li|\/div|\/h\d|\/tr)\b[^>]*>/giu, '\n')
    .replaceAll(/<[^>]*>/gu, ' ')
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

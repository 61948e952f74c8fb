/**
 * Radicals of the CJK Radicals Supplement that fonts put into PDF text in place of the character they look like.
 * Unicode gives them no compatibility decomposition, unlike the Kangxi radicals.
 */
const radicals = new Map(
  Array.from(
    '⺟母⺠民⺩王⺬示⺮竹⺼月⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟'.matchAll(
      /(.)(.)/gu,
    ),
    ([, radical = '', character = '']) => [radical, character] as const,
  ),
);

const compatibility = /[\u2F00-\u2FDF\uF900-\uFAFF\uFB00-\uFB06]/gu;
const supplement = /[\u2E80-\u2EFF]/gu;
// Zero-width marks, soft hyphens, controls, private-use glyphs of icon fonts, non-characters and lone surrogates.
const invisible = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\uFFFD]|\p{Variation_Selector}/gu;
const spaces = /[\u00A0\u1680\u2000-\u200A\u202F\u205F]/g;

/**
 * One line of text as people typed it: compatibility radicals and ligatures as the letters they stand for,
 * invisible characters gone, exotic spaces plain. Keeps full-width punctuation, tabs and runs of spaces.
 */
export function cleanLine(line: string): string {
  return line
    .replace(spaces, ' ')
    .replace(invisible, '')
    .replace(compatibility, (character) => character.normalize('NFKC'))
    .replace(supplement, (character) => radicals.get(character) ?? character)
    .trimEnd();
}

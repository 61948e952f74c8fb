import { foldKeepingOffsets } from '../normalise.ts';

/** Words that join or point and name no work of their own. */
const JOINING = new Set(
  'a an and or of the in on for to with at by from as into per via de la und & etc other others all any related misc'.split(
    ' ',
  ),
);
/** After one of these a title tells of its object, no longer of the person. */
export const POINTING: ReadonlySet<string> = new Set(['of', 'for', 'in', 'at', 'to', 'with', 'on', 'by']);

const PREFIXES =
  /\b(co|sub|pre|post|non|multi|anti|inter|re|semi|e|x|t|micro|macro|tele|bio|geo|electro|over|under|self)-(?=[a-z])/gu;
const NOT_PLURAL = /(?:ss|us|is|ics|ous|news|gas|bus|lens|series|species|chess|sales|physics|diabetes)$/u;
const IRREGULAR = new Map(
  Object.entries({
    men: 'man',
    women: 'man',
    woman: 'woman',
    children: 'child',
    people: 'people',
    teeth: 'tooth',
    feet: 'foot',
    wives: 'wife',
    staves: 'staff',
    knives: 'knife',
    leaves: 'leaf',
    lenses: 'lens',
    buses: 'bus',
    gases: 'gas',
    analyses: 'analysis',
    sales: 'sales',
    clothes: 'clothes',
    data: 'data',
    mechanics: 'mechanic',
    critics: 'critic',
    clinics: 'clinic',
    medics: 'medic',
    news: 'news',
    media: 'media',
  }),
);
const PERSON = /^(.{3,}?)(?:woman|women|person|persons|people|men)$/u;
const NO_PERSON = new Set(['businesspeople']);

/** Letters of British spelling in American dress, so that both meet; it needs no knowledge of which words exist. */
function oneSpelling(word: string): string {
  return word
    .replace(/isation/u, 'ization')
    .replace(/(.{3})is(e|ed|er|ing)$/u, '$1iz$2')
    .replace(/(.{2,})our(?=$|ed|er|ing|ist|al|s$)/u, (whole, stem: string) =>
      /^(?:f|y|h|t|p|sc|det|cont|vel|gla|j|c|parc|tamb)$/u.test(stem) ? whole : `${stem}or`,
    )
    .replace(/(.{3,})tre$/u, '$1ter')
    .replace(/^(?:pa|ortho|gyn|an|h|arch)ae/u, (start) => start.replace('ae', 'e'))
    .replace(/ll(?=(?:er|or|ing|ed)$)/u, 'l')
    .replace(/mme$/u, 'm')
    .replace(/ogue$/u, 'og')
    .replace(/^al(?:uminium)/u, 'aluminum')
    .replace(/^tyre$/u, 'tire')
    .replace(/^(.+)yse(r?)$/u, '$1yze$2');
}

/** A word of a title as a key: singular, no sex ("saleswoman" and "salesperson" are "salesman"), one spelling. */
export function stemTitleWord(word: string): string {
  if (!/^[a-z]/u.test(word)) return word;
  let stem = IRREGULAR.get(word) ?? word;
  const person = NO_PERSON.has(stem) ? null : PERSON.exec(stem);
  if (person) stem = `${person[1]}man`;
  if (stem === word && word.length > 3 && !NOT_PLURAL.test(word)) {
    if (/[^aeiou]ies$/u.test(stem)) stem = `${stem.slice(0, -3)}y`;
    else if (/(?:ch|sh|x|ss|zz)es$/u.test(stem)) stem = stem.slice(0, -2);
    else if (stem.endsWith('s')) stem = stem.slice(0, -1);
  }
  return oneSpelling(stem);
}

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(?:ational|ization|izational)$/u, ''],
  [/(?:ologist|ology|ological|ologic)$/u, 'olog'],
  [/(?:ographer|ography|ographic|ographical)$/u, 'ograph'],
  [/(?:onomist|onomy|onomic)$/u, 'onom'],
  [/(?:etician|etics|etic|etical)$/u, 'et'],
  [/(?:ician|ics|ical|ic|icist)$/u, ''],
  [/(?:mentation|mental|ment)$/u, ''],
  [/(?:ication|icator)$/u, ''],
  [/(?:ations?|ator|ative|ating|ate|atory)$/u, ''],
  [/(?:ition|itor|itive)$/u, ''],
  [/(?:ction|ctor|ctive|cting|ct)$/u, 'ct'],
  [/(?:sion|sor|sive|sing|se)$/u, 's'],
  [/(?:tion|tor|tive)$/u, 't'],
  [/(?:ancy|ance|ants?|anting)$/u, ''],
  [/(?:ency|ence|ent)$/u, ''],
  [/(?:ery|ering|eer|eering|er|or|ing|ed|ist|ism|ary|ry|y|al|ial|ian|ive|able|ness|ship|man|e)$/u, ''],
];

/** What the words of one family share: engineer and engineering, account and accountant, therapy and therapist. */
export function rootOf(stem: string): string {
  if (stem.length < 5 || !/^[a-z]+$/u.test(stem)) return stem;
  for (const [ending, stays] of ENDINGS) {
    const root = stem.replace(ending, stays);
    if (root !== stem && root.length >= 4) return root.replace(/([b-df-hj-np-tv-z])\1$/u, '$1');
  }
  return stem;
}

const WORD = /[a-z0-9à-ɏ]+[+#]*|\p{Script=Han}+/gu;
const MARKS = /\((?:m|f|d|w|x|h|[/|])+\)|\b(?:m\/[wf](?:\/[dx])?|f\/m|h\/f)\b/gu;

/** A title folded for comparing: half-width, lower-case, no accents on Latin letters, no marks of sex, prefixes joined. */
export function foldTitle(title: string): string {
  return foldKeepingOffsets(title)
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[̀-ͯ]/gu, '')
    .normalize('NFC')
    .replaceAll(MARKS, ' ')
    .replaceAll(/['’`]s\b/gu, '')
    .replaceAll(/['’`]/gu, '')
    .replaceAll(/\b([a-z])\.(?=[a-z]\b)/gu, '$1')
    .replaceAll(/\br ?& ?d\b/gu, 'research development')
    .replaceAll(PREFIXES, '$1');
}

/** One word of a title: its key, and the place of its segment for finding the head. */
export type TitleToken = { readonly stem: string; readonly raw: string; readonly isHead: boolean };

/** Runs of Chinese as overlapping pairs of characters (one alone where the run is one). */
function pairsOf(run: string): string[] {
  const characters = [...run];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}

/**
 * The words of a folded title that carry meaning, with which of them may be the head: the last before a pointing word
 * ("inspector of instruments") or at the end. Chinese runs become pairs of characters, the last of which is the head.
 */
export function titleTokens(folded: string): TitleToken[] {
  const words = [...folded.matchAll(WORD)].map(([word]) => word);
  const pointing = words.findIndex((word, at) => at > 0 && POINTING.has(word));
  const end = pointing < 0 ? words.length : pointing;
  const last = words.findLastIndex((word, at) => at < end && !JOINING.has(word));
  return words.flatMap((word, at) => {
    if (JOINING.has(word)) return [];
    if (!/\p{Script=Han}/u.test(word)) return [{ stem: stemTitleWord(word), raw: word, isHead: at === last }];
    const pairs = pairsOf(word);
    return pairs.map((pair, place) => ({ stem: pair, raw: pair, isHead: at === last && place === pairs.length - 1 }));
  });
}

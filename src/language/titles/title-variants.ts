import { foldTitle, stemTitleWord, type TitleToken, titleTokens } from './title-tokens.ts';

/** One way to read a title: its words, and how much of the title it stands for. */
export type TitleVariant = { readonly tokens: readonly TitleToken[]; readonly share: number };

const REST = /,?\s*(?:and )?(?:all other|not elsewhere classified|n\.?e\.?c\.?|not otherwise specified|general)\b\.?/gu;
const EXCEPT = /,?\s*\b(?:except|excluding|other than|without)\b.*$/gu;
const NOISE =
  /\b(?:urgent(?:ly)?|hiring|wanted|vacancy|job|position|full[- ]?time|part[- ]?time|remote|hybrid|on[- ]?site|temporary|permanent|contract|immediate start|(?:ii|iii|iv|i)$|level \d|grade \d|\d+)\b/gu;
/** Whether a word names people by what they do; where the labels at hand do not say, its ending does. */
export type IsAgent = (stem: string) => boolean;

const AGENT =
  /(?:er|or|ist|ian|ant|man|yst|eon|mith|wright|nurse|clerk|judge|pilot|agent|coach|guard|cook|chef|mate|aide)$/u;

const isAgentEnding: IsAgent = (stem) => AGENT.test(stem);

const endsInAgent = (segment: string, isAgent: IsAgent): boolean => {
  const last = segment.trim().split(/\s+/u).at(-1) ?? '';
  return isAgent(stemTitleWord(last));
};

/** "Cooks, Fast Food" says fast food cooks; "painters, sculptors, and illustrators" stays as it is. */
function uninverted(title: string, isAgent: IsAgent): string {
  const parts = title.split(/\s*[,;]\s*|\s+[-–—]+\s+|--+/u).filter((part) => part !== '');
  if (parts.length < 2) return title;
  if (parts.slice(1).some((part) => /^(?:and|or)\b/u.test(part))) {
    // "Captains, mates, and pilots of vessels" is a list; "mixers and blenders, hand" is not.
    return parts.join(', ');
  }
  const [head = '', ...rest] = parts;
  return endsInAgent(head, isAgent) && !rest.every((part) => endsInAgent(part, isAgent))
    ? `${rest.join(' ')} ${head}`
    : parts.join(' , ');
}

/** "heating, air conditioning and refrigeration mechanics" as a person would say each alone. */
function parted(title: string, isAgent: IsAgent): string[] {
  const [front = '', ...behind] = title.split(/\s(?=(?:of|for|in|at)\s)/u);
  const object = behind.join(' ');
  const parts = front
    .split(/\s*(?:,|\/|&|\band\b|\bor\b)\s*/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length < 2 || parts.length > 7) return [];
  const spoken: string[] = [];
  let waiting: string[] = [];
  let shared = '';
  for (const part of parts) {
    const words = part.split(/\s+/u);
    if (!endsInAgent(part, isAgent)) {
      waiting.push(part);
      continue;
    }
    const head = words.at(-1) ?? '';
    if (words.length > 1) shared = words.slice(0, -1).join(' ');
    for (const modifier of waiting) spoken.push(`${modifier} ${head}`);
    const modifiers = [...waiting, ...(words.length > 1 ? [shared] : [])];
    spoken.push(words.length === 1 && modifiers.length === 0 && shared !== '' ? `${shared} ${part}` : part);
    if (words.length === 1 && waiting.length > 0) spoken.pop();
    shared = modifiers[0] ?? shared;
    waiting = [];
  }
  return spoken.map((one) => (object === '' ? one : `${one} ${object}`));
}

/**
 * How a title may be read: as a whole, and each part of an enumeration for itself. Official titles are put into the
 * order of speech ("cooks, fast food"), and "all other", "except …" and words about the contract are left out.
 */
export function titleVariants(title: string, isAgent: IsAgent = isAgentEnding): TitleVariant[] {
  const folded = foldTitle(title)
    .replaceAll(/\(([^)]*)\)/gu, ' $1 ')
    .replaceAll(EXCEPT, ' ')
    .replaceAll(REST, ' ')
    .replaceAll(NOISE, ' ');
  const spoken = uninverted(folded.trim(), isAgent).trim();
  const whole = titleTokens(spoken);
  const variants: TitleVariant[] = [{ tokens: whole.length > 0 ? whole : titleTokens(foldTitle(title)), share: 1 }];
  const parts = parted(spoken, isAgent);
  for (const part of parts) {
    const tokens = titleTokens(part);
    if (tokens.length > 0) variants.push({ tokens, share: 1 / parts.length });
  }
  return variants;
}

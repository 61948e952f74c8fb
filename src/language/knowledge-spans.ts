import { findMentions, linkSkill } from './find-mentions.ts';
import { findSkill } from './lexicon.ts';
import type { Mention, Span } from './model.ts';

/** Trades whose skills are things that one knows (a tool, a language, a field) rather than ways in which one works. */
const KNOWN = new Set('software data ai hardware biomedicine languages product chips automotive'.split(' '));
/** A way of working that is taught as a method. */
const KNOWN_METHODS = new Set(['agile', 'project-management', 'economics']);
/** Where a language is something to know, and not whose it is or what to apply in. */
const SPOKEN =
  /fluen|speak|spoken|written|verbal|oral|proficien|native|command of|language|communicat|\blevel\b|skills|knowledge|both|mandatory|required|must|excellent|good|strong/iu;
/** Words that go on with the name before them: "Kubernetes environments", "CI/CD pipelines". */
const GOES_ON =
  /^(?:[ -](?:frameworks?|technologies|programming|development|methodolog(?:y|ies)|scripting|databases?|architectures?|principles|concepts|certifications?|ecosystem|best practices|SDK|networking|APIs?|lifecycle|\d+(?:\.\d+)*\+?))+(?![\p{L}\p{N}])/iu;
/** A name of the lexicon inside a longer word ("docker-compose", "Kotlin/SpringBoot", "rx-java") is that word. */
const WORD_BEFORE = /[\p{L}\p{N}+#.]+[/-](?:[\p{L}\p{N}+#.]+[/-])*$/u;
const WORD_BEHIND = /^(?:[/-][\p{L}\p{N}+#.]*[\p{L}\p{N}+#])+|^\d+\+?(?![\p{L}\p{N}])/u;
/** Who does the work, or whose it is: "Java Developer", "the Data Engineering team" name no need. */
const SOMEBODY =
  /^\s(?:(?:senior|junior|lead) )?(?:developers?|engineers?|specialists?|designers?|consultants?|compan(?:y|ies)|managers?|teams?|architects?|analysts?|scientists?|students?|project \()\b/iu;
const DEGREE =
  /(?:\b(?:university|final|academic|relevant|completed|higher) )?\b(?:(?:(?:bachelor|master|doctor)(?:(?:['’]s|s['’]?)|(?= degree| of| in| or| and|\s?\/))?(?:\s?(?:or|and|\/|and\/or)\s?(?:a )?(?:bachelor|master|doctor)(?:['’]s|s['’]?)?)?(?: of science| of arts| of engineering)?(?: degree| studies| study)?)|(?:bs|ba|bsc|msc|ms|meng|beng|mba|b\.s\.|m\.s\.)(?:\s?(?:\/|or|and)\s?(?:bs|ba|bsc|ms|msc|phd))?(?: degree)?(?= in | degree|\b)|ph\.?\s?d(?:\.(?=\s[a-z])|\b)(?: degree)?|degree(?= in ))(?: in (?:(?:a|an|the) )?(?!(?:the|a|an|related|relevant|any|one)\b)[a-z]+(?: (?:sciences?|engineering|technology|administration|economics|physics|field|systems|mathematics|management))?(?: (?:or|and) (?:[a-z]+ )?(?:sciences?|engineering|technology|mathematics))?)?/giu;
const NO_DEGREE = /^(?:master|doctor|ms|ba|bs)$/iu;
/** "This PhD project", "our PhD students". */
const OF_PLACE =
  /^\s(?:project|student|position|fellow|programme|program|candidate|school|supervis|studies at|thesis)/iu;

const spanAt = (text: string, start: number, end: number): Span => ({ start, end, text: text.slice(start, end) });

/** Words after which comes what somebody is to know; behind the weaker ones only what the lexicon knows counts. */
const ASKS =
  /\b(?:(?<strong>experience[ds]?|expertise|knowledge|understanding|familiarity|familiar|proficien(?:t|cy)|fluen(?:t|cy)|background|competen(?:t|ce|cies)|versed|interest|exposure|grounding|command|mastery|qualifications?|skilled)\s+(?:with|of|in|within|using)|(?:skills?|working|worked|work|specializ(?:ed|ing)|specialis(?:ed|ing)|comfortable|hands-on|passion(?:ate)?|insights?|interested)\s+(?:with|of|in|within|about|on|using)|understand(?:s|ing)?)\s+/giu;
const SKIPPED =
  /^(?:a|an|the|one|or|more|of|any|our|your|their|its|these|those|this|various|multiple|different|several|both|some|many|at|least|strong|solid|good|excellent|deep|proven|working|hands-on|practical|relevant|similar|other|related|basic|advanced|professional|extensive|broad|using|use|utilizing|developing|building|designing|writing|creating|implementing|deploying|managing|maintaining|operating|with|in|and|general|demonstrable|prior|previous|great|latest|new|all|key|core|common|popular|large|small|complex)$/iu;
const ENDS =
  /^(?:[.;:()?!*•|"“”–—-]+|for|to|in|on|with|within|at|from|by|is|are|was|were|will|would|can|could|should|may|must|you|we|they|it|that|which|who|whose|where|when|while|using|preferably|preferred|required|desired|desirable|such|like|as|including|e\.?g\.?|i\.?e\.?|etc\.?|through|across|into|over|under|about|of|than|be|being|have|has|had|having|if|because|so|but|not|also|ideally|especially|particularly|plus|e\.g|via|based|both|either|against|towards|upon|among|between|our|your|their|its|the|a|an|this|these|those|experience|knowledge|skills?|understanding|required|highly|very|more)$/iu;
const JOINS = /^(?:,|and|or|&|and\/or|\/)$/iu;
/** Heads of phrases that are places to work in rather than things to know. */
const NO_THING =
  /^(?:environments?|teams?|roles?|positions?|people|compan(?:y|ies)|customers?|clients?|settings?|organi[sz]ations?|years?|manner|way|levels?|things?|colleagues?|stakeholders?|partners?|users?|world|opportunit(?:y|ies)|impact|others|everyone|product owners?|developers?|engineers?|pace|time|day|challenges?|individuals?|groups?|departments?|members?|candidates?|field|areas?|one|job|work|life|ability|attitude)$/iu;
const LONGEST_PHRASE = 5;
const TOKEN = /[\p{L}\p{N}<][\p{L}\p{N}+#.'’/&<>_-]*[\p{L}\p{N}+#>]|[\p{L}\p{N}]|[^\s\p{L}\p{N}]/gu;

/** Nouns that stand for a kind, and need the word before them. */
const KIND =
  /^(?:tools?|principles|practices|technologies|frameworks|methods|methodologies|processes|trends|concepts|libraries|architectures?|patterns|techniques|systems|procedures|operations|standards|languages|platforms|routers|services)$/iu;
const ADVERB = /^(?:\p{L}{3,}ly|working|preferable)$/iu;

/** "automation and orchestration principles", "deployment process and tools": one thing, though joined by "and". */
function isOnePhrase(first: string, second: string): boolean {
  const words = second.split(/\s/u);
  const firstWords = first.split(/\s/u);
  const endsInKind = KIND.test(words.at(-1) ?? '');
  return (
    endsInKind && (words.length === 1 || (firstWords.length === 1 && !KIND.test(first) && linkSkill(first) === null))
  );
}

/** The phrases of a list that follows words of asking: "experience with Java, modern web frameworks and SQL". */
function phrasesAfter(text: string, from: number): Span[] {
  const found: Span[] = [];
  let start = -1;
  let end = -1;
  let words = 0;
  let last = '';
  let joined = '';
  const close = () => {
    if (start >= 0 && words <= LONGEST_PHRASE && !NO_THING.test(last)) {
      const before = found.at(-1);
      const isOne = before !== undefined && joined !== ',' && isOnePhrase(before.text, text.slice(start, end));
      if (isOne && before) found[found.length - 1] = spanAt(text, before.start, end);
      else found.push(spanAt(text, start, end));
    }
    start = -1;
    words = 0;
  };
  for (const match of text.slice(from, from + 160).matchAll(TOKEN)) {
    const [token] = match;
    if (JOINS.test(token)) {
      close();
      joined = token;
      continue;
    }
    if (start >= 0 && ADVERB.test(token)) break;
    if (start < 0 && SKIPPED.test(token)) continue;
    if (ENDS.test(token)) break;
    if (start < 0) start = from + match.index;
    end = from + match.index + token.length;
    last = token;
    words++;
  }
  close();
  return found;
}

/** A phrase of three or more names and nothing else is a list that lost its commas. */
function itemsOf(text: string, span: Span): Span[] {
  const inside = findMentions(span.text, ['skill']);
  const covered = inside.reduce((sum, { start, end }) => sum + end - start + 1, 0);
  if (inside.length < 3 || covered < span.text.length) return [span];
  return inside.map(({ start, end }) => spanAt(text, span.start + start, span.start + end));
}

/** A line of bare tags, as boards write them: "java spring-boot tdd amazon-web-services", "Technologies: php laravel". */
const TAGGED =
  /(?:^|\n)\s*([a-z0-9][a-z0-9+#.-]*(?: [a-z0-9+#.-]+){2,30})\s*(?=$|\n)|\btechnologies:? ((?:[\w+#.-]+ ){1,16}?)(?=job\b|$|\n)/giu;

function tagsIn(text: string): Span[] {
  return [...text.matchAll(TAGGED)].flatMap((match) => {
    const tags = match[1] ?? match[2] ?? '';
    if (
      tags !== tags.toLowerCase() ||
      /(?:^| )(?:the|and|or|to|of|in|for|with|you|we|is|are|a|on|be|your|our) /u.test(`${tags} `)
    )
      return [];
    const words = tags.split(' ');
    const known = words.filter((word) => linkSkill(word) ?? linkSkill(word.replaceAll('-', ' ')));
    if (known.length < 2 || known.length < words.length / 3) return [];
    const offset = match.index + match[0].indexOf(tags);
    return [...tags.matchAll(/\S+/gu)].map((tag) =>
      spanAt(text, offset + tag.index, offset + tag.index + tag[0].length),
    );
  });
}

function namedIn(text: string, skills: readonly Mention[]): Span[] {
  const spans = skills
    .filter(({ id }) => KNOWN.has(findSkill(id)?.category ?? '') || KNOWN_METHODS.has(id))
    .filter(
      ({ id, start, end }) =>
        findSkill(id)?.category !== 'languages' || SPOKEN.test(text.slice(Math.max(0, start - 60), end + 40)),
    )
    .filter(({ end }) => !SOMEBODY.test(text.slice(end, end + 40)))
    .map(({ start, end, id }) => {
      const from = start - (WORD_BEFORE.exec(text.slice(Math.max(0, start - 40), start))?.[0].length ?? 0);
      const behind = WORD_BEHIND.exec(text.slice(end, end + 40))?.[0].length ?? 0;
      const to = end + behind;
      return { ...spanAt(text, from, to + (GOES_ON.exec(text.slice(to, to + 60))?.[0].length ?? 0)), id };
    });
  return joinTouching(text, spans);
}

/** Names that touch: "restful web services" is one, and so is a name with its short form behind it, "Amazon Web Services (AWS)". */
function joinTouching(text: string, spans: readonly (Span & { readonly id: string })[]): Span[] {
  const joined: (Span & { readonly id: string })[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    const between = last ? text.slice(last.end, span.start) : '';
    const isProse = /^\p{Ll}/u.test(last?.text ?? '') && /^\p{Ll}/u.test(span.text) && between === ' ';
    const isShortForm = last?.id === span.id && /^ ?\( ?$/u.test(between);
    const close = isShortForm ? (/^ ?\)/u.exec(text.slice(span.end, span.end + 2))?.[0].length ?? 0) : 0;
    if (last && (isProse || isShortForm))
      joined[joined.length - 1] = { ...spanAt(text, last.start, span.end + close), id: span.id };
    else joined.push(span);
  }
  return joined;
}

/** Names of technologies by their shape: OpenConfig, NETCONF, OAuth2, next.js, fp-ts. */
const SHAPED =
  /(?<![\p{L}\p{N}])(?:[A-Z][a-z]+(?:[A-Z][a-z0-9]*)+|[A-Z]{3,7}\d*|[A-Za-z]+\d+(?:\.\d+)?|[A-Za-z]+\.(?:js|io|net|ai)|[a-z]{2,6}-(?:ts|js))(?![\p{L}\p{N}])/gu;
const NO_NAME =
  /^(?:YOU|AND|THE|FOR|USA|ARE|OUR|NOT|CEO|CTO|GMT|EUR|USD|ORGANIZATION|LOCATION|CONTACT|NAME|PROFESSION|COVID|HR|YEAR|[A-Z]?\d+|Q\d|FAQ|ASAP|PLUS|BIG|LGBT\w*|LinkedIn|PhD|ESR\d*)$/u;
const LONGEST_GAP = 6;
const IN_A_LIST = /^[\s,/|(&;:)•-]{1,4}$|^,? (?:and|or) $/u;

/** Words shaped like names of technologies that stand in a list with some that are known, or with such words. */
function shapedIn(text: string, known: readonly Span[]): Span[] {
  const shaped = [...text.matchAll(SHAPED)]
    .filter(([word]) => !NO_NAME.test(word))
    .map((match) => spanAt(text, match.index, match.index + match[0].length));
  const found: Span[] = [];
  const ends = new Set(known.map(({ end }) => end));
  const starts = new Set(known.map(({ start }) => start));
  const isListed = ({ start, end }: Span) => {
    for (let gap = 1; gap <= LONGEST_GAP; gap++) {
      if (ends.has(start - gap) && IN_A_LIST.test(text.slice(start - gap, start))) return true;
      if (starts.has(end + gap) && IN_A_LIST.test(text.slice(end, end + gap))) return true;
    }
    return false;
  };
  // From left to right, then from right to left: a list goes on from what is known in either direction.
  for (const span of [...shaped, ...shaped.toReversed()]) {
    if (!isListed(span)) continue;
    found.push(span);
    ends.add(span.end);
    starts.add(span.start);
  }
  return found;
}

/** Of spans that overlap the one that comes first in the list, in the order of the text. Linear in spans and text. */
function withoutOverlap(text: string, spans: readonly Span[]): Span[] {
  const taken = new Uint8Array(text.length);
  const found = spans.filter(({ start, end }) => {
    if (taken.subarray(start, end).includes(1)) return false;
    taken.fill(1, start, end);
    return true;
  });
  return found.sort((a, b) => a.start - b.start);
}

/**
 * What a posting's text asks people to know: degrees, the phrases of lists that follow words of asking ("experience with
 * …"), and the lexicon's tools, languages and fields with the word that goes on with them; ways of working
 * (communication, leadership) are not among them. No two overlap.
 */
export function findKnowledge(text: string): Span[] {
  const degrees = [...text.matchAll(DEGREE)]
    .filter((match) => !NO_DEGREE.test(match[0]) && !OF_PLACE.test(text.slice(match.index + match[0].length)))
    .map((match) => spanAt(text, match.index, match.index + match[0].length));
  const skills = findMentions(text, ['skill']);
  const named = new Uint8Array(text.length);
  for (const { start, end } of skills) named.fill(1, start, end);
  const names = ({ start, end }: Span) => named.subarray(start, end).includes(1);
  const asked = [...text.matchAll(ASKS)].flatMap((match) =>
    phrasesAfter(text, match.index + match[0].length)
      .filter((span) => match.groups?.strong !== undefined || names(span))
      .flatMap((span) => itemsOf(text, span)),
  );
  const certain = withoutOverlap(text, [...degrees, ...tagsIn(text), ...asked, ...namedIn(text, skills)]);
  return withoutOverlap(text, [...certain, ...shapedIn(text, certain)]);
}

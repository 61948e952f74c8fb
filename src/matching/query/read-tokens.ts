import type { At } from './query-model.ts';
import { queryProblem } from './query-problem.ts';

export type Comparator = '>=' | '>' | '<=' | '<';

export type Token = At &
  (
    | { readonly kind: 'open' | 'close' | 'and' | 'or' | 'not' }
    /** A field's name with its colon; what it asks for comes next. */
    | { readonly kind: 'field'; readonly name: string }
    | {
        readonly kind: 'value';
        readonly text: string;
        readonly quoted: boolean;
        /** `="LLM"`: the very words and no other name of the same thing. */
        readonly exact: boolean;
        /** `kube*` */
        readonly prefix: boolean;
        readonly compare: Comparator | null;
      }
  );

const QUOTES = /[\u201c-\u201f\u300c-\u300f\u300a\u300b\u301d-\u301f\uff02]/g;
const BLANK = /[\s\u3000,;\u3001\u3002]/;
const WORD_END = /[\s\u3000,;\u3001\u3002()"]/;
const FIELD = /^[\p{L}-]{1,20}$/u;

/** Full-width signs as the half-width ones that they stand for, and every kind of quote as one; each in its place. */
export function foldSigns(source: string): string {
  return source
    .replaceAll(QUOTES, '"')
    .replaceAll(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

const OPERATORS = new Map<string, 'and' | 'or' | 'not'>([
  ['and', 'and'],
  ['与', 'and'],
  ['且', 'and'],
  ['&', 'and'],
  ['&&', 'and'],
  ['or', 'or'],
  ['或', 'or'],
  ['|', 'or'],
  ['||', 'or'],
  ['not', 'not'],
  ['非', 'not'],
]);
const COMPARATORS: readonly (readonly [string, Comparator])[] = [
  ['>=', '>='],
  ['<=', '<='],
  ['\u2265', '>='],
  ['\u2264', '<='],
  ['>', '>'],
  ['<', '<'],
];

/** Where the word that begins at `from` ends; a colon ends it where what stands before could be a field's name. */
function wordEnd(folded: string, from: number): { end: number; colon: boolean } {
  let end = from;
  while (end < folded.length && !WORD_END.test(folded[end] ?? '')) {
    if (folded[end] === ':' && FIELD.test(folded.slice(from, end))) return { end, colon: true };
    end++;
  }
  return { end, colon: false };
}

function readQuoted(source: string, folded: string, at: number): { text: string; end: number } {
  const close = folded.indexOf('"', at + 1);
  if (close < 0) {
    throw queryProblem(
      source,
      { start: at, end: source.length },
      { zh: '这个引号没有配对，请补上结尾的引号', en: 'this quote is never closed; add the closing one' },
    );
  }
  return { text: source.slice(at + 1, close), end: close + 1 };
}

/** The value that begins at `from`: a comparator or an equals sign, then quoted words or one word, then perhaps a star. */
function readValue(source: string, folded: string, from: number, afterField: boolean): Token {
  let at = from;
  const compare = afterField ? COMPARATORS.find(([sign]) => folded.startsWith(sign, at)) : undefined;
  at += compare?.[0].length ?? 0;
  const exact = !compare && folded[at] === '=';
  if (exact) at++;
  while (compare && BLANK.test(folded[at] ?? '')) at++;
  if (folded[at] === '"') {
    const { text, end } = readQuoted(source, folded, at);
    const prefix = folded[end] === '*';
    const token = { kind: 'value' as const, text, quoted: true, exact, prefix, compare: compare?.[1] ?? null };
    return { ...token, start: from, end: prefix ? end + 1 : end };
  }
  let end = at;
  while (end < folded.length && !WORD_END.test(folded[end] ?? '')) end++;
  const prefix = folded[end - 1] === '*' && end - 1 >= at;
  const text = source.slice(at, prefix ? end - 1 : end);
  if (text.includes('*')) {
    throw queryProblem(
      source,
      { start: from, end },
      { zh: '星号只能放在词尾，如 kube*', en: 'a star may only end a word, as in kube*' },
    );
  }
  return { kind: 'value', text, quoted: false, exact, prefix, compare: compare?.[1] ?? null, start: from, end };
}

/** The operator that stands at `at`, by itself; a minus sign or `!` right before what it takes out. */
function operatorAt(folded: string, at: number): Token | null {
  const sign = folded[at] ?? '';
  const next = folded[at + 1] ?? '';
  if ((sign === '-' || sign === '!') && next !== '' && !BLANK.test(next) && next !== ')') {
    return { kind: 'not', start: at, end: at + 1 };
  }
  const { end, colon } = wordEnd(folded, at);
  const kind = colon ? undefined : OPERATORS.get(folded.slice(at, end).toLowerCase());
  return kind ? { kind, start: at, end } : null;
}

/**
 * The parts of a query from left to right. Operators are AND, OR and NOT in any case, 与, 或 and 非, and their signs;
 * an operator that is meant as a word is quoted. Linear in the text.
 */
export function readTokens(source: string): Token[] {
  const folded = foldSigns(source);
  const tokens: Token[] = [];
  for (let at = 0; at < folded.length; ) {
    const sign = folded[at] ?? '';
    if (BLANK.test(sign)) {
      at++;
      continue;
    }
    if (sign === '(' || sign === ')') {
      tokens.push({ kind: sign === '(' ? 'open' : 'close', start: at, end: at + 1 });
      at++;
      continue;
    }
    const last = tokens.at(-1);
    const afterField = last?.kind === 'field';
    const operator = afterField ? null : operatorAt(folded, at);
    if (operator) {
      tokens.push(operator);
      at = operator.end;
      continue;
    }
    const { end, colon } = wordEnd(folded, at);
    if (colon && !afterField) {
      tokens.push({ kind: 'field', name: folded.slice(at, end).toLowerCase(), start: at, end: end + 1 });
      at = end + 1;
      continue;
    }
    const value = readValue(source, folded, at, afterField);
    tokens.push(value);
    at = value.end;
  }
  return tokens;
}

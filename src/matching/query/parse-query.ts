import type { Text } from '../../platform/index.ts';
import { FIELDS, findField, readWords } from './fields.ts';
import { type At, LIMITS, type Query } from './query-model.ts';
import { queryProblem } from './query-problem.ts';
import { readTokens, type Token } from './read-tokens.ts';

type Field = (typeof FIELDS)[number];

/** Reads tokens one by one; a recursive descent with one method for each rule of the grammar. */
class Parser {
  readonly #source: string;
  readonly #tokens: readonly Token[];
  #at = 0;
  #terms = 0;

  constructor(source: string, tokens: readonly Token[]) {
    this.#source = source;
    this.#tokens = tokens;
  }

  whole(): Query {
    const query = this.#either(null, 0);
    const rest = this.#tokens[this.#at];
    if (rest)
      throw this.#problem(rest, {
        zh: '多出一个右括号，请去掉或补上左括号',
        en: 'this bracket was never opened; take it out or open it',
      });
    return query;
  }

  #problem(at: At | undefined, said: Text) {
    return queryProblem(this.#source, at ?? { start: this.#source.length, end: this.#source.length }, said);
  }

  /** either = both, { OR, both } */
  #either(field: Field | null, depth: number): Query {
    const parts = [this.#both(field, depth)];
    while (this.#tokens[this.#at]?.kind === 'or') {
      this.#at++;
      parts.push(this.#both(field, depth));
    }
    const [only] = parts;
    return only && parts.length === 1 ? only : { kind: 'or', parts };
  }

  /** both = one, { [AND], one } */
  #both(field: Field | null, depth: number): Query {
    const parts = [this.#one(field, depth)];
    for (;;) {
      const next = this.#tokens[this.#at];
      if (!next || next.kind === 'close' || next.kind === 'or') break;
      if (next.kind === 'and') this.#at++;
      parts.push(this.#one(field, depth));
    }
    const [only] = parts;
    return only && parts.length === 1 ? only : { kind: 'and', parts };
  }

  /** one = NOT one | "(" either ")" | field one | value */
  #one(field: Field | null, depth: number): Query {
    const token = this.#tokens[this.#at];
    if (depth > LIMITS.depth) {
      throw this.#problem(token, {
        zh: `嵌套超过 ${LIMITS.depth} 层，请减少括号`,
        en: `nested more than ${LIMITS.depth} deep; use fewer brackets`,
      });
    }
    if (!token)
      throw this.#problem(token, {
        zh: '还缺一个词，请补上或去掉前面的运算符',
        en: 'a word is missing; add one, or take out the operator before',
      });
    this.#at++;
    if (token.kind === 'not') return { kind: 'not', part: this.#one(field, depth + 1) };
    if (token.kind === 'open') return this.#group(token, field, depth + 1);
    if (token.kind === 'field') return this.#field(token, field, depth + 1);
    if (token.kind === 'value') return this.#value(token, token, field);
    throw this.#problem(token, {
      zh: '这里应当是一个词；若要查找这个词本身，请加引号',
      en: 'a word should stand here; to look for this very word, put it in quotes',
    });
  }

  #group(open: Token, field: Field | null, depth: number): Query {
    const inside = this.#either(field, depth);
    const close = this.#tokens[this.#at];
    if (close?.kind !== 'close')
      throw this.#problem(open, {
        zh: '这个括号没有配对，请补上右括号',
        en: 'this bracket is never closed; add the closing one',
      });
    this.#at++;
    return inside;
  }

  #field(token: Token & { readonly kind: 'field' }, outer: Field | null, depth: number): Query {
    const field = findField(token.name);
    if (!field) {
      throw this.#problem(token, {
        zh: `没有这个字段，可用的有：${FIELDS.map(({ names }) => names[1]).join('、')}；若是要查找的词，请加引号`,
        en: `no such field; there are ${FIELDS.map(({ names }) => names[0]).join(', ')}; to look for these words, quote them`,
      });
    }
    if (outer)
      throw this.#problem(token, {
        zh: '字段里不能再写字段，请拆成两部分',
        en: 'a field cannot stand inside another; write them one after the other',
      });
    const next = this.#tokens[this.#at];
    if (next?.kind === 'open') {
      this.#at++;
      return this.#group(next, field, depth);
    }
    if (next?.kind !== 'value')
      throw this.#problem(token, {
        zh: '字段后面要写内容，如 城市：北京',
        en: 'say what the field is asked for, as in city:Beijing',
      });
    this.#at++;
    return this.#value(next, { start: token.start, end: next.end }, field);
  }

  #value(token: Token & { readonly kind: 'value' }, at: At, field: Field | null): Query {
    if (++this.#terms > LIMITS.terms) {
      throw this.#problem(token, {
        zh: `超过 ${LIMITS.terms} 个词，请减少`,
        en: `more than ${LIMITS.terms} terms; use fewer`,
      });
    }
    if (token.compare && !field?.compares) {
      throw this.#problem(token, { zh: '只有年限和学历可以比较大小', en: 'only years and degree can be compared' });
    }
    const reading = field ? field.read(token) : readWords(token);
    if ('problem' in reading) throw this.#problem(at, reading.problem);
    const term: Query = {
      kind: 'term',
      at: { start: at.start, end: at.end },
      said: this.#source.slice(at.start, at.end),
      condition: reading.condition,
      companyName: reading.companyName ?? null,
      memberIds: null,
    };
    return reading.negated ? { kind: 'not', part: term } : term;
  }
}

/**
 * A Boolean search as a tree: AND before OR, NOT before both, words that follow one another are all asked for. Fields,
 * phrases, brackets, `="exact"` and `prefix*` as `docs/search.md` tells. Throws a failure that says what is wrong, where
 * and what to do, in both languages.
 */
export function parseQuery(source: string): Query {
  if (source.length > LIMITS.length) {
    throw queryProblem(
      source,
      { start: LIMITS.length, end: source.length },
      { zh: `超过 ${LIMITS.length} 个字，请缩短`, en: `longer than ${LIMITS.length} characters; shorten it` },
    );
  }
  const tokens = readTokens(source);
  if (tokens.length === 0) {
    throw queryProblem(source, { start: 0, end: 0 }, { zh: '请写下要找的词', en: 'write what to look for' });
  }
  return new Parser(source, tokens).whole();
}

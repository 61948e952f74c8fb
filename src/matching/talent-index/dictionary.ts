/** Words by number: each word gets the next number when it is first met, and keeps it. */
export class Dictionary {
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];

  constructor(words: readonly string[] = []) {
    for (const word of words) this.number(word);
  }

  /** The word's number; a new word gets one. */
  number(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const next = this.#words.length;
    this.#numbers.set(word, next);
    this.#words.push(word);
    return next;
  }

  /** The word's number, or undefined for one that was never met. */
  find(word: string): number | undefined {
    return this.#numbers.get(word);
  }

  word(number: number): string {
    const word = this.#words[number];
    if (word === undefined) throw new Error(`no word has the number ${number}`);
    return word;
  }

  get words(): readonly string[] {
    return this.#words;
  }
}

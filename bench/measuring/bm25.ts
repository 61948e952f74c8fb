/** A collection of texts by number, and how well each answers a query of words: higher is better, absent is 0. */
export type TextSearch = (query: readonly string[]) => Map<number, number>;

const K1 = 1.2;
const B = 0.75;

/** Okapi BM25 (Robertson and others 1994) with the usual k1 and b, plain on purpose: the peer of the benchmarks. */
export function bm25(texts: readonly (readonly string[])[]): TextSearch {
  const postings = new Map<string, Map<number, number>>();
  texts.forEach((terms, n) => {
    for (const term of terms) {
      const list = postings.get(term) ?? new Map<number, number>();
      postings.set(term, list);
      list.set(n, (list.get(n) ?? 0) + 1);
    }
  });
  const average = texts.reduce((sum, terms) => sum + terms.length, 0) / Math.max(1, texts.length);
  return (query) => {
    const scores = new Map<number, number>();
    for (const term of new Set(query)) {
      const list = postings.get(term);
      if (!list) continue;
      const idf = Math.log(1 + (texts.length - list.size + 0.5) / (list.size + 0.5));
      for (const [n, count] of list) {
        const length = (texts[n]?.length ?? 0) / average;
        const part = (idf * count * (K1 + 1)) / (count + K1 * (1 - B + B * length));
        scores.set(n, (scores.get(n) ?? 0) + part);
      }
    }
    return scores;
  };
}

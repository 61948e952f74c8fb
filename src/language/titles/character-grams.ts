/** Pieces of a text's words of two to four characters, the ends of words marked by a blank. */
function grams(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().split(/[^\p{L}\p{N}+#]+/u)) {
    if (word === '') continue;
    const marked = ` ${word} `;
    for (let length = 2; length <= 4; length++)
      for (let at = 0; at + length <= marked.length; at++) {
        const gram = marked.slice(at, at + length);
        counts.set(gram, (counts.get(gram) ?? 0) + 1);
      }
  }
  return counts;
}

type Posting = { readonly rows: number[]; readonly weights: number[] };

/**
 * Compares texts by their pieces of two to four characters: the cosine of counts weighted by inverse document
 * frequency (char TF-IDF). Answers a text's likeness to every row, in the rows' order.
 */
export function createGramIndex(texts: readonly string[]): (text: string) => Float64Array {
  const numbers = new Map<string, number>();
  const counted = texts.map((text) =>
    [...grams(text)].map(([gram, count]) => {
      const number = numbers.get(gram) ?? numbers.size;
      numbers.set(gram, number);
      return [number, count] as const;
    }),
  );
  const having = new Int32Array(numbers.size);
  for (const row of counted) for (const [gram] of row) having[gram] = (having[gram] ?? 0) + 1;
  const telling = Float64Array.from(having, (rows) => Math.log((1 + texts.length) / (1 + rows)) + 1);
  const postings: Posting[] = Array.from({ length: numbers.size }, () => ({ rows: [], weights: [] }));
  for (const [row, pieces] of counted.entries()) {
    let squares = 0;
    for (const [gram, count] of pieces) squares += (count * (telling[gram] ?? 0)) ** 2;
    const norm = Math.sqrt(squares) || 1;
    for (const [gram, count] of pieces) {
      postings[gram]?.rows.push(row);
      postings[gram]?.weights.push((count * (telling[gram] ?? 0)) / norm);
    }
  }
  const unseen = Math.log(1 + texts.length) + 1;
  return (text) => {
    const likeness = new Float64Array(texts.length);
    let squares = 0;
    for (const [gram, count] of grams(text)) {
      const number = numbers.get(gram);
      const weight = count * (number === undefined ? unseen : (telling[number] ?? 0));
      squares += weight ** 2;
      const posting = number === undefined ? undefined : postings[number];
      if (!posting) continue;
      const { rows, weights } = posting;
      for (let at = 0; at < rows.length; at++) {
        const row = rows[at] ?? 0;
        likeness[row] = (likeness[row] ?? 0) + weight * (weights[at] ?? 0);
      }
    }
    const norm = Math.sqrt(squares) || 1;
    for (let row = 0; row < likeness.length; row++) likeness[row] = (likeness[row] ?? 0) / norm;
    return likeness;
  };
}

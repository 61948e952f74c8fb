import { englishReadings } from './chinese-titles.ts';
import { foldTitle, rootOf, titleTokens } from './title-tokens.ts';

/** A row of a label file: an id and one of its names. */
export type Label = { readonly id: string; readonly label: string };

/** The labels of a file by their words. Words and concepts (ids) are numbered; rows are in the file's order. */
export type LabelIndex = {
  readonly labels: readonly Label[];
  readonly words: ReadonlyMap<string, number>;
  readonly stems: readonly string[];
  /** Words that share a root, by the root. */
  readonly families: ReadonlyMap<string, readonly number[]>;
  /** The rows in which a word stands. */
  readonly postings: readonly (readonly number[])[];
  /** How telling a word is: log(1 + concepts / concepts that have it). */
  readonly telling: Float64Array;
  /** The share of a word's rows of which it is the head. */
  readonly headness: Float64Array;
  /** The distinct words of each row, and which of them is the head (-1 for none). */
  readonly rowWords: readonly (readonly number[])[];
  readonly rowHead: Int32Array;
  readonly conceptOfRow: Int32Array;
  readonly rowsOfConcept: readonly (readonly number[])[];
};

/** Numbers the words and ids of a label file. Linear in its text. */
export function indexLabels(labels: readonly Label[]): LabelIndex {
  const words = new Map<string, number>();
  const stems: string[] = [];
  const postings: number[][] = [];
  const heads: number[] = [];
  const rowWords: number[][] = [];
  const rowHead = new Int32Array(labels.length).fill(-1);
  const conceptOfRow = new Int32Array(labels.length);
  const concepts = new Map<string, number>();
  const rowsOfConcept: number[][] = [];
  for (const [row, { id, label }] of labels.entries()) {
    const concept = concepts.get(id) ?? concepts.size;
    concepts.set(id, concept);
    conceptOfRow[row] = concept;
    const rows = rowsOfConcept[concept];
    if (rows) rows.push(row);
    else rowsOfConcept[concept] = [row];
    const own = new Set<number>();
    const readings = [label, ...englishReadings(label)];
    for (const { stem, isHead } of readings.flatMap((reading) => titleTokens(foldTitle(reading)))) {
      const word = words.get(stem) ?? words.size;
      if (word === words.size) {
        words.set(stem, word);
        stems.push(stem);
        postings.push([]);
        heads.push(0);
      }
      if (isHead) {
        rowHead[row] = word;
        heads[word] = (heads[word] ?? 0) + 1;
      }
      if (!own.has(word)) postings[word]?.push(row);
      own.add(word);
    }
    rowWords.push([...own]);
  }
  const families = new Map<string, number[]>();
  for (const [word, stem] of stems.entries()) {
    const root = rootOf(stem);
    const family = families.get(root);
    if (family) family.push(word);
    else families.set(root, [word]);
  }
  const telling = Float64Array.from(postings, (rows) => {
    const having = new Set(rows.map((row) => conceptOfRow[row])).size;
    return Math.log(1 + concepts.size / having);
  });
  const headness = Float64Array.from(postings, (rows, word) => (heads[word] ?? 0) / rows.length);
  return {
    labels,
    words,
    stems,
    families,
    postings,
    telling,
    headness,
    rowWords,
    rowHead,
    conceptOfRow,
    rowsOfConcept,
  };
}

export type ConceptKind = 'skill' | 'role' | 'industry' | 'company';
export type Neighbour = { readonly id: string; readonly similarity: number };

/** What stands near what, as the network's own careers and postings tell. */
export type Concepts = {
  /** The concepts of the same kind that are most like this one, the most like first, without itself; none for one that is not known. */
  neighbours(kind: ConceptKind, id: string, limit: number): readonly Neighbour[];
};

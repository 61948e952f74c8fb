/** A row of somebody's profile that a sentence comes from. */
export type Row = { readonly kind: string; readonly id: string };

/** Where the row is on the page of whose profile it is; null for what stands at its top. */
export function placeOnMyPage({ kind, id }: Row): string | null {
  if (kind === 'position' || kind === 'education' || kind === 'skill') return `${kind}-${id}`;
  return kind === 'preference' ? 'preferences' : null;
}

import { type Group, isSmall } from './suppress.ts';

/** A set of a table's groups whose sum is to be shown: "over 30". `of` tells which groups are in it. */
export type Union = { readonly of: readonly boolean[] };

type Side = 'here' | 'rest';

/** People of a side in some groups, all of them or the hidden ones. */
function mass(groups: readonly Group[], pick: (n: number) => boolean, side: Side): number {
  return groups.reduce((sum, group, n) => sum + (pick(n) ? (group[side] ?? 0) : 0), 0);
}

/**
 * Which sums of groups are hidden, when the groups themselves are published but for the hidden ones. A sum is shown only
 * where neither it, nor what is outside it, nor what it adds to a sum that is shown already, nor the hidden groups in
 * any of these, are few people. The first unions are shown first.
 */
export function suppressUnions(
  groups: readonly Group[],
  hidden: readonly boolean[],
  unions: readonly Union[],
): boolean[] {
  const shown: Union[] = [{ of: groups.map(() => true) }];
  const isSafe = (pick: (n: number) => boolean) =>
    (['here', 'rest'] as const).every(
      (side) =>
        !isSmall(mass(groups, pick, side)) && !isSmall(mass(groups, (n) => pick(n) && hidden[n] === true, side)),
    );
  return unions.map((union) => {
    const safe = shown.every(
      (other) =>
        isSafe((n) => union.of[n] === true && other.of[n] === true) &&
        isSafe((n) => union.of[n] === true && other.of[n] !== true) &&
        isSafe((n) => union.of[n] !== true && other.of[n] === true),
    );
    if (safe) shown.push(union);
    return !safe;
  });
}

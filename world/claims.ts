import { linkSkill } from '../src/language/index.ts';
import type { Aptitude } from './aptitude.ts';
import { wordFor } from './jargon.ts';
import { type Chance, chance } from './random.ts';
import { kinOf } from './specialties.ts';

/** A skill as a profile lists it. `id` is the lexicon's, or the words as written where no lexicon knows them. */
export type Claim = {
  readonly id: string;
  /** 1 to 5 as people rate themselves; many do not. */
  readonly level: number | null;
  readonly lastUsed: number;
  readonly endorsements: number;
};

function endorsed(random: Chance, ability: number): number {
  return random.bool(0.1 + 0.5 * ability) ? Math.min(8, 1 + Math.floor(random.next() * (1 + 6 * ability))) : 0;
}

const ratedAs = (random: Chance, ability: number): number | null =>
  random.bool(0.3) ? null : Math.min(5, Math.max(1, Math.round(5 * ability + random.normal(0.5, 0.9))));

/**
 * The skills that a profile lists: people leave out much of what they can (least what they are best at), now and then
 * write it in shop talk, and claim one or two things that they have only been near. `always` are listed in any case.
 */
export function claimedSkills(
  seed: number,
  n: number,
  aptitude: Aptitude,
  english: boolean,
  always: ReadonlySet<string>,
  isOpen: (skillId: string) => boolean,
): Claim[] {
  const random = chance(seed, `claims/${n}`);
  const claims = new Map<string, Claim>();
  const modest = random.next() * 0.3;
  for (const [id, { ability, lastUsed }] of aptitude.abilities) {
    const lists = random.bool(0.45 + 0.45 * ability - modest) || always.has(id);
    const level = ratedAs(random, ability);
    const endorsements = endorsed(random, ability);
    if (!lists) continue;
    const word = random.bool(0.2) && !always.has(id) ? wordFor(random, id, english) : id;
    const known = word === id ? id : (linkSkill(word) ?? word);
    if (isOpen(known)) claims.set(known, { id: known, level, lastUsed, endorsements });
  }
  for (const id of always) {
    if (!claims.has(id)) claims.set(id, { id, level: null, lastUsed: 2023, endorsements: 0 });
  }
  const heardOf = [...new Set([...aptitude.abilities.keys()].flatMap((id) => [...kinOf(id)]))].filter(
    (id) => !aptitude.abilities.has(id) && !claims.has(id) && isOpen(id),
  );
  for (const id of random.some(heardOf, random.bool(0.35) ? 0 : random.int(1, 3))) {
    claims.set(id, { id, level: ratedAs(random, 0.45), lastUsed: 2023, endorsements: random.bool(0.06) ? 1 : 0 });
  }
  return [...claims.values()];
}

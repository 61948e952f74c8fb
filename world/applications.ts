import type { MadePerson } from './people.ts';
import type { MadePosting } from './postings.ts';
import { type Chance, chance, dealt } from './random.ts';
import { AIGC } from './truth/reference-report.ts';

export type MadeApplication = { readonly postingId: string; readonly memberId: string; readonly at: Date };
type Target = Pick<MadePosting, 'id' | 'aigc' | 'roleId' | 'day' | 'company'>;

function applyTo(
  random: Chance,
  targets: readonly Target[],
  people: readonly MadePerson[],
  taken: Set<string>,
): MadeApplication | null {
  const target = random.pick(targets);
  const person = random.pick(people);
  const key = `${target.id} ${person.id}`;
  if (taken.has(key) || person.positions[0]?.company.id === target.company.id) return null;
  taken.add(key);
  return {
    postingId: target.id,
    memberId: person.id,
    at: new Date(Date.parse(`${target.day}T03:00:00Z`) + random.int(0, 14) * 86_400_000),
  };
}

/** Applications: in the AIGC field in the truth table's proportions of supply, elsewhere anywhere. None after the world's end. */
export function* makeApplications(
  seed: number,
  postings: readonly Target[],
  people: readonly MadePerson[],
): Generator<MadeApplication> {
  const random = chance(seed, 'applications');
  const end = Date.UTC(2023, 2, 31);
  const taken = new Set<string>();
  const byRole = new Map<string, Target[]>();
  const others: Target[] = [];
  for (const posting of postings) {
    if (!posting.aigc) others.push(posting);
    else {
      const list = byRole.get(posting.roleId);
      if (list) list.push(posting);
      else byRole.set(posting.roleId, [posting]);
    }
  }
  const asked = dealt(random, Math.round(postings.length * 0.14), AIGC.supplyByRole.shares);
  for (const roleId of asked) {
    const made = applyTo(random, byRole.get(roleId) ?? others, people, taken);
    if (made && made.at.getTime() < end) yield made;
  }
  for (let n = Math.round(postings.length * 0.3); n > 0 && others.length > 0; n--) {
    const made = applyTo(random, others, people, taken);
    if (made && made.at.getTime() < end) yield made;
  }
}

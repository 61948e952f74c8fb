import { WORLD_ENDS } from './careers.ts';
import type { MadePosting } from './postings.ts';
import { type Chance, chance, dealt } from './random.ts';
import { AIGC } from './truth/reference-report.ts';

export type Applicant = {
  readonly id: string;
  readonly companyIds: readonly string[];
  readonly roleId: string;
  readonly joined: Date;
  /** Whether recruiters may find them. */
  readonly findable: boolean;
};
export type MadeApplication = {
  readonly postingId: string;
  readonly memberId: string;
  readonly state: 'sent' | 'declined' | 'advanced';
  readonly at: Date;
};

/** Applications for each posting of the month: in the field about one, elsewhere every third has one. */
const PER_POSTING = { aigc: 1, other: 0.35 };
const DAY = 86_400_000;
const GENERALIST = /operations|product|marketing|copywriter|project|customer/;

function applyTo(
  random: Chance,
  targets: readonly MadePosting[],
  people: readonly Applicant[],
  taken: Set<string>,
): MadeApplication | null {
  for (let tries = 0; tries < 25; tries++) {
    const target = random.pick(targets);
    const person = random.pick(people);
    const at = new Date(
      Date.parse(`${target.day}T03:00:00Z`) + random.int(0, 14) * DAY + random.int(0, 36_000) * 1_000,
    );
    const key = `${target.id} ${person.id}`;
    if (taken.has(key) || person.joined >= at || at >= WORLD_ENDS || person.companyIds.includes(target.company.id))
      continue;
    if (GENERALIST.test(person.roleId) !== GENERALIST.test(target.roleId) && tries < 20) continue;
    taken.add(key);
    const old = WORLD_ENDS.getTime() - at.getTime() > 30 * DAY;
    return {
      postingId: target.id,
      memberId: person.id,
      state: old
        ? random.weighted({ sent: 0.35, declined: 0.5, advanced: 0.15 })
        : random.weighted({ sent: 0.9, declined: 0.05, advanced: 0.05 }),
      at,
    };
  }
  return null;
}

/** Who applied to a month's postings: in the AIGC field in the truth table's proportions of supply. */
export function makeApplications(
  seed: number,
  month: string,
  postings: readonly MadePosting[],
  people: readonly Applicant[],
): MadeApplication[] {
  if (people.length === 0) return [];
  const random = chance(seed, `applications/${month}`);
  const taken = new Set<string>();
  const field = postings.filter((posting) => posting.aigc);
  const others = postings.filter((posting) => !posting.aigc);
  const byRole = Map.groupBy(field, (posting) => posting.roleId);
  const wanted = dealt(random, Math.round(field.length * PER_POSTING.aigc), AIGC.supplyByRole.shares);
  return [
    ...wanted.map((roleId) => {
      const targets = byRole.get(roleId);
      return targets ? applyTo(random, targets, people, taken) : null;
    }),
    ...Array.from({ length: Math.round(others.length * PER_POSTING.other) }, () =>
      applyTo(random, others, people, taken),
    ),
  ].filter((made) => made !== null);
}

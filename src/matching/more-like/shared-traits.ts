import { type RoleBrief, SENIORITIES } from '../../language/index.ts';
import { type Concepts, dot } from '../concepts/concepts.ts';
import { blankBrief } from '../query/brief-of-query.ts';
import { IN_TEXT } from '../score.ts';
import type { Candidate } from '../talent-index/candidate.ts';

/** What people have in common, and how much it weighs in looking for more like them: 0 to 1. */
export type Trait = {
  readonly kind: 'skill' | 'role' | 'level' | 'industry';
  readonly id: string;
  readonly weight: number;
};

/** The name by which a trait is taken out: `skill:nlp`. */
export const keyOfTrait = ({ kind, id }: Pick<Trait, 'kind' | 'id'>): string => `${kind}:${id}`;

const MOST_SKILLS = 10;
const MUST_SKILLS = 5;

/** How rare a skill is in the network; what people once were may be counted too. */
export type Counting = { readonly people: number; readonly withSkill: (skill: string) => number };

/** The direction of everything that these people know and were; null where nothing of it is known. */
function middleOf(people: readonly Candidate[], concepts: Concepts): Float32Array | null {
  const sum = new Float32Array(concepts.dimensions);
  const add = (direction: Float32Array | undefined) =>
    direction?.forEach((x, k) => {
      sum[k] = (sum[k] ?? 0) + x;
    });
  for (const one of people) {
    for (const { skill } of one.skills) add(concepts.direction('skill', skill));
    for (const { roleId } of one.roles) add(concepts.direction('role', roleId));
  }
  const length = Math.sqrt(dot(sum, sum));
  return length === 0 ? null : sum.map((x) => x / length);
}

/** Of each key that more than half of the people have, the sum of what it is worth to them, the most first. */
function shared(
  people: readonly Candidate[],
  worth: (one: Candidate) => Iterable<readonly [id: string, worth: number]>,
): { id: string; share: number; worth: number }[] {
  const sums = new Map<string, { holders: number; worth: number }>();
  for (const one of people) {
    for (const [id, value] of new Map(worth(one))) {
      const sum = sums.get(id) ?? { holders: 0, worth: 0 };
      sum.holders += 1;
      sum.worth += value;
      sums.set(id, sum);
    }
  }
  return [...sums]
    .filter(([, { holders }]) => 2 * holders > people.length)
    .map(([id, { holders, worth: sum }]) => ({
      id,
      share: holders / people.length,
      worth: Math.round((1e6 * sum) / people.length) / 1e6,
    }))
    .sort((a, b) => b.worth - a.worth || (a.id < b.id ? -1 : 1));
}

const skillsShared = (people: readonly Candidate[]) =>
  shared(people, (one) => one.skills.map(({ skill, listed }) => [skill, listed ? 1 : IN_TEXT] as const));

/** The skills that more than half of these people have, the surest first. */
export const sharedSkills = (people: readonly Candidate[]): string[] => skillsShared(people).map(({ id }) => id);

function skillTraits(people: readonly Candidate[], counting: Counting, concepts: Concepts | null): Trait[] {
  const middle = concepts && middleOf(people, concepts);
  const weighed = skillsShared(people)
    .map(({ id, worth }) => {
      const rarity = Math.log(1 + counting.people / (counting.withSkill(id) + 0.5));
      const direction = concepts?.direction('skill', id);
      const central = middle && direction ? Math.max(0, dot(middle, direction)) : 0.5;
      return { id, weight: Math.max(0, worth * rarity * (0.5 + 0.5 * central)) };
    })
    .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_SKILLS);
  const most = weighed[0]?.weight || 1;
  return weighed
    .filter(({ weight }) => weight > 0)
    .map(({ id, weight }) => ({ kind: 'skill', id, weight: weight / most }));
}

/**
 * What these people share: skills that more than half of them have, weighed by how rare each is in the network and how
 * near it stands to the middle of all that they know and were; the role, the level and the industry that more than half
 * of them have. Nothing of it comes from name, sex, age or school: a candidate has none of these.
 */
export function sharedTraits(people: readonly Candidate[], counting: Counting, concepts: Concepts | null): Trait[] {
  const [role] = shared(people, (one) =>
    one.roles.map((fact) => [fact.roleId, Math.min(60, fact.months) / (1 + fact.since / 24)] as const),
  );
  const [level] = shared(people, (one) => (one.seniority === null ? [] : [[one.seniority, 1] as const]));
  const [industry] = shared(people, (one) => one.industries.map((fact) => [fact.industryId, fact.months] as const));
  return [
    ...skillTraits(people, counting, concepts),
    ...(role ? [{ kind: 'role' as const, id: role.id, weight: role.share }] : []),
    ...(level ? [{ kind: 'level' as const, id: level.id, weight: level.share }] : []),
    ...(industry ? [{ kind: 'industry' as const, id: industry.id, weight: industry.share }] : []),
  ];
}

/** The brief that asks for these traits; how much each skill weighs is told beside it. */
export function briefOfTraits(traits: readonly Trait[]): {
  brief: RoleBrief;
  industryId: string | null;
  skillWeights: ReadonlyMap<string, number>;
} {
  const idsOf = (kind: Trait['kind']) => traits.flatMap((trait) => (trait.kind === kind ? [trait.id] : []));
  const skills = idsOf('skill').map((value) => ({ value, span: null }));
  const level = SENIORITIES.find((rung) => idsOf('level').includes(rung));
  return {
    brief: {
      ...blankBrief(),
      roleId: idsOf('role')[0] ?? null,
      seniority: level === undefined ? null : { value: level, span: null },
      mustSkills: skills.slice(0, MUST_SKILLS),
      niceSkills: skills.slice(MUST_SKILLS),
    },
    industryId: idsOf('industry')[0] ?? null,
    skillWeights: new Map(traits.flatMap(({ kind, id, weight }) => (kind === 'skill' ? [[id, weight] as const] : []))),
  };
}

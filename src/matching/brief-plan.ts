import { findRole, findSkill, type RoleBrief, roles, skills } from '../language/index.ts';
import type { Concepts } from './concepts/concepts.ts';

/** How a skill that somebody has answers one that is asked for. */
export type Relation = {
  /** Which of the asked ones. */
  readonly asked: number;
  /** 1 for the very skill, less for one that is near. */
  readonly credit: number;
  readonly how: 'itself' | 'kind' | 'broader' | 'near';
};

/** A brief made ready to score many people: what answers what, worked out once. */
export type BriefPlan = {
  readonly brief: RoleBrief;
  /** The industry of the employer that looks; null where it is not known. */
  readonly industryId: string | null;
  readonly asked: readonly { readonly skill: string; readonly weight: number; readonly must: boolean }[];
  readonly askedWeight: number;
  /** By skill that somebody may have: what it answers, never twice the same asked one. */
  readonly answers: ReadonlyMap<string, readonly Relation[]>;
  /** The answers to each asked-for skill as whole points, the best first: what decides whether somebody fits. */
  readonly points: readonly (readonly { readonly skill: string; readonly points: number }[])[];
  /** By role that somebody may have held: how near it is to the one asked for, 0 to 1. */
  readonly nearRoles: ReadonlyMap<string, number>;
  /** Words that the brief uses and no lexicon knows, and those of the title. */
  readonly words: readonly string[];
};

/** Points are whole numbers, so that a threshold is met or not: all asked-for skills together, and the very role. */
export const ALL_SKILLS = 4_000;
export const VERY_ROLE = 1_000;
/** The least share of the skills, or nearness of the role, that the list is worth showing somebody for. */
export const LEAST_FIT = 0.3;

export const NICE_WEIGHT = 0.4;
/** A kind of what is asked for nearly is it (PyTorch where deep learning is asked for); the broader field says less. */
const KIND = 0.6;
const BROADER = 0.35;
/** What people have together with the asked one: at most this, less the less alike. */
const NEAR = 0.5;
const LEAST_ALIKE = 0.35;
const NEIGHBOURS = 8;
/** A role of the same occupation (by O*NET-SOC code), and one that is only of the same family. */
const SAME_OCCUPATION = 0.75;
const SAME_FAMILY = 0.3;

/** Everything that answers one asked-for skill, and how well. */
export function relationsOf(skill: string, asked: number, concepts: Concepts | null): [string, Relation][] {
  const related = new Map<string, Relation>();
  const offer = (id: string, credit: number, how: Relation['how']) => {
    if (credit > (related.get(id)?.credit ?? 0)) related.set(id, { asked, credit, how });
  };
  offer(skill, 1, 'itself');
  for (const parent of findSkill(skill)?.parents ?? []) offer(parent, BROADER, 'broader');
  for (const other of skills()) if (other.parents.includes(skill)) offer(other.id, KIND, 'kind');
  for (const { id, similarity } of concepts?.neighbours('skill', skill, NEIGHBOURS) ?? []) {
    if (similarity >= LEAST_ALIKE) offer(id, NEAR * similarity, 'near');
  }
  return [...related];
}

/** The roles near one that is asked for, and how near, 0 to 1. */
export function nearRolesOf(roleId: string | null, concepts: Concepts | null): Map<string, number> {
  const near = new Map<string, number>();
  const asked = roleId === null ? undefined : findRole(roleId);
  if (!asked) return near;
  for (const role of roles()) {
    if (role.family !== asked.family) continue;
    near.set(role.id, role.soc !== null && role.soc === asked.soc ? SAME_OCCUPATION : SAME_FAMILY);
  }
  for (const { id, similarity } of concepts?.neighbours('role', asked.id, NEIGHBOURS) ?? []) {
    if (similarity >= LEAST_ALIKE) near.set(id, Math.max(near.get(id) ?? 0, SAME_OCCUPATION * similarity));
  }
  return near.set(asked.id, 1);
}

export type PlanOptions = {
  readonly industryId?: string | null;
  readonly concepts?: Concepts | null;
  readonly words?: readonly string[];
  /** How much each skill weighs beside what is usual; 1 where it is not given. */
  readonly skillWeights?: ReadonlyMap<string, number>;
};

/** Works out once what a brief asks for, so that people can be scored by looking things up. */
export function planOf(brief: RoleBrief, options: PlanOptions = {}): BriefPlan {
  const concepts = options.concepts ?? null;
  const weightOf = (skill: string) => options.skillWeights?.get(skill) ?? 1;
  const asked = [
    ...brief.mustSkills.map((part) => ({ skill: part.value, weight: weightOf(part.value), must: true })),
    ...brief.niceSkills.map((part) => ({ skill: part.value, weight: NICE_WEIGHT * weightOf(part.value), must: false })),
  ];
  const askedWeight = asked.reduce((sum, { weight }) => sum + weight, 0);
  const answers = new Map<string, Relation[]>();
  const points = asked.map(({ skill, weight }, n) => {
    const related = relationsOf(skill, n, concepts);
    for (const [id, relation] of related) {
      const known = answers.get(id);
      if (known) known.push(relation);
      else answers.set(id, [relation]);
    }
    return related
      .map(([id, { credit }]) => ({ skill: id, points: Math.round((ALL_SKILLS * weight * credit) / askedWeight) }))
      .sort((a, b) => b.points - a.points);
  });
  return {
    brief,
    industryId: options.industryId ?? null,
    asked,
    askedWeight,
    answers,
    points,
    nearRoles: nearRolesOf(brief.roleId, concepts),
    words: options.words ?? [],
  };
}

/** Whether these points are enough to be listed; a brief that asks for neither skills nor a role takes everybody. */
export function isEnough(plan: BriefPlan, skillPoints: number, rolePoints: number): boolean {
  if (plan.askedWeight === 0 && plan.nearRoles.size === 0) return true;
  return skillPoints >= LEAST_FIT * ALL_SKILLS || rolePoints >= LEAST_FIT * VERY_ROLE;
}

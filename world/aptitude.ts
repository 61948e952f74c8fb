import { findRole } from '../src/language/index.ts';
import type { Plan } from './plans.ts';
import { type Chance, chance } from './random.ts';
import { specialtiesOf } from './specialties.ts';

/**
 * What somebody really is, whatever their profile says: what decides how they would do in a job. Only the truth reads
 * it; the profile is a view of it that leaves out, flatters and uses other words.
 */
export type Aptitude = {
  /** Judgement, care and drive, 0 to 1: what makes one person good at work that another only knows. */
  readonly craft: number;
  /** How well they do what each skill that they have practised asks for, 0 to 1. */
  readonly abilities: ReadonlyMap<string, Practice>;
  /** A second trade that they have learned beside the first, and that no title says. */
  readonly sideRoleId: string | null;
  /** The trade of their first years, where it was another. */
  readonly firstRoleId: string | null;
  /** Where they would really work; home is the first. */
  readonly cityIds: readonly string[];
  /** The least rise for which they would move, as a factor of their present pay. */
  readonly rise: number;
};
export type Practice = { readonly ability: number; readonly lastUsed: number };

const NEAR_TRADES: readonly (readonly string[])[] = [
  [
    'backend-engineer',
    'frontend-engineer',
    'qa-engineer',
    'data-engineer',
    'data-analyst',
    'machine-learning-engineer',
    'project-manager',
  ],
  [
    'nlp-engineer',
    'computer-vision-engineer',
    'algorithm-engineer',
    'deep-learning-engineer',
    'machine-learning-engineer',
    'algorithm-researcher',
    'data-engineer',
  ],
  ['product-manager', 'operations-specialist', 'user-operations', 'project-manager', 'data-analyst', 'ui-designer'],
  ['aigc-product-manager', 'ai-product-manager', 'product-manager', 'content-operations', 'algorithm-engineer'],
  ['marketing-specialist', 'copywriter', 'user-operations', 'sales-manager', 'content-operations'],
  ['hr-specialist', 'accountant', 'customer-service-representative', 'data-entry-clerk', 'sales-manager'],
  ['chip-designer', 'embedded-engineer', 'battery-engineer'],
  ['production-worker', 'quality-inspector', 'courier', 'driver'],
];
const OF_THE_FIELD_ALONE = /aigc/;
const CITIES = ['beijing', 'shanghai', 'shenzhen', 'hangzhou', 'guangzhou', 'chengdu'];

/** Another trade that is near; never one of the field's own for somebody outside it. */
function nearTrade(random: Chance, plan: Plan): string | null {
  const near = NEAR_TRADES.filter((trades) => trades.includes(plan.roleId))
    .flat()
    .filter((id) => id !== plan.roleId && (plan.aigc || !OF_THE_FIELD_ALONE.test(id)));
  return near.length > 0 ? random.pick(near) : null;
}

function practised(
  random: Chance,
  skills: Iterable<string>,
  years: number,
  craft: number,
  sinceUsed: () => number,
): [string, Practice][] {
  return [...new Set(skills)].map((id) => {
    const ago = sinceUsed();
    const grown = 0.22 + 0.055 * Math.min(9, years) + 0.4 * (craft - 0.5) + random.normal(0, 0.17);
    return [id, { ability: Math.min(1, Math.max(0.05, grown * 0.94 ** ago)), lastUsed: 2023 - ago }];
  });
}

/** The skills of a school or two of the trade. */
function schoolSkills(random: Chance, roleId: string): string[] {
  return random
    .some(specialtiesOf(roleId), random.bool(0.4) ? 2 : 1)
    .flatMap((specialty) => random.some(specialty.skills, random.int(3, 5)));
}

/**
 * What a person of this plan really can. `core` are the skills of their trade and field, of which nearly everybody
 * has most; `isOpen` says which skills somebody of this plan may have at all.
 */
export function makeAptitude(
  seed: number,
  n: number,
  plan: Plan,
  core: readonly string[],
  isOpen: (skillId: string) => boolean,
): Aptitude {
  const random = chance(seed, `aptitude/${n}`);
  const craft = Math.min(1, Math.max(0, random.normal(0.5, 0.2)));
  const years = plan.years / 12;
  const sideRoleId = random.bool(0.14) ? nearTrade(random, plan) : null;
  const firstRoleId = years > 4 && random.bool(0.22) ? nearTrade(random, plan) : null;
  const roleSkills = (id: string | null) => (id ? [...(findRole(id)?.skills ?? []), ...schoolSkills(random, id)] : []);
  const recent = () => (random.bool(0.75) ? 0 : random.int(1, 3));
  const abilities = new Map([
    ...practised(random, roleSkills(firstRoleId), years * 0.4, craft, () => random.int(2, 6)),
    ...practised(random, roleSkills(sideRoleId), years * 0.6, craft, recent),
    ...practised(
      random,
      [...core.filter(() => random.bool(0.88)), ...schoolSkills(random, plan.roleId)],
      years,
      craft,
      recent,
    ),
  ]);
  for (const id of abilities.keys()) if (!isOpen(id)) abilities.delete(id);
  const away = random.bool(0.3) ? random.some(CITIES, random.int(1, 2)).filter((id) => id !== plan.cityId) : [];
  return {
    craft,
    abilities,
    sideRoleId,
    firstRoleId,
    cityIds: [plan.cityId, ...away],
    rise: 1 + Math.max(0, random.normal(0.12, 0.1)),
  };
}

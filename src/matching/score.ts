import { DEGREES, findRole, findSkill, type RoleBrief, SENIORITIES } from '../language/index.ts';
import { type Candidate, PARTS, type Part, type Parts } from './model.ts';
import { WEIGHTS } from './weights.ts';

const NEAR_SKILL = 0.5;
const NICE_WEIGHT = 0.4;

/** How well one asked-for skill is met: 1 by itself (a little more sure with a level), half by a parent or child. */
export function skillMet(asked: string, skills: Candidate['skills']): number {
  const own = skills.get(asked);
  if (own) return own.level === null ? 0.9 : 0.7 + 0.06 * own.level;
  const parents = findSkill(asked)?.parents ?? [];
  if (parents.some((parent) => skills.has(parent))) return NEAR_SKILL * 0.8;
  for (const id of skills.keys()) if (findSkill(id)?.parents.includes(asked)) return NEAR_SKILL;
  return 0;
}

function skillsPart(brief: RoleBrief, candidate: Candidate): number | null {
  const must = brief.mustSkills.map((part) => skillMet(part.value, candidate.skills));
  const nice = brief.niceSkills.map((part) => skillMet(part.value, candidate.skills));
  if (must.length + nice.length === 0) return null;
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  return (sum(must) + NICE_WEIGHT * sum(nice)) / (must.length + NICE_WEIGHT * nice.length);
}

function ladder(list: readonly string[], value: string | null): number {
  return value === null ? -1 : list.indexOf(value);
}

function rolePart(brief: RoleBrief, candidate: Candidate): number | null {
  if (brief.roleId === null) return null;
  const asked = findRole(brief.roleId);
  const [present, ...past] = candidate.roleIds;
  const near = (id: string | undefined): number => {
    if (id === undefined) return 0;
    if (id === brief.roleId) return 1;
    const role = findRole(id);
    if (!role || !asked || role.family !== asked.family) return 0;
    return role.soc !== null && role.soc === asked.soc ? 0.75 : 0.35;
  };
  const held = Math.max(near(present), 0.7 * Math.max(0, ...past.map(near)));
  const wanted = ladder(SENIORITIES, brief.seniority?.value ?? null);
  const has = ladder(SENIORITIES, candidate.seniority);
  if (wanted < 0 || has < 0) return held;
  return held * (1 - Math.min(0.6, 0.15 * Math.abs(wanted - has)));
}

function yearsPart(brief: RoleBrief, candidate: Candidate): number | null {
  const years = brief.years?.value;
  if (!years) return null;
  if (candidate.years < years.min) return Math.max(0, 1 - (years.min - candidate.years) / Math.max(2, years.min));
  if (years.max !== null && candidate.years > years.max) return Math.max(0.5, 1 - (candidate.years - years.max) * 0.05);
  return 1;
}

function placePart(brief: RoleBrief, candidate: Candidate): number | null {
  if (brief.cityIds.length === 0) return null;
  const asked = new Set(brief.cityIds.map((part) => part.value));
  if (candidate.cityId !== null && asked.has(candidate.cityId)) return 1;
  if (candidate.desiredCityIds.some((id) => asked.has(id))) return 0.85;
  return brief.remote?.value === true ? 0.8 : 0;
}

function degreePart(brief: RoleBrief, candidate: Candidate): number | null {
  const asked = ladder(DEGREES, brief.degree?.value ?? null);
  if (asked < 0) return null;
  const has = ladder(DEGREES, candidate.degree);
  return has < 0 ? 0.3 : has >= asked ? 1 : Math.max(0, 0.4 - 0.2 * (asked - has - 1));
}

function payPart(brief: RoleBrief, candidate: Candidate): number | null {
  const most = brief.pay?.value.max ?? brief.pay?.value.min ?? null;
  if (most === null || brief.pay?.value.currency !== 'CNY' || candidate.desiredPayMin === null) return null;
  return candidate.desiredPayMin <= most ? 1 : Math.max(0, 1 - (candidate.desiredPayMin - most) / most);
}

function evidencePart(brief: RoleBrief, candidate: Candidate): number {
  const verified =
    candidate.positions.length === 0
      ? 0
      : candidate.positions.filter((row) => row.verified).length / candidate.positions.length;
  const asked = [...brief.mustSkills, ...brief.niceSkills].map(
    (part) => candidate.skills.get(part.value)?.endorsements ?? 0,
  );
  const endorsed = 1 - Math.exp(-asked.reduce((sum, count) => sum + count, 0) / 4);
  return 0.6 * (candidate.positions[0]?.verified ? 0.5 + 0.5 * verified : 0.5 * verified) + 0.4 * endorsed;
}

const REACH: Readonly<Record<string, number>> = { '1': 1, '2': 0.7, '3': 0.35 };
const OPENNESS = { looking: 1, listening: 0.7, closed: 0.2 } as const;

/** The parts of the score: bounded, and each rises with what it measures. Pure: the same rows give the same parts. */
export function scoreParts(brief: RoleBrief, candidate: Candidate, degreeOfConnection: 1 | 2 | 3 | null): Parts {
  return {
    skills: skillsPart(brief, candidate),
    role: rolePart(brief, candidate),
    years: yearsPart(brief, candidate),
    place: placePart(brief, candidate),
    degree: degreePart(brief, candidate),
    pay: payPart(brief, candidate),
    evidence: evidencePart(brief, candidate),
    reach: degreeOfConnection === null ? 0 : (REACH[degreeOfConnection] ?? 0),
    openness: OPENNESS[candidate.openness],
  };
}

/** The weighted mean of the parts that the brief asks for, 0 to 100. */
export function totalScore(parts: Parts, weights: Readonly<Record<Part, number>> = WEIGHTS): number {
  let sum = 0;
  let weight = 0;
  for (const part of PARTS) {
    const value = parts[part];
    if (value === null) continue;
    sum += weights[part] * value;
    weight += weights[part];
  }
  return weight === 0 ? 0 : (100 * sum) / weight;
}

/** Whether somebody fits at all: the least that the list is worth showing them for. */
export function fits(brief: RoleBrief, parts: Parts): boolean {
  const can = Math.max(parts.skills ?? 0, parts.role ?? 0);
  const asksNothing = brief.roleId === null && brief.mustSkills.length + brief.niceSkills.length === 0;
  return asksNothing || (can >= 0.3 && (parts.place === null || parts.place > 0 || brief.remote?.value === true));
}

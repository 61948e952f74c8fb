import { findCity, findRole, type RoleBrief } from '../language/index.ts';
import type { Text } from '../platform/index.ts';
import { skillName } from '../talent/index.ts';
import { type Candidate, PARTS, type Part, type Parts, type Reason } from './model.ts';
import { skillMet } from './score.ts';
import { WEIGHTS } from './weights.ts';

const SHOWN = 3;
const NAMES = 4;

function names(skills: readonly string[]): Text {
  const shown = skills.slice(0, NAMES).map(skillName);
  const more = skills.length - shown.length;
  return {
    zh: `${shown.map((name) => name.zh).join('、')}${more > 0 ? `等 ${skills.length} 项` : ''}`,
    en: `${shown.map((name) => name.en).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  };
}

type Facts = {
  readonly brief: RoleBrief;
  readonly candidate: Candidate;
  readonly parts: Parts;
  readonly connections: number;
  readonly degree: 1 | 2 | 3 | null;
};

const member = (candidate: Candidate) => [{ kind: 'member' as const, id: candidate.memberId }];

function skillsReason({ brief, candidate }: Facts): Reason | null {
  const asked = [...brief.mustSkills, ...brief.niceSkills].map((part) => part.value);
  const met = asked.filter((skill) => candidate.skills.has(skill));
  if (met.length === 0) return null;
  const said = names(met);
  return {
    part: 'skills',
    text: {
      zh: `资料中有所要求的 ${met.length}/${asked.length} 项技能:${said.zh}`,
      en: `Has ${met.length} of the ${asked.length} skills asked for: ${said.en}`,
    },
    rows: met.map((id) => ({ kind: 'skill', id })),
  };
}

function roleReason({ brief, candidate }: Facts): Reason | null {
  const asked = brief.roleId === null ? undefined : findRole(brief.roleId);
  const position =
    candidate.positions.find((row) => row.roleId === brief.roleId) ??
    candidate.positions.find((row) => row.roleId !== null && findRole(row.roleId)?.family === asked?.family);
  if (!asked || !position) return null;
  const now = candidate.positions[0] === position;
  return {
    part: 'role',
    text: {
      zh: `${now ? '现任' : '曾任'}:${position.companyName} · ${position.title}${position.roleId === asked.id ? '' : `,与${asked.zh}同属一类`}`,
      en: `${now ? 'Is' : 'Was'} ${position.title} at ${position.companyName}${position.roleId === asked.id ? '' : `, the same line of work as ${asked.en}`}`,
    },
    rows: [{ kind: 'position', id: position.id }],
  };
}

const REASONS: Readonly<Record<Part, (facts: Facts) => Reason | null>> = {
  skills: skillsReason,
  role: roleReason,
  years: ({ candidate, brief }) => ({
    part: 'years',
    text: {
      zh: `有 ${candidate.years} 年工作经验(要求 ${brief.years?.value.min ?? 0} 年以上)`,
      en: `${candidate.years} years of work (${brief.years?.value.min ?? 0} or more asked for)`,
    },
    rows: candidate.positions.map((row) => ({ kind: 'position', id: row.id })),
  }),
  place: ({ candidate, brief }) => {
    const asked = new Set(brief.cityIds.map((part) => part.value));
    const here = candidate.cityId !== null && asked.has(candidate.cityId);
    const city = findCity((here ? candidate.cityId : candidate.desiredCityIds.find((id) => asked.has(id))) ?? '');
    if (!city) return null;
    return {
      part: 'place',
      text: here
        ? { zh: `人在${city.zh}`, en: `Lives in ${city.en}` }
        : { zh: `愿意去${city.zh}工作`, en: `Would work in ${city.en}` },
      rows: here ? member(candidate) : [{ kind: 'preference', id: candidate.memberId }],
    };
  },
  degree: ({ candidate }) =>
    candidate.degree === null
      ? null
      : { part: 'degree', text: { zh: '学历达到要求', en: 'Has the degree asked for' }, rows: member(candidate) },
  pay: ({ candidate }) => ({
    part: 'pay',
    text: { zh: '期望薪资在预算之内', en: 'Hopes for pay within the budget' },
    rows: [{ kind: 'preference', id: candidate.memberId }],
  }),
  evidence: ({ candidate, brief }) => {
    const verified = candidate.positions.filter((row) => row.verified);
    const endorsed = [...brief.mustSkills, ...brief.niceSkills].reduce(
      (sum, part) => sum + (candidate.skills.get(part.value)?.endorsements ?? 0),
      0,
    );
    if (verified.length === 0 && endorsed === 0) return null;
    const [first] = verified;
    return {
      part: 'evidence',
      text: {
        zh: [
          first && `${first.companyName}等 ${verified.length} 段经历已认证`,
          endorsed > 0 && `所需技能获 ${endorsed} 次认可`,
        ]
          .filter(Boolean)
          .join(','),
        en: [
          first &&
            `${verified.length} position${verified.length > 1 ? 's' : ''} verified (${first.companyName}${verified.length > 1 ? ', …' : ''})`,
          endorsed > 0 && `${endorsed} endorsements of the skills asked for`,
        ]
          .filter(Boolean)
          .join('; '),
      },
      rows: verified.map((row) => ({ kind: 'position', id: row.id })),
    };
  },
  reach: ({ degree, connections, candidate }) =>
    degree === 1
      ? {
          part: 'reach',
          text: { zh: '是您的好友', en: 'Is your connection' },
          rows: [{ kind: 'connection', id: candidate.memberId }],
        }
      : degree === 2
        ? {
            part: 'reach',
            text: {
              zh: `有 ${connections} 位共同好友可以引荐`,
              en: `${connections} common connection${connections > 1 ? 's' : ''} could introduce you`,
            },
            rows: [{ kind: 'connection', id: candidate.memberId }],
          }
        : null,
  openness: ({ candidate }) =>
    candidate.openness === 'closed'
      ? null
      : {
          part: 'openness',
          text:
            candidate.openness === 'looking'
              ? { zh: '本人表示正在看机会', en: 'Says that they are looking' }
              : { zh: '本人表示愿意了解机会', en: 'Says that they would listen' },
          rows: [{ kind: 'preference', id: candidate.memberId }],
        },
};

/** The three facts that moved the score most, each with the rows that it comes from. A part that is not met gives none. */
export function reasonsFor(facts: Facts): Reason[] {
  return [...PARTS]
    .map((part) => ({ part, gain: WEIGHTS[part] * (facts.parts[part] ?? 0) }))
    .filter(({ part }) => (facts.parts[part] ?? 0) >= 0.3)
    .sort((a, b) => b.gain - a.gain)
    .flatMap(({ part }) => REASONS[part](facts) ?? [])
    .slice(0, SHOWN);
}

/** What the brief asks for and the profile does not show. */
export function missingFor(brief: RoleBrief, candidate: Candidate, parts: Parts): Text[] {
  const lacking = brief.mustSkills.map((part) => part.value).filter((skill) => skillMet(skill, candidate.skills) < 0.3);
  const missing: Text[] = [];
  if (lacking.length > 0) {
    const said = names(lacking);
    missing.push({ zh: `资料中没有:${said.zh}`, en: `The profile does not show ${said.en}` });
  }
  if ((parts.years ?? 1) < 0.8 && brief.years && candidate.years < brief.years.value.min) {
    missing.push({
      zh: `工作 ${candidate.years} 年,少于要求的 ${brief.years.value.min} 年`,
      en: `${candidate.years} years of work, ${brief.years.value.min} asked for`,
    });
  }
  if ((parts.degree ?? 1) < 0.5) missing.push({ zh: '学历未达要求或未填写', en: 'The degree asked for is not shown' });
  if ((parts.pay ?? 1) < 0.8) missing.push({ zh: '期望薪资高于预算', en: 'Hopes for more than the budget' });
  return missing;
}

import { findCity, findIndustry, findRole } from '../language/index.ts';
import type { Text } from '../platform/index.ts';
import { type Person, skillName } from '../talent/index.ts';
import type { BriefPlan } from './brief-plan.ts';
import { PARTS, type Part, type Parts, type Reason } from './model.ts';
import { type Answer, answersOf } from './score.ts';
import type { Candidate } from './talent-index/candidate.ts';
import { type Importance, needStrength, speakingWeight } from './weights.ts';

const SHOWN = 3;
const NAMES = 4;
/** A need that is met is worth telling, after what speaks for somebody. */
export const MET_NEED = 0.15;

/** Everything that the sentences are made from: rows, and what was worked out from them. */
export type Facts = {
  readonly plan: BriefPlan;
  readonly person: Person;
  readonly candidate: Candidate;
  readonly parts: Parts;
  readonly steps: 1 | 2 | 3 | null;
  /** Common connections. */
  readonly connections: number;
  readonly year: number;
  readonly importance?: Importance;
};

export function namesOf(skills: readonly string[]): Text {
  const shown = skills.slice(0, NAMES).map(skillName);
  const more = skills.length - shown.length;
  return {
    zh: `${shown.map((name) => name.zh).join('、')}${more > 0 ? `等 ${skills.length} 项` : ''}`,
    en: `${shown.map((name) => name.en).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  };
}

/** "TensorFlow for PyTorch": what is near, and what it stands for. */
function nearly({ asked, by }: Answer): Text {
  const [has, wanted] = [skillName(by?.skill ?? asked), skillName(asked)];
  return { zh: `${has.zh}（要求${wanted.zh}）`, en: `${has.en} (${wanted.en} asked for)` };
}

/** Whether a skill stands in answers that peers valued, and the person does not list it. */
const isSpoken = ({ by }: Answer): boolean => by !== null && !by.listed && (by.valued ?? 0) > 0;

/** What is known of skills from answers alone, and the posts that show it; null where nothing is. */
function spokenOf({ person }: Facts, answers: readonly Answer[]): { text: Text; rows: Reason['rows'] } | null {
  const spoken = answers.filter((answer) => answer.how === 'itself' && isSpoken(answer));
  if (spoken.length === 0) return null;
  const said = namesOf(spoken.map(({ asked }) => asked));
  const posts = spoken.flatMap(({ asked }) => person.answers.find((row) => row.skill === asked)?.post_id ?? []);
  return {
    text: {
      zh: `关于所要求的 ${spoken.length}/${answers.length} 项技能的发言得到同行赞同：${said.zh}`,
      en: `Peers valued what they wrote on ${spoken.length} of the ${answers.length} skills asked for: ${said.en}`,
    },
    rows: [...new Set(posts)].map((id) => ({ kind: 'post', id })),
  };
}

function skillsReason(facts: Facts): Reason | null {
  const answers = answersOf(facts.plan, facts.candidate, facts.year);
  const spoken = spokenOf(facts, answers);
  const own = answers.filter((answer) => answer.how === 'itself' && !isSpoken(answer));
  const near = answers.filter(({ how, met }) => how !== 'itself' && how !== null && met >= 0.2).slice(0, 2);
  if (own.length === 0 && spoken) return { part: 'skills', text: spoken.text, rows: spoken.rows };
  if (own.length + near.length === 0) return null;
  const said = namesOf(own.map(({ asked }) => asked));
  const close = near.map(nearly);
  const sentence: Text =
    own.length > 0
      ? {
          zh: `资料中有所要求的 ${own.length}/${answers.length} 项技能：${said.zh}`,
          en: `Has ${own.length} of the ${answers.length} skills asked for: ${said.en}`,
        }
      : { zh: '资料中没有所要求的技能', en: 'Shows none of the skills asked for' };
  return {
    part: 'skills',
    text: {
      zh: `${sentence.zh}${spoken ? `；${spoken.text.zh}` : ''}${close.length > 0 ? `；相近的有 ${close.map(({ zh }) => zh).join('、')}` : ''}`,
      en: `${sentence.en}${spoken ? `. ${spoken.text.en}` : ''}${close.length > 0 ? `; close to it: ${close.map(({ en }) => en).join(', ')}` : ''}`,
    },
    rows: [
      ...[...own, ...near].flatMap(({ by }) => (by ? [{ kind: 'skill' as const, id: by.skill }] : [])),
      ...(spoken?.rows ?? []),
    ],
  };
}

function roleReason({ plan, person }: Facts): Reason | null {
  const asked = plan.brief.roleId === null ? undefined : findRole(plan.brief.roleId);
  if (!asked) return null;
  const nearness = (roleId: string | null) => (roleId === null ? 0 : (plan.nearRoles.get(roleId) ?? 0));
  const [position] = [...person.positions].sort((a, b) => nearness(b.role_id) - nearness(a.role_id));
  if (!position || nearness(position.role_id) === 0) return null;
  const now = person.positions[0] === position;
  const same = position.role_id === asked.id;
  return {
    part: 'role',
    text: {
      zh: `${now ? '现任' : '曾任'}：${position.company_name} · ${position.title}${same ? '' : `，与${asked.zh}相近`}`,
      en: `${now ? 'Is' : 'Was'} ${position.title} at ${position.company_name}${same ? '' : `, close to ${asked.en}`}`,
    },
    rows: [{ kind: 'position', id: position.id }],
  };
}

function evidenceReason({ candidate, person, plan }: Facts): Reason | null {
  const known = new Set(person.verifications.map((row) => row.position_id));
  const verified = person.positions.filter((row) => known.has(row.id));
  const endorsed = candidate.skills
    .filter((fact) => plan.answers.has(fact.skill))
    .reduce((sum, fact) => sum + fact.endorsements, 0);
  const [first] = verified;
  const answers = person.answers.filter((row) => plan.answers.has(row.skill));
  const [valued] = [...answers].sort((a, b) => b.points - a.points || (a.skill < b.skill ? -1 : 1));
  if (!first && endorsed === 0 && !valued) return null;
  const several = verified.length > 1;
  const zh = [
    first && `${first.company_name}${several ? `等 ${verified.length} 段` : '的'}经历已认证`,
    endorsed > 0 && `所需技能获 ${endorsed} 次认可`,
    valued && `关于${skillName(valued.skill).zh}的发言有 ${valued.voters} 人赞同`,
  ];
  const en = [
    first && `${verified.length} position${several ? 's' : ''} verified (${first.company_name}${several ? ', …' : ''})`,
    endorsed > 0 && `${endorsed} endorsement${endorsed > 1 ? 's' : ''} of the skills asked for`,
    valued &&
      `${valued.voters} ${valued.voters > 1 ? 'people' : 'person'} voted for what they wrote on ${skillName(valued.skill).en}`,
  ];
  return {
    part: 'evidence',
    text: { zh: zh.filter(Boolean).join('，'), en: en.filter(Boolean).join('; ') },
    rows: [
      ...verified.map((row) => ({ kind: 'position' as const, id: row.id })),
      ...(valued ? [{ kind: 'post' as const, id: valued.post_id }] : []),
    ],
  };
}

function placeReason({ candidate, plan }: Facts): Reason | null {
  const asked = new Set(plan.brief.cityIds.map((part) => part.value));
  const here = candidate.cityId !== null && asked.has(candidate.cityId);
  const city = findCity((here ? candidate.cityId : candidate.desiredCityIds.find((id) => asked.has(id))) ?? '');
  if (!city) return null;
  return {
    part: 'place',
    text: here
      ? { zh: `人在${city.zh}`, en: `Lives in ${city.en}` }
      : { zh: `愿意去${city.zh}工作`, en: `Would work in ${city.en}` },
    rows: [{ kind: here ? 'member' : 'preference', id: candidate.memberId }],
  };
}

function reachReason({ steps, connections, candidate }: Facts): Reason | null {
  if (steps !== 1 && (steps !== 2 || connections === 0)) return null;
  return {
    part: 'reach',
    text:
      steps === 1
        ? { zh: '是您的好友', en: 'Is your connection' }
        : {
            zh: `有 ${connections} 位共同好友可以引荐`,
            en: `${connections} common connection${connections > 1 ? 's' : ''} could introduce you`,
          },
    rows: [{ kind: 'connection', id: candidate.memberId }],
  };
}

const REASONS: Readonly<Record<Part, (facts: Facts) => Reason | null>> = {
  skills: skillsReason,
  role: roleReason,
  evidence: evidenceReason,
  place: placeReason,
  reach: reachReason,
  domain: ({ plan, person, candidate }) => {
    const industry = plan.industryId === null ? undefined : findIndustry(plan.industryId);
    const months = candidate.industries.find((fact) => fact.industryId === plan.industryId)?.months ?? 0;
    if (!industry || months < 6) return null;
    const years = Math.round((months / 12) * 10) / 10;
    return {
      part: 'domain',
      text: { zh: `在${industry.zh}行业工作过 ${years} 年`, en: `${years} years in the same industry: ${industry.en}` },
      rows: person.positions.map((row) => ({ kind: 'position', id: row.id })),
    };
  },
  // What stands alike in two texts is a hint for the order, and no fact to tell.
  words: () => null,
  years: ({ candidate, plan, person }) => {
    const asked = plan.brief.years?.value.min ?? 0;
    if (candidate.years < asked) return null;
    return {
      part: 'years',
      text: {
        zh: `有 ${candidate.years} 年工作经验（要求 ${asked} 年以上）`,
        en: `${candidate.years} years of work (${asked} or more asked for)`,
      },
      rows: person.positions.map((row) => ({ kind: 'position', id: row.id })),
    };
  },
  degree: ({ candidate, parts }) =>
    parts.degree !== 1
      ? null
      : {
          part: 'degree',
          text: { zh: '学历达到要求', en: 'Has the degree asked for' },
          rows: [{ kind: 'member', id: candidate.memberId }],
        },
  pay: ({ candidate, parts }) =>
    parts.pay !== 1
      ? null
      : {
          part: 'pay',
          text: { zh: '期望薪资在预算之内', en: 'Hopes for pay within the budget' },
          rows: [{ kind: 'preference', id: candidate.memberId }],
        },
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
  const gain = (part: Part) =>
    (speakingWeight(part, facts.importance) + MET_NEED * needStrength(part, facts.importance)) *
    (facts.parts[part] ?? 0);
  return [...PARTS]
    .filter((part) => (facts.parts[part] ?? 0) >= 0.3 && gain(part) > 0)
    .sort((a, b) => gain(b) - gain(a))
    .flatMap((part) => REASONS[part](facts) ?? [])
    .slice(0, SHOWN);
}

/** What the brief asks for and the profile does not show. */
export function missingFor({ plan, candidate, parts, year }: Facts): Text[] {
  const lacking = answersOf(plan, candidate, year).filter(({ must, met }) => must && met < 0.3);
  const missing: Text[] = [];
  if (lacking.length > 0) {
    const said = namesOf(lacking.map(({ asked }) => asked));
    missing.push({ zh: `资料中没有：${said.zh}`, en: `The profile does not show ${said.en}` });
  }
  const years = plan.brief.years?.value;
  if (years && candidate.years < years.min) {
    missing.push({
      zh: `工作 ${candidate.years} 年，少于要求的 ${years.min} 年`,
      en: `${candidate.years} years of work, ${years.min} asked for`,
    });
  }
  if ((parts.degree ?? 1) < 0.6) missing.push({ zh: '学历未达要求或未填写', en: 'The degree asked for is not shown' });
  if ((parts.pay ?? 1) < 1) missing.push({ zh: '期望薪资高于预算', en: 'Hopes for more than the budget' });
  return missing;
}

import { findCity, findIndustry, findRole } from '../../language/index.ts';
import type { Text } from '../../platform/index.ts';
import { skillName } from '../../talent/index.ts';
import { PARTS, type Part } from '../model.ts';
import { MET_NEED, namesOf } from '../reasons.ts';
import { needStrength, speakingWeight } from '../weights.ts';
import type { RoleFacts } from './facts.ts';
import type { RoleReason } from './model.ts';
import { rungsUp, type Step, stepOf } from './reader.ts';

const SHOWN = 3;
/** A skill that is asked for counts as lacking below this. */
const LACKING = 0.3;

const self = (facts: RoleFacts) => facts.person.member.id;

function skillsReason({ posting, reading }: RoleFacts): RoleReason | null {
  const asked = posting.asked.map(({ skill }) => ({ skill, ...reading.skill(skill) }));
  const own = asked.filter(({ how }) => how === 'itself');
  const near = asked.filter(({ how, met }) => how !== null && how !== 'itself' && met >= 0.2).slice(0, 2);
  if (own.length + near.length === 0) return null;
  const said = namesOf(own.map(({ skill }) => skill));
  const close = near.map(({ skill, by }) => {
    const [has, wanted] = [skillName(by?.skill ?? skill), skillName(skill)];
    return { zh: `${has.zh}（要求${wanted.zh}）`, en: `${has.en} (${wanted.en} asked for)` };
  });
  const zh = [
    own.length > 0 && `所要求的 ${asked.length} 项技能中，您有 ${own.length} 项：${said.zh}`,
    close.length > 0 && `相近的有 ${close.map((one) => one.zh).join('、')}`,
  ];
  const en = [
    own.length > 0 && `You have ${own.length} of the ${asked.length} skills asked for: ${said.en}`,
    close.length > 0 && `close to it: ${close.map((one) => one.en).join(', ')}`,
  ];
  return {
    part: 'skills',
    text: { zh: zh.filter(Boolean).join('；'), en: en.filter(Boolean).join('; ') },
    rows: [...own, ...near].flatMap(({ by }) => (by ? [{ kind: 'skill' as const, id: by.skill }] : [])),
  };
}

const STEPS: Readonly<Record<Exclude<Step, 'change'>, Text>> = {
  next: { zh: '，职级再上一级', en: ', one step up' },
  same: { zh: '，职级相同', en: ', at the same level' },
  'further-up': { zh: '，职级高出不止一级', en: ', more than one step up' },
  down: { zh: '，职级低于现在', en: ', below your present level' },
};

/** Where the posting stands against the reader's latest position. */
export function stepFor({ posting, reading }: Pick<RoleFacts, 'posting' | 'reading'>): Step | null {
  return stepOf(reading.role(posting.roleId), rungsUp(posting.seniority, reading.reader.candidate.seniority));
}

function roleReason(facts: RoleFacts): RoleReason | null {
  const { posting, reading, person } = facts;
  const met = reading.role(posting.roleId);
  const asked = posting.roleId === null ? undefined : findRole(posting.roleId);
  if (!met || !asked) return null;
  const step = stepFor(facts);
  const rung = step === null || step === 'change' ? { zh: '', en: '' } : STEPS[step];
  if (met.wished > met.held) {
    const very = met.wished === 1;
    return {
      part: 'role',
      text: {
        zh: `${very ? '是您的意向岗位' : '与您的意向岗位相近'}：${asked.zh}${rung.zh}`,
        en: `${very ? 'A role that you would take' : 'Close to a role that you would take'}: ${asked.en}${rung.en}`,
      },
      rows: [{ kind: 'preference', id: self(facts) }],
    };
  }
  const position = person.positions.find((row) => row.role_id !== null && row.role_id === met.by?.roleId);
  if (!position) return null;
  const same = met.near === 1;
  const did = {
    zh: `您在${position.company_name}做的${position.title}`,
    en: `${position.title} at ${position.company_name}`,
  };
  return {
    part: 'role',
    text: {
      zh: `与${did.zh}${same ? '是同一类工作' : '相近'}${rung.zh}`,
      en: `${same ? 'The same kind of work as' : 'Close to'} what you did as ${did.en}${rung.en}`,
    },
    rows: [{ kind: 'position', id: position.id }],
  };
}

function placeReason(facts: RoleFacts): RoleReason | null {
  const { posting, reading } = facts;
  const { candidate } = reading.reader;
  const wished = posting.cityIds.find((id) => candidate.desiredCityIds.includes(id));
  const city = findCity(wished ?? posting.cityIds.find((id) => id === candidate.cityId) ?? '');
  if (!city) {
    const text = { zh: '可以远程工作', en: 'Can be done from elsewhere' };
    return posting.remote ? { part: 'place', text, rows: [{ kind: 'posting', id: posting.id }] } : null;
  }
  return {
    part: 'place',
    text: wished
      ? { zh: `在您的意向城市：${city.zh}`, en: `In a city that you would work in: ${city.en}` }
      : { zh: `在您所在的城市：${city.zh}`, en: `Where you live: ${city.en}` },
    rows: [{ kind: wished ? 'preference' : 'member', id: self(facts) }],
  };
}

function payReason(facts: RoleFacts): RoleReason | null {
  const most = facts.posting.payMost;
  if (most === null || facts.parts.pay !== 1) return null;
  return {
    part: 'pay',
    text: {
      zh: `年薪最高 ${Math.round(most / 1_000) / 10} 万元，不低于您的期望`,
      en: `Pays up to CNY ${most.toLocaleString('en-US')} a year, which meets your wish`,
    },
    rows: [
      { kind: 'preference', id: self(facts) },
      { kind: 'posting', id: facts.posting.id },
    ],
  };
}

const positionsOf = (facts: RoleFacts) =>
  facts.person.positions.map((row) => ({ kind: 'position' as const, id: row.id }));

function domainReason(facts: RoleFacts): RoleReason | null {
  const { posting, reading } = facts;
  const industry = posting.industryId === null ? undefined : findIndustry(posting.industryId);
  const fact = reading.reader.candidate.industries.find((one) => one.industryId === posting.industryId);
  if (!industry || !fact || fact.months < 6) return null;
  const years = Math.round((fact.months / 12) * 10) / 10;
  return {
    part: 'domain',
    text: {
      zh: `您在${industry.zh}行业工作过 ${years} 年`,
      en: `You worked in the industry (${industry.en}) for ${years} years`,
    },
    rows: positionsOf(facts),
  };
}

function yearsReason(facts: RoleFacts): RoleReason | null {
  const { years } = facts.reading.reader.candidate;
  const asked = facts.posting.years?.min ?? 0;
  if (years < asked) return null;
  return {
    part: 'years',
    text: { zh: `要求 ${asked} 年以上，您有 ${years} 年`, en: `${asked} years or more asked for; you have ${years}` },
    rows: positionsOf(facts),
  };
}

function degreeReason(facts: RoleFacts): RoleReason | null {
  if (facts.parts.degree !== 1) return null;
  return {
    part: 'degree',
    text: { zh: '您的学历达到要求', en: 'You have the degree asked for' },
    rows: facts.person.education.map((row) => ({ kind: 'education', id: row.id })),
  };
}

function reachReason({ known }: RoleFacts): RoleReason | null {
  const people = new Set(known.map(({ memberId }) => memberId));
  if (people.size === 0) return null;
  return {
    part: 'reach',
    text: {
      zh: `您有 ${people.size} 位好友在这家公司`,
      en: people.size === 1 ? 'A connection of yours works there' : `${people.size} of your connections work there`,
    },
    rows: [...people].slice(0, 10).map((id) => ({ kind: 'connection', id })),
  };
}

const nothing = () => null;
const REASONS: Readonly<Record<Part, (facts: RoleFacts) => RoleReason | null>> = {
  skills: skillsReason,
  role: roleReason,
  place: placeReason,
  pay: payReason,
  domain: domainReason,
  years: yearsReason,
  degree: degreeReason,
  reach: reachReason,
  words: nothing,
  evidence: nothing,
  openness: nothing,
};

/** The three facts that moved the score most, in the reader's own terms, each with the rows that it comes from. */
export function reasonsForReader(facts: RoleFacts): RoleReason[] {
  const gain = (part: Part) => (speakingWeight(part) + MET_NEED * needStrength(part)) * (facts.parts[part] ?? 0);
  return [...PARTS]
    .filter((part) => (facts.parts[part] ?? 0) >= 0.3 && gain(part) > 0)
    .sort((a, b) => gain(b) - gain(a))
    .flatMap((part) => REASONS[part](facts) ?? [])
    .slice(0, SHOWN);
}

/** What is asked for that the reader does not show, or would have to give up. */
export function needsForReader({ posting, reading, parts }: RoleFacts): Text[] {
  const needs: Text[] = [];
  const lacking = posting.asked.filter(({ skill, must }) => must && reading.skill(skill).met < LACKING);
  if (lacking.length > 0) {
    const said = namesOf(lacking.map(({ skill }) => skill));
    needs.push({ zh: `您的资料中没有：${said.zh}`, en: `Your profile does not show ${said.en}` });
  }
  const { years } = reading.reader.candidate;
  if (posting.years && years < posting.years.min) {
    needs.push({
      zh: `要求工作 ${posting.years.min} 年，您有 ${years} 年`,
      en: `${posting.years.min} years of work asked for; you have ${years}`,
    });
  }
  if ((parts.degree ?? 1) < 0.6) {
    needs.push({ zh: '您的资料中没有所要求的学历', en: 'Your profile does not show the degree asked for' });
  }
  if ((parts.pay ?? 1) < 1) needs.push({ zh: '最高薪资低于您的期望', en: 'Pays less than you hope for' });
  return needs;
}

import { findCity, findIndustry, findRole, findSkill } from '../../language/index.ts';
import type { Text } from '../../platform/index.ts';

export const UNKNOWN: Text = { zh: '未注明', en: 'Not stated' };

type Find = (id: string) => { readonly zh: string; readonly en: string } | undefined;

const labelled =
  (find: Find) =>
  (id: string | null): Text => {
    if (id === null) return UNKNOWN;
    const found = find(id);
    return found ? { zh: found.zh, en: found.en } : { zh: id, en: id };
  };

export const roleLabel = labelled(findRole);
export const industryLabel = labelled(findIndustry);
export const cityLabel = labelled(findCity);
export const skillLabel = labelled(findSkill);

const DEGREES: Readonly<Record<string, Text>> = {
  doctor: { zh: '博士', en: 'Doctorate' },
  master: { zh: '硕士', en: "Master's" },
  bachelor: { zh: '本科', en: "Bachelor's" },
  associate: { zh: '大专', en: 'Associate' },
  vocational: { zh: '中专', en: 'Vocational' },
  'high-school': { zh: '高中', en: 'High school' },
  'junior-high': { zh: '初中及以下', en: 'Junior high or less' },
};
export const degreeLabel = (id: string | null): Text => (id === null ? UNKNOWN : (DEGREES[id] ?? { zh: id, en: id }));

const SENIORITIES: Readonly<Record<string, Text>> = {
  intern: { zh: '实习', en: 'Interns' },
  junior: { zh: '初级', en: 'Junior' },
  middle: { zh: '中级', en: 'Middle' },
  senior: { zh: '高级', en: 'Senior' },
  lead: { zh: '资深', en: 'Lead' },
  manager: { zh: '经理', en: 'Managers' },
  director: { zh: '总监', en: 'Directors' },
  executive: { zh: '高管', en: 'Executives' },
};
export const seniorityLabel = (id: string | null): Text =>
  id === null ? UNKNOWN : (SENIORITIES[id] ?? { zh: id, en: id });

const TIERS: Readonly<Record<string, Text>> = {
  first: { zh: '一线城市', en: 'First-tier cities' },
  'new-first': { zh: '新一线城市', en: 'New first-tier cities' },
  second: { zh: '二线城市', en: 'Second-tier cities' },
  other: { zh: '其他城市', en: 'Other cities' },
};
export const tierLabel = (id: string): Text => TIERS[id] ?? UNKNOWN;
export const tierOf = (cityId: string): string => findCity(cityId)?.tier ?? 'other';

/** An English name inside a sentence: "Algorithm engineer" begins small there, "NLP engineer" does not. */
const inside = (name: string): string =>
  /^[A-Z][a-z-]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

/** A role, an industry and a skill in a sentence. Skills of one word are names of things: "Python". */
export const roleWords = (id: string): Text => ({ zh: roleLabel(id).zh, en: inside(roleLabel(id).en) });
export const industryWords = (id: string): Text => ({ zh: industryLabel(id).zh, en: inside(industryLabel(id).en) });
export function skillWords(id: string): Text {
  const { zh, en } = skillLabel(id);
  return { zh, en: / [a-z]/.test(en) ? inside(en) : en };
}

/** The field in a sentence: AIGC领域; "generative AI". */
export function fieldWords(field: { readonly id: string; readonly name: Text; readonly builtIn: boolean }): Text {
  if (field.id === 'all') return { zh: '全网', en: 'the whole network' };
  return { zh: `${field.name.zh}领域`, en: field.builtIn ? inside(field.name.en) : field.name.en };
}

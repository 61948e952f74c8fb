import { findIndustry, findRole, findSkill, roles } from '../../language/index.ts';
import type { Text } from '../../platform/index.ts';
import type { Condition } from '../model.ts';

function joined(parts: readonly Condition[], zh: string, en: string, none: Text): Text {
  if (parts.length === 0) return none;
  const words = parts.map(conditionWords);
  const each = (part: Text, n: number): Text => {
    const compound = parts.length > 1 && isCompound(parts[n]);
    return compound ? { zh: `(${part.zh})`, en: `(${part.en})` } : part;
  };
  const all = words.map(each);
  return { zh: all.map((part) => part.zh).join(zh), en: all.map((part) => part.en).join(en) };
}

const isCompound = (part: Condition | undefined) =>
  part !== undefined && (('all' in part && part.all.length > 1) || ('any' in part && part.any.length > 1));

/** A condition in words: 技能“自然语言处理”且关键词“AIGC”; "skill NLP and the words AIGC". */
export function conditionWords(condition: Condition): Text {
  if ('all' in condition) return joined(condition.all, '且', ' and ', { zh: '一切', en: 'everything' });
  if ('any' in condition) return joined(condition.any, '或', ' or ', { zh: '什么都不选', en: 'nothing' });
  if ('not' in condition) {
    const words = conditionWords(condition.not);
    return { zh: `不是（${words.zh}）`, en: `not (${words.en})` };
  }
  if ('keyword' in condition) return { zh: `关键词“${condition.keyword}”`, en: `the words "${condition.keyword}"` };
  if ('skill' in condition) {
    const skill = findSkill(condition.skill);
    return { zh: `技能“${skill?.zh ?? condition.skill}”`, en: `the skill ${skill?.en ?? condition.skill}` };
  }
  if ('role' in condition) {
    const role = findRole(condition.role);
    return { zh: `岗位“${role?.zh ?? condition.role}”`, en: `the role ${role?.en ?? condition.role}` };
  }
  const industry = findIndustry(condition.industry);
  return {
    zh: `行业“${industry?.zh ?? condition.industry}”`,
    en: `the industry ${industry?.en ?? condition.industry}`,
  };
}

/** Every single term of a condition. */
export function leavesOf(condition: Condition): Condition[] {
  if ('all' in condition) return condition.all.flatMap(leavesOf);
  if ('any' in condition) return condition.any.flatMap(leavesOf);
  return 'not' in condition ? leavesOf(condition.not) : [condition];
}

/** A condition that is only just not met: one part is missing, or one that excludes is there. */
export type Near = { readonly why: Text; readonly condition: Condition };

function withoutOne(parts: readonly Condition[]): Near[] {
  if (parts.length < 2) return [];
  return parts.map((part, n) => {
    const others = parts.filter((_, at) => at !== n);
    const words = 'not' in part ? conditionWords(part.not) : conditionWords(part);
    const why: Text =
      'not' in part
        ? { zh: `其他条件都符合，但因${words.zh}被排除`, en: `meets all the rest, but is excluded by ${words.en}` }
        : { zh: `其他条件都符合，只差${words.zh}`, en: `meets all the rest, and only lacks ${words.en}` };
    return { why, condition: { all: [...others, { not: part }] } };
  });
}

/** What a field only just leaves out: each part of an "and", at the top or one level below, taken away in turn. */
export function nearConditions(condition: Condition): Near[] {
  if ('all' in condition) return withoutOne(condition.all);
  if ('any' in condition) return condition.any.flatMap((part) => ('all' in part ? withoutOne(part.all) : []));
  return [];
}

/** The roles and industries that a condition names and the lexicon does not know, each with where it stands. */
export function unknownNames(condition: Condition, path = 'body.definition'): { path: string; name: string }[] {
  if ('all' in condition) return condition.all.flatMap((part, n) => unknownNames(part, `${path}.all.${n}`));
  if ('any' in condition) return condition.any.flatMap((part, n) => unknownNames(part, `${path}.any.${n}`));
  if ('not' in condition) return unknownNames(condition.not, `${path}.not`);
  if ('role' in condition) {
    const known = roles().some((role) => role.id === condition.role || role.family === condition.role);
    return known ? [] : [{ path: `${path}.role`, name: condition.role }];
  }
  if ('industry' in condition && !findIndustry(condition.industry))
    return [{ path: `${path}.industry`, name: condition.industry }];
  return [];
}

import { findMentions } from './find-mentions.ts';
import { findRole } from './lexicon.ts';
import { linkRole } from './link-role.ts';
import { findManagedPeople } from './managed-people.ts';
import type { Mention, Read, Span } from './model.ts';
import { detectLanguage, halfWidth } from './normalise.ts';
import { liesIn, type PostingClauses, readClauses } from './posting-clauses.ts';
import type { RoleBrief } from './role-brief-model.ts';
import { findRoleTitle, LOOKING_FOR, type RoleTitle, rungOfYears } from './role-title.ts';
import { readSeniority } from './seniority.ts';
import { findDegrees } from './values/degree.ts';
import { findPay } from './values/pay.ts';
import { findPlaces } from './values/place.ts';
import { findYears, type Years } from './values/years.ts';
import { findWantedIndustries, findWantedOrigins } from './wanted-origins.ts';

const LONGEST = 60_000;
const UNLAWFUL: readonly (readonly [RegExp, RoleBrief['unlawful'][number]['kind'], { zh: string; en: string }])[] = [
  [
    /(?:年龄\s*[::]?\s*)?(?:\d{2}\s*(?:-|~|至|到)\s*)?\d{2}\s*(?:周岁|岁)(?:以下|以内|左右|之间)?|(?:under|below|younger than) \d{2}(?: years old)?|年龄不超过\s*\d{2}/iu,
    'age',
    { zh: '年龄限制可能构成就业歧视,建议删去', en: 'An age limit may be unlawful discrimination; take it out' },
  ],
  [
    /限男性?|限女性?|男性优先|女性优先|只招男|只招女|性别\s*[::]?\s*[男女]|男士优先|女士优先|\b(?:male|female)s? (?:only|preferred)/iu,
    'sex',
    {
      zh: '《就业促进法》第二十七条禁止以性别为由拒绝录用,请删去',
      en: 'A wish about sex is unlawful (Employment Promotion Law of China, art. 27); take it out',
    },
  ],
  [
    /已婚已育|未婚|已婚(?:者)?优先|婚育|married preferred|unmarried/iu,
    'marriage',
    { zh: '婚育状况不得作为录用条件,请删去', en: 'Marriage and children may not be asked for; take it out' },
  ],
  [
    /限本地户籍|本地户口(?:优先)?|限.{1,4}户口|(?:本市|京籍|沪籍)户?[籍口]?优先/iu,
    'origin',
    {
      zh: '户籍要求可能构成就业歧视,建议删去',
      en: 'A wish about the registered home may be unlawful discrimination; take it out',
    },
  ],
  [
    /形象气质佳|五官端正|身高\s*1[.\d]|附(?:近期)?照片|good[- ]looking|photo required/iu,
    'photo',
    {
      zh: '外貌要求与工作无关,可能构成就业歧视,建议删去',
      en: 'Looks have nothing to do with the work, and may be unlawful to ask for; take it out',
    },
  ],
];

function spanAt(text: string, start: number, end: number): Span {
  return { start, end, text: text.slice(start, end) };
}

function skillsOf(named: readonly Mention[], { nice, notAsked }: PostingClauses, skip: Span | null) {
  const mentions = named.filter(({ start }) => !liesIn(notAsked, start));
  const seen = new Map<string, 'must' | 'nice'>();
  const must: RoleBrief['mustSkills'] = [];
  const wished: RoleBrief['niceSkills'] = [];
  const inNice = (at: number) => liesIn(nice, at);
  // A need outweighs a wish for the same skill.
  for (const mention of [...mentions].sort(
    (a, b) => Number(inNice(a.start)) - Number(inNice(b.start)) || a.start - b.start,
  )) {
    if (seen.has(mention.id) || (skip && mention.start >= skip.start && mention.end <= skip.end && mentions.length > 6))
      continue;
    seen.set(mention.id, 'must');
    const part = { value: mention.id, span: { start: mention.start, end: mention.end, text: mention.text } };
    (inNice(mention.start) ? wished : must).push(part);
  }
  return { must: must.slice(0, 40), wished: wished.slice(0, 40) };
}

/** Whether the pay in a text is a pay: a range that the job offers, not a turnover or a budget. */
const MONEY_OF_OTHERS =
  /融资|营收|业绩|销售额|注册资本|市值|估值|流水|预算|补贴|奖金|客单价?|规模|revenue|funding|budget|raised|quota|\barr\b|\bgmv\b|\baum\b|\bdeals?\b|portfolio|turnover|sales of|bonus|allowance|stipend/iu;

/** Words before a part of the pay, where the whole is said as well. */
const PART_OF_PAY = /底薪|基本工资|无责|\bbase\s*$/iu;

/** The pay of the job: of several the first, but what is earned a month or a year rather than an hour or a day. */
function payOf(text: string) {
  const stated = findPay(text).filter(
    ({ span }) => !MONEY_OF_OTHERS.test(text.slice(Math.max(0, span.start - 14), span.start)),
  );
  const regular = stated.filter(({ value }) => value.period !== 'hour' && value.period !== 'day');
  const whole = regular.find(({ span }) => !PART_OF_PAY.test(text.slice(Math.max(0, span.start - 8), span.start)));
  return whole ?? regular[0] ?? stated[0];
}

/** The rung that the title names; where only work and years are said, the one that the years stand for. */
function seniorityOf(text: string, title: RoleTitle | null, years: Read<Years> | null): RoleBrief['seniority'] {
  if (!title) return null;
  const named = readSeniority(title.value);
  const offset = title.span.start;
  if (named) return { value: named.value, span: spanAt(text, offset + named.span.start, offset + named.span.end) };
  return title.isWork && years ? { value: rungOfYears(years.value.min), span: years.span } : null;
}

/**
 * Reads what a recruiter looks for from a sentence or a whole description, Chinese, English or mixed. Each part
 * carries the words it was read from; what is not said stays null or empty. Wishes that the law does not allow are
 * pointed out, and never used. The same text gives the same brief.
 */
export function readRoleBrief(source: string): RoleBrief {
  const text = source.slice(0, LONGEST);
  const plain = halfWidth(text);
  const title = findRoleTitle(text);
  const places = findPlaces(text);
  const pay = payOf(text);
  const asking = [...text.matchAll(LOOKING_FOR)].map(({ index }) => index);
  const named = findMentions(text, ['skill']).filter(({ start }) => !asking.includes(start));
  const skills = skillsOf(named, readClauses(text), title?.span ?? null);
  const years = findYears(text);
  const degrees = findDegrees(text);
  const managed = findManagedPeople(text);
  const origins = findWantedOrigins(text);
  return {
    language: detectLanguage(text),
    title: title ? { value: title.value, span: title.span } : null,
    roleId: title?.roleId ?? null,
    seniority: seniorityOf(text, title, years),
    mustSkills: skills.must,
    niceSkills: skills.wished,
    cityIds: places.cities.slice(0, 6).map(({ value, span }) => ({ value, span })),
    remote: places.remote && { value: true, span: places.remote.span },
    years,
    degree: degrees.least,
    preferredDegree: degrees.preferred,
    pay: pay
      ? { value: { min: pay.value.yearlyMin, max: pay.value.yearlyMax, currency: pay.value.currency }, span: pay.span }
      : null,
    managesPeople: managed && { value: true, span: managed.span },
    peopleManaged: managed,
    industryIds: findWantedIndustries(text),
    companiesFrom: [...origins.from],
    companiesNot: [...origins.not],
    unlawful: UNLAWFUL.flatMap(([words, kind, message]) => {
      const found = words.exec(plain);
      return found ? [{ kind, message, span: spanAt(text, found.index, found.index + found[0].length) }] : [];
    }),
  };
}

/** What a posting's title and text say of role, rung and skills: what an import needs, without spans. */
export function readPostingText(title: string, description: string) {
  const role = linkRole(title);
  const named = findMentions(`${title}\n${description.slice(0, LONGEST)}`, ['skill']);
  const { must, wished } = skillsOf(named, readClauses(`${title}\n${description.slice(0, LONGEST)}`), null);
  return {
    roleId: role && findRole(role.id) ? role.id : null,
    seniority: readSeniority(title)?.value ?? null,
    mustSkills: must.map((part) => part.value),
    niceSkills: wished.map((part) => part.value),
  };
}

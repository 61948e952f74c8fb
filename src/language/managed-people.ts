import type { Read } from './model.ts';
import { foldKeepingOffsets } from './normalise.ts';

/** How many people somebody is to have led; null where the text gives no bound. */
export type ManagedPeople = { readonly min: number | null; readonly max: number | null };

const NUMBER = String.raw`(?<low>\d{1,4}|[一两二三四五六七八九]?[十百][一二三四五六七八九]?)(?:\s*(?:-|~|–|至|到|to)\s*(?<high>\d{1,4}))?\s*(?<plus>\+|多|余)?`;
const ZH = new RegExp(
  `(?:带领?过?|管理过?|领导过?|组建(?:并带领)?过?|负责过?|统领过?)(?:过|着)?\\s*(?:${NUMBER}\\s*(?:个|名|位)?\\s*人(?:员)?\\s*(?<bound>以上|及以上|左右|以内|规模)?\\s*(?:规模)?\\s*(?:以上)?\\s*的?\\s*)?(?:[\\p{Script=Han}a-z]{0,8}?)团队|团队(?:管理|带领|领导)(?:工作)?(?:经验|经历|能力)?|(?:人员|下属)管理(?:经验|经历)|(?<!项目|产品|时间|质量|风险|客户|供应链|仓库|库存|运营|品牌|财务|资产|数据|知识|企业|工程|渠道)管理(?:岗)?(?:工作)?经验|有下属|(?:直接)?下属\\s*\\d+\\s*人`,
  'u',
);
const VERB = String.raw`\b(?:manag(?:e|ed|es|ing)|lead|led|leads|leading|mentor(?:ed|s|ing)?|supervis(?:e|ed|es|ing)|hir(?:e|ed|ing) and manag(?:e|ed|ing)|buil(?:d|t|ding) and (?:lead|led|leading)) (?:and \w+ )?(?:an? |the |our |your )?(?:(?:direct|small|large|growing|global|cross-functional|high[- ]performing) ){0,3}`;
const ENGLISH: readonly RegExp[] = [
  new RegExp(`${VERB}(?:team|group|staff)s? of (?:at least |up to |about |around |over |more than )?${NUMBER}`, 'u'),
  new RegExp(
    `${VERB}${NUMBER} (?:\\w+ ){0,2}?(?:people|engineers|reports|employees|developers|staff|analysts)\\b`,
    'u',
  ),
  new RegExp(`${VERB}(?:\\w+ )?(?:teams?|people|engineers|staff|reports)\\b`, 'u'),
  /\b(?:people|team|line|staff)[- ]management\b|\bteam[- ]lead(?:er|ership)? experience\b|\b(?:managerial|management) experience\b|\bdirect reports\b/u,
];

/** "带团队经验(3人以上)": the number behind. */
const BESIDE = new RegExp(
  `^(?:经验|经历|规模)?\\s*[(:]?\\s*(?:团队)?(?:规模|人数)?\\s*${NUMBER}\\s*人\\s*(?<bound>以上|及以上|左右|以内)?\\)?`,
  'u',
);

const DIGITS = '零一二三四五六七八九';

function numberOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^\d+$/u.test(text)) return Number(text);
  const [tens = '', ones = ''] = text.replace('两', '二').split(/[十百]/u);
  const unit = text.includes('百') ? 100 : 10;
  return (tens === '' ? 1 : DIGITS.indexOf(tens)) * unit + (ones === '' ? 0 : DIGITS.indexOf(ones));
}

/** Whether, and how many, people somebody is to have led ("带过10人以上团队", "managed a team of 5 to 8"); null where not said. */
export function findManagedPeople(text: string): Read<ManagedPeople> | null {
  const folded = foldKeepingOffsets(text);
  // What says how many outweighs what only says that.
  const said = [ZH, ...ENGLISH].flatMap((pattern) => [...folded.matchAll(new RegExp(pattern.source, 'gu'))]);
  const match = said.find(({ groups }) => groups?.low !== undefined) ?? said[0];
  if (!match) return null;
  const beside = match.groups?.low === undefined ? BESIDE.exec(folded.slice(match.index + match[0].length)) : null;
  const groups = beside?.groups ?? match.groups ?? {};
  const low = numberOf(groups.low);
  const high = numberOf(groups.high);
  const isMost = groups.bound === '以内' || /up to/u.test(match[0]);
  const isAbout = groups.bound === '左右' || groups.bound === '规模';
  const value: ManagedPeople = isMost ? { min: null, max: low } : { min: low, max: high ?? (isAbout ? low : null) };
  const end = match.index + (match[0] + (beside?.[0] ?? '')).trimEnd().length;
  return { value, span: { start: match.index, end, text: text.slice(match.index, end) } };
}

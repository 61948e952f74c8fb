import { bareOrgAtStart, firmOrgEnding, titleEndZh } from './career-words.ts';
import { findPeriods } from './resume-dates.ts';
import { surnameLength } from './surnames.ts';

export type CareerEntityKind = 'ORG' | 'TITLE' | 'EDU' | 'NAME';

/** An employer, a title, a degree or a person named in running Chinese text. */
export type CareerEntity = { kind: CareerEntityKind; start: number; end: number; text: string };

/** What leads up to an employer or a title and is neither. */
const lead =
  /^(?:并?(?:现|曾|历|就|出|升|调|连|留|续|聘|获聘|受聘|被聘|获委?|选举|当选|先后|同时|兼|亦|还|仍|一直|曾经|目前|期间|其间|其中|后|又|均|并|且|前后|分别|历经|至今|以来|起|开始|近[三五]年来?|最近[三五]年|本人|其|他|她|此前|之前|之后|随后|毕业后|退休前|退休后|转业后)*(?:担任|兼任|现任|原任|曾任|历任|(?:本科|硕士|博士|研究生)?毕业于|就读于|攻读|拥有|具有|受到|参加由|代行|负责|获(?!得|奖|评|授)|被(?=[一-龥]{4})|原(?=[一-龥]{4})(?!材料|子能|油)|考入|考取|获得|取得|赴|一直|授予|辞去|不再担任|(?<!责)任任|就任|出任|升任|调任|连任|聘任|续任|受聘|被聘|获聘|任职|就职|供职|服务|工作|加入|进入|进|入职|创办|创立|创建|当选|选举|委任|获任|获委任|任|兼|为|是|在|于|至|到|从|自|由|系|属|作为|调入|调至|调往|转入|及|和|与|并|暨|[、：:，,\s])+为?(?:是)?|(?:现|曾|历|先后|同时|目前|期间|其中|曾先后|曾经|先后在|并)(?=[一-龥])|[一-龥]{1,4}(?:先生|女士)(?=(?:先后|曾|现|目前|自)*(?:在|于|毕业于|任|担任|就职于|服务于|加入|为))|年?\d{1,2}月(?:起|份)?(?=[在于任]))/;
const trail =
  /(?:等(?:多个|重要|各)?(?:职务|职位|职|岗位|工作)|(?:等)?(?:职务|职位|职称|一职|之职|资格|执业资格|从业资格|任职资格|称号|身份|工作|期间|至今|等|职))+$/;
const clause = /[^，。；：、！？\n;,:!?“”《》〈〉<>|\t\s]+(?:\s(?=[a-z]))?/gi;
const together =
  /兼(?!职|并|顾)(?:任)?|暨|以及|(?<=长|理|监|事|师|员|裁|记|席|任|授|人)(?:及|和|与)(?=[一-龥]{2})|(?<=公司|集团|大学|学院|银行|协会|学会|公会|中心|研究所|硕士|学士)(?:及|和|与)(?=[一-龥]{4})/g;
const innerVerb =
  /(?:工作|就职|任职|供职|服务)?(?:并|期间)?(?:先后|曾|分别|历|继续|同时)?(?:担任|兼任|历任|曾任|现任|出任|升任|聘任为|聘为|(?<![责主委信胜专常连])任(?!职|何|期|务|命|免|教|意|性)|当选为?|被选为|委任为?)/;
const degree =
  /(?:在职|全日制|高级管理人员)?(?:大学)?(?:(?:博士|硕士|学士)(?:研究生)?(?:学位|学历|文化)?|研究生(?:学历|学位|文化|班)?|(?:大学)?本科(?:学历|毕业|文化)?|大专(?:学历|文化|毕业)?|大学(?:专科|文化|学历)|(?:专科|中专|高中|初中|高职)(?:学历|文化)?|EMBA|MBA|博士后|双学士(?:学位)?)/g;
/** Titles that follow an employer's short name at once: "人和投资董事". */
const shortNameTitle =
  /^(.{2,10}?)((?:第[一二三四五六七八九十]+届)?(?:董事会|监事会)?(?:联席|名誉|副)?(?:董事长|董事局主席|主席)|(?:独立|执行|非执行|独立非执行|外部|职工)?(?:董事|监事)|(?:常务|执行|高级)?副?(?:总经理|总裁)(?:助理)?|董事会秘书|财务总监|(?:副?总)(?:工程师|会计师|经济师)|首席[一-龥]{2,4}官|合伙人|党委(?:副?书记|委员))$/;
const noShortName =
  /(?:[部处室科系组办委会局所站队院厂店]|中心|事业部|片区|大区|分区|业务|项目|高级|首席|常务|执行|独立|副|总|兼|届|方向|名誉|原|前|代|的)$|^(?:第|副|总|常务|执行|高级|独立|首席|名誉|公司第|董事|监事|党|等|及|其|该|各|一|具有|职工|区域|注册|集团$)/;
const boardLead = /^(?:董事会|监事会|党委|党组|党总支|团委|工会|薪酬|提名|审计|战略)/;
const officeEnding =
  /^.{2,20}?(?:司|厅|委|办公厅|办公室|党组|研究室|总站|中心|矿|队|军|师|团(?!委))(?=副?(?:司长|厅长|主任|处长|科长|局长|书记|巡视员|调研员|主席|矿长|队长|站长|所长|干部|研究员|助理|工程师|技术员|处|科))/;

/** "财政部工交司", "最高人民法院办公厅", "某某会计师事务所深圳分所": a part that is named with the whole, before its head's title. */
const officeOf =
  /^[一-龥]{0,8}(?:司|办公厅|分会|分所|分公司|总部|分校|研究院|研究中心|研究所|商学院)(?=$|副?(?:司长|厅长|主任|处长|科长|会长|所长|秘书长|院长|总经理|经理|研究员|干部|巡视员)|[一-龥]{0,6}(?:处长|科长|主任科员))/;

/**
 * Employers, titles, degrees and names in a Chinese sentence of the kind that biographies of executives are made of, by
 * general suffixes and the verbs between them; no list of employers is needed. Offsets are those of `sentence`.
 */
export function findCareerEntities(sentence: string): CareerEntity[] {
  const entities: CareerEntity[] = [];
  const name = findNameInProse(sentence);
  entities.push(...name);
  const degrees = [...sentence.matchAll(degree)].map((match) =>
    entityAt('EDU', sentence, match.index, match.index + match[0].length),
  );
  const dates = findPeriods(sentence);
  for (const match of sentence.matchAll(clause)) {
    const end = match.index + match[0].length;
    for (const [from, to] of withoutStretches(match.index, end, dates)) readClause(sentence, from, to, entities);
  }
  const occupied = entities.filter((entity) => entity.kind !== 'NAME');
  const free = degrees.filter(
    (found) =>
      !occupied.some((other) =>
        other.kind === 'ORG' ? overlaps(found, other) : overlaps(found, other) && other.end > found.end,
      ),
  );
  const kept = entities.filter((entity) => entity.kind !== 'TITLE' || !free.some((found) => overlaps(found, entity)));
  return [...kept, ...free].sort((a, b) => a.start - b.start || a.end - b.end);
}

function readClause(sentence: string, start: number, end: number, entities: CareerEntity[]): void {
  const text = sentence.slice(start, end);
  const verb = innerVerb.exec(text);
  // "在北内集团三产任财务经理": an employer before the verb, a title behind it.
  if (verb && verb.index >= 2) {
    const before = stripLead(sentence, start, start + verb.index);
    if (before && isOrg(sentence.slice(before[0], before[1])))
      entities.push(entityAt('ORG', sentence, before[0], before[1]));
    readClause(sentence, start + verb.index + verb[0].length, end, entities);
    return;
  }
  let at = start;
  for (const match of text.matchAll(together)) {
    readPhrase(sentence, at, start + match.index, entities);
    at = start + match.index + match[0].length;
  }
  readPhrase(sentence, at, end, entities);
}

function readPhrase(sentence: string, from: number, to: number, entities: CareerEntity[]): void {
  const stripped = stripLead(sentence, from, to);
  if (stripped === null) return;
  const [start, rawEnd] = stripped;
  const whole = sentence.slice(start, rawEnd);
  const end = start + whole.replace(trail, '').length;
  const text = sentence.slice(start, end);
  if (text.length < 2 || text.length > 60) return;
  const prefix = orgPrefixLength(text);
  const orgLength = isNoOrg(text.slice(0, prefix)) ? 0 : prefix;
  const rest = text.slice(orgLength).replace(/^[的之]/, '');
  const restStart = end - rest.length;
  if (orgLength > 0) entities.push(entityAt('ORG', sentence, start, start + orgLength));
  // "副所长（研究员）": two titles, one in brackets.
  const bracket = /^(.{2,}?)[(（]([^()（）]{2,20})[)）]?$/.exec(rest);
  const title = bracket?.[1] ?? rest;
  if (title.length >= 2 && isTitle(title))
    entities.push(entityAt('TITLE', sentence, restStart, restStart + title.length));
  if (bracket?.[2] && isTitle(bracket[2])) {
    const inside = restStart + title.length + 1;
    entities.push(entityAt('TITLE', sentence, inside, inside + bracket[2].length));
  }
}

/** A part of some employer without a name of its own ("技术中心主任": the title says it), or words that only end like one. */
const innerPart =
  /^(?:技术|研发|研究|设计|营销|培训|信息|数据|检测|质检|工程|运营|采购|物流|客服|学术|专家|顾问)?(?:中心|研究所|设计所|研究院|委员会)$|^[一-龥]{1,2}(?:洲|方|东|南|西|北|中)(?:大)?区$|^商务部$/;
const isNoOrg = (text: string): boolean =>
  innerPart.test(text) ||
  /^(?:高中学|大中学)$|^(?:享受|负责|持有|长期|专职|凭借|还|经|由|与)[一-龥]{0,10}(?:政府|公司|集团)$|先生|女士/.test(
    text,
  );

/** How many characters at the beginning name an employer; the rest may be a title. */
function orgPrefixLength(text: string): number {
  if (boardLead.test(text)) return 0;
  let length = 0;
  for (const match of text.matchAll(firmOrgEnding)) {
    const end = match.index + match[0].length;
    const next = text.slice(end, end + 1);
    // "局长", "厂长": the word goes on.
    if (next === '长' || (/^[员部处科]/.test(next) && !/(?:公司|集团)$/.test(match[0]))) continue;
    if (end < 3 && !/^本/.test(text) && !/^(?:公司|集团)$/.test(text.slice(0, end))) continue;
    const rest = text.slice(end);
    if (
      end < text.length &&
      !titleEndZh.test(rest) &&
      !/(?:系|部|院|所|处|科|室|中心)$/.test(rest) &&
      !/^(?:[(（])/.test(rest) &&
      match.index + match[0].length !== text.length
    ) {
      length = Math.max(length, restIsPlain(rest) ? end : 0);
      continue;
    }
    length = end;
  }
  const bracket = /^[(（](?!非?上市|原|以下|简称|下称|现|本公司)[^)）]{1,20}[)）]/.exec(text.slice(length));
  if (length > 0 && bracket) length += bracket[0].length;
  if (length > 0) {
    // "中国人民大学会计系": a school's department is part of its name.
    const department = /^[一-龥]{1,12}(?:学?系|分校|支行|分行|营业部)(?=$|[^统列])/.exec(text.slice(length));
    if (department) return length + department[0].length;
    const office = officeOf.exec(text.slice(length));
    return length + (office?.[0].length ?? 0);
  }
  const known = bareOrgAtStart(text)?.length ?? officeEnding.exec(text)?.[0].length;
  if (known !== undefined) return known;
  const short = shortNameTitle.exec(text)?.[1];
  return short !== undefined && !noShortName.test(short) && !titleEndZh.test(short) ? short.length : 0;
}

/** Words behind an employer that are neither title nor department, such as 工作, 毕业 or a major. */
function restIsPlain(rest: string): boolean {
  return rest.length <= 16;
}

function isOrg(text: string): boolean {
  return text.length >= 2 && orgPrefixLength(text) >= Math.min(text.length, Math.max(2, text.length - 8));
}

/** A phrase that ends in a title's word, without a sentence inside. */
function isTitle(text: string): boolean {
  const bare = text.replace(/[(（][^)）]{0,20}[)）]$/, '');
  return (
    (titleEndZh.test(bare) ||
      (/(?:党员|会员|院士|代表|主任委员|代主任|工|生导师|博导|[一-龥]{2}[师员])$/.test(bare) && bare.length >= 3)) &&
    bare.length <= 30 &&
    !/[的了由被把将]/.test(bare)
  );
}

function stripLead(sentence: string, start: number, end: number): [number, number] | null {
  let at = start;
  for (let round = 0; round < 4; round++) {
    const match = lead.exec(sentence.slice(at, end));
    if (match === null || match[0].length === 0) break;
    at += match[0].length;
  }
  const text = sentence.slice(at, end);
  const blank = text.length - text.trimStart().length;
  return text.trim() === '' ? null : [at + blank, at + text.trimEnd().length];
}

const notGivenName = /^[一-龥]{0,3}(?:月|年|公司|本科|硕士|博士|大学|国籍)/;

/** "张雁冰，男，…", "陈云峰先生，…", "高勇：男…": a name at the beginning, or before 先生 and 女士 anywhere. */
function findNameInProse(sentence: string): CareerEntity[] {
  const found: CareerEntity[] = [];
  const opening =
    /^\s*([一-龥]{2,4}(?:·[一-龥]{2,8})?)(?:先生|女士|同志|博士|教授)?\s*(?:[（(][^)）]{1,20}[)）])?(?=[，：:,]|$|\s*[（(]?[男女]|\s*\d{4})/.exec(
      sentence,
    );
  const word = opening?.[1];
  if (opening && word && isName(word)) {
    const start = opening.index + opening[0].indexOf(word);
    found.push(entityAt('NAME', sentence, start, start + word.length));
  }
  for (const match of sentence.matchAll(/(?:先生|女士)/g)) {
    for (const length of [3, 2, 4, 1]) {
      const start = match.index - length;
      if (start < 0) continue;
      const text = sentence.slice(start, match.index);
      const before = sentence.slice(Math.max(0, start - 1), start);
      const isWhole = before === '' || !/[一-龥]/.test(before) || length === 3 || length === 1;
      if (isName(text) && isWhole && !found.some((other) => other.start < match.index && other.end > start)) {
        found.push(entityAt('NAME', sentence, start, match.index));
        break;
      }
    }
  }
  return found;
}

function isName(text: string): boolean {
  const surname = surnameLength(text);
  const foreign = text.includes('·');
  return (
    (foreign || (surname > 0 && text.length - surname <= 2)) &&
    !notGivenName.test(text) &&
    !titleEndZh.test(text) &&
    !/(?:学历|国籍|毕业|职称|先生|女士)$/.test(text)
  );
}

function withoutStretches(
  start: number,
  end: number,
  stretches: readonly { start: number; end: number }[],
): [number, number][] {
  const parts: [number, number][] = [];
  let at = start;
  for (const stretch of stretches) {
    if (stretch.end <= at || stretch.start >= end) continue;
    if (stretch.start > at) parts.push([at, stretch.start]);
    at = Math.max(at, stretch.end);
  }
  if (at < end) parts.push([at, end]);
  return parts;
}

function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}

function entityAt(kind: CareerEntityKind, source: string, start: number, end: number): CareerEntity {
  return { kind, start, end, text: source.slice(start, end) };
}

import { findMentions } from './find-mentions.ts';
import { findSkill, roles } from './lexicon.ts';
import { linkRole } from './link-role.ts';
import type { Seniority, Span } from './model.ts';
import { halfWidth } from './normalise.ts';

/** What a role is called in a text, with the role of the lexicon that it links to. */
export type RoleTitle = {
  readonly value: string;
  readonly span: Span;
  readonly roleId: string | null;
  /** Only the work is said ("做多模态大模型的"), no title. */
  readonly isWork?: true;
};

const TITLE_LABEL =
  /^\s*(?:招聘)?(?:岗位|职位|职务|岗位名称|职位名称|招聘岗位|job title|title|position|role)\s*[::]\s*/iu;
export const LOOKING_FOR =
  /(?:诚聘|招聘|急聘|急招|高薪招|招募|寻找|需要|求推荐|招|找|聘|looking for|hiring|seeking|recruiting|we need|in need of|searching for)\s*(?:一下|下)?\s*(?:[一两几]?[名个位]|\d+\s*[名个位]|an?\b|the\b|our next\b|\d+)?\s*/giu;
/** Words after which what follows is no longer before the title: "懂金融行业的产品经理", "3年以上测试工程师". */
const BEFORE_TITLE = /.*(?:的|[名个位]|招聘|急招|诚聘|急聘|招募|寻找|需要|以上|以内|经验|年|招|找|聘|做|当)/u;
const ZH_TITLE_END =
  /^[\p{Script=Han}A-Za-z0-9+#/·.\- ]{0,20}?(?:工程师|架构师|分析师|设计师|研究员|科学家|负责人|总经理|副总裁|总裁|总监|经理|主管|专员|专家|顾问|助理|秘书|律师|会计师|会计|出纳|审计|医生|医师|护士|药师|教师|老师|讲师|教授|司机|店长|厨师|技师|技工|技术员|操作工|普工|焊工|电工|钳工|车工|木工|学徒|实习生|合伙人|编辑|记者|编剧|导演|策划|文案|运营|开发|测试|运维|前端|后端|客服|销售|采购|翻译|主播|模特|保安|保洁|快递员|骑手|收银员|导购|店员|服务员|营业员|业务员|质检员|仓管员|调度员|安全员|施工员|预算员|资料员|架构|算法|HRBP|BP|CTO|CEO|CFO|COO)(?:\s?(?:工程师|专家|经理|总监|主管|负责人|专员|助理|组长|架构师|研究员))?/u;
const EN_TITLE =
  /^(?<title>[A-Za-z][\w+#/&.' -]{2,58}?)(?=\s+(?:in|at|with|to|for|who|that|based|on|and you|from|near)\b|[,,.;;(\n:]|$)/u;
const RUNGS =
  /(?:(?:senior|junior|lead|principal|staff|chief|deputy|associate|mid[- ]level|entry[- ]level|head of|sr\.?|jr\.?|vp of|director of)\s+)+$/iu;
const BY_WORK =
  /(?:做|搞|从事|负责|专攻|懂)(?<what>[\p{Script=Han}A-Za-z0-9+#.\- ]{2,20}?)(?:方向|领域|相关)?的(?:人|同学|朋友|大佬|大牛|候选人)?(?=[\s,,。;;、]|$)/u;

/** Beyond this a text no longer says what it looks for. */
const FIRST_WORDS = 600;

const spanAt = (text: string, start: number, end: number): Span => ({ start, end, text: text.slice(start, end) });

/**
 * The role of somebody of whom only the work is said ("做多模态大模型的"): the one called so, for the field's algorithms
 * that of its algorithm engineers, else the one role of whose trade the named skills are typical. Null where several are as near.
 */
function roleOfWork(what: string): string | null {
  const exact = [what, `${what}工程师`].map(linkRole).find((role) => role?.score === 1);
  if (exact) return exact.id;
  const named = new Set(findMentions(what, ['skill']).map(({ id }) => id));
  const isAlgorithmic = [...named].some((id) => findSkill(id)?.category === 'ai');
  const algorithmic = isAlgorithmic ? linkRole(`${what}算法工程师`) : null;
  if (algorithmic && algorithmic.score > 0.7) return algorithmic.id;
  const near = roles()
    .map((role) => ({ id: role.id, shared: role.skills.filter((skill) => named.has(skill)).length }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared);
  const [first, second] = near;
  return first && first.shared > (second?.shared ?? 0) ? first.id : null;
}

function titled(text: string, start: number, end: number, roleId: string | null): RoleTitle | null {
  const raw = text.slice(start, end);
  const from = start + raw.length - raw.trimStart().length;
  const to = end - (raw.length - raw.trimEnd().length);
  return from < to ? { value: text.slice(from, to), span: spanAt(text, from, to), roleId } : null;
}

/** A role's name together with the words before it that belong to the title: its rung and its field. */
function withModifiers(sentence: string, start: number, end: number): readonly [number, number] {
  const before = sentence.slice(0, start);
  if (/[A-Za-z]/u.test(sentence[start] ?? '')) return [start - (RUNGS.exec(before)?.[0].length ?? 0), end];
  const run = /(?:[A-Z][\w+#.]{0,12} ){0,2}[\p{Script=Han}A-Za-z0-9+#/]{0,14}$/u.exec(before)?.[0] ?? '';
  const lead = BEFORE_TITLE.exec(run)?.[0].length ?? 0;
  const places = findMentions(run, ['city']);
  const cut = Math.max(lead, ...places.map((place) => place.end));
  const [behind] = /^(?:经理|主管|总监|专家|负责人|专员|助理|工程师|组长)/u.exec(sentence.slice(end)) ?? [''];
  return [start - (run.length - cut), end + behind.length];
}

/** What a sentence says it looks for: words that end like a title, else a role of the lexicon. */
function titleSought(text: string, from: number, to: number): RoleTitle | null {
  const first = text.slice(0, to);
  for (const sought of first.slice(from).matchAll(LOOKING_FOR)) {
    const start = from + sought.index + sought[0].length;
    const rest = first.slice(start, start + 60);
    const zh = /\p{Script=Han}/u.test(rest) ? ZH_TITLE_END.exec(rest)?.[0] : undefined;
    const words = zh ?? EN_TITLE.exec(rest)?.groups?.title;
    if (!words) continue;
    const lead = zh ? (BEFORE_TITLE.exec(words)?.[0].length ?? 0) : 0;
    const role = linkRole(words.slice(lead));
    if (zh || (role && role.score > 0.7)) return titled(text, start + lead, start + words.length, role?.id ?? null);
  }
  const [mention] = findMentions(first.slice(from), ['role']);
  if (mention) {
    const [start, end] = withModifiers(first, from + mention.start, from + mention.end);
    const whole = linkRole(first.slice(start, end));
    return titled(text, start, end, whole && whole.score > 0.8 ? whole.id : mention.id);
  }
  const work = BY_WORK.exec(first.slice(from));
  const what = work?.groups?.what;
  if (!work || what === undefined) return null;
  const start = from + work.index + work[0].indexOf(what);
  const found = titled(text, start, start + what.length, roleOfWork(what));
  return found && { ...found, isWork: true };
}

/** The rung that years of experience stand for, where somebody is described by their work and not by a title. */
export function rungOfYears(years: number): Seniority {
  return years >= 5 ? 'senior' : years >= 2 ? 'middle' : 'junior';
}

const ENDS_AS_TITLE =
  /(?:工程师|架构师|分析师|设计师|研究员|科学家|负责人|总经理|总监|经理|主管|专员|专家|顾问|助理)$/u;
const CUT = /(?:[,;(【|。]|\.(?:\s|$)|\s?\d{1,3}\s?[名人位]).*$/u;
/** "AI Agent 算法专家 / Research Engineer": two names of one role. */
const OTHER_NAME = /\s[/–—-]\s.*$/u;

/** A line among the first ones that is a title: whole, or as far as its first comma, bracket or second name. */
function titleLine(text: string, offset: number, line: string): RoleTitle | null {
  const label = TITLE_LABEL.exec(line)?.[0] ?? '';
  const body = line.slice(label.length);
  const forms = [body.replace(CUT, ''), body.replace(CUT, '').replace(OTHER_NAME, '')].map((form) =>
    form.replace(/^[\s【[\]】#*]*(?:(?:急聘|急招|诚聘|招聘)[】\]\s:]+)?/u, '').trim(),
  );
  for (const form of new Set(forms)) {
    if (form.length < 2 || form.length > 48) continue;
    const role = linkRole(form);
    const start = offset + line.indexOf(form, label.length);
    const asks = form.search(LOOKING_FOR) >= 0;
    if (role && role.score > 0.7 && (label || !asks)) return titled(text, start, start + form.length, role.id);
  }
  const [whole = ''] = forms;
  const behind = /(?:^|\s[-–—|/]\s|[】\]])([^【\]】|]{3,32})$/u.exec(
    body
      .replace(/\s[-–—|/]\s/gu, ' - ')
      .split(' - ')
      .at(-1) ?? '',
  )?.[1];
  if (!label && behind && offset === 0 && ENDS_AS_TITLE.test(behind) && behind.search(LOOKING_FOR) < 0) {
    const start = line.lastIndexOf(behind);
    return titled(text, start, start + behind.length, linkRole(behind)?.id ?? null);
  }
  if (!label || whole.length < 2 || whole.length > 48) return null;
  const start = offset + line.indexOf(whole, label.length);
  return titled(text, start, start + whole.length, linkRole(whole)?.id ?? null);
}

/**
 * What the role is called: behind a label ("岗位名称:"), as a short line of its own among the first ones, or in the
 * first sentence that says who is looked for. Null where no title is said.
 */
export function findRoleTitle(source: string): RoleTitle | null {
  const found = titleIn(halfWidth(source));
  if (!found) return null;
  const { start, end } = found.span;
  return { ...found, value: source.slice(start, end), span: spanAt(source, start, end) };
}

function titleIn(text: string): RoleTitle | null {
  let offset = 0;
  for (const line of text.split('\n').slice(0, 12)) {
    const found = titleLine(text, offset, line.trimEnd());
    if (found) return found;
    offset += line.length + 1;
  }
  for (const match of text.slice(0, FIRST_WORDS).matchAll(/[^。\n!?]+/gu)) {
    const sought = titleSought(text, match.index, match.index + match[0].length);
    if (sought) return sought;
  }
  return null;
}

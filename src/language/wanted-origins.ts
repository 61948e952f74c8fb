import { findMentions } from './find-mentions.ts';
import { companies, findIndustry } from './lexicon.ts';
import type { Read } from './model.ts';
import { foldKeepingOffsets, normaliseWord } from './normalise.ts';
import { createMatcher } from './word-matcher.ts';

/** Where people should come from, or not: a company's id, or the words for a kind of company ("大厂"), as written. */
export type WantedOrigins = { readonly from: readonly Read<string>[]; readonly not: readonly Read<string>[] };

const KINDS =
  /(?:一线|头部|国内|知名)?(?:互联网)?大厂|(?:一线|头部|知名)互联网(?:公司|企业)|batj?\b|tmd\b|faang\b|maang\b|big tech|big (?:4|four)\b|mbb\b|四大(?:会计师事务所|所)?|(?:外资|中资|头部|一线)?(?:投行|券商)|红圈所|外企|外资(?:企业|公司)?|国企|央企|(?:世界)?500强(?:企业|公司)?|fortune 500(?: compan(?:y|ies))?|上市公司|竞品公司|(?:同行业|同业)公司|外包(?:公司|背景|企业)?|猎头公司|investment banks?|(?:recruitment |staffing )?agencies|outsourcing compan(?:y|ies)|consultanc(?:y|ies)/gu;
const WANTED =
  /背景|出身|来自|系(?:优先|的|$)|(?:工作|从业|任职|供职|实习|公司|企业|大厂)(?:经验|经历|履历)|经历|待过|工作过|任职|就职|出来的|挖|优先|加分|\bfrom\b|\bex-|\b(?:background|experience|worked|working|time|tenure) (?:at|with|in)\b|\balumni\b|preferred|\bplus\b/u;
const UNWANTED =
  /不要|不考虑|不接受|勿投|勿扰|除外|排除|不招|避开|不从|不看|谢绝|\bnot from\b|\bno (?:one|candidates?|people) from\b|\bexclud(?:e|ing)\b|\bdo(?:es)? not (?:come|be) from\b|\bavoid\b/u;
/** A clause that tells of the employer itself, or of its customers. */
const OURSELVES =
  /团队成员|创始(?:人|团队|成员)|核心团队|我们|我司|公司(?:是|由|成立|位于)|成立于|投资方|获得?.{0,12}投资|客户(?:包括|有|为)|服务(?:于|过)|合作(?:伙伴|客户)|\bour (?:team|founders|customers|clients|investors)\b|\bwe\b|\bfounded\b|\bcreated by\b|\bbuilt by\b|\bbacked by\b|\bcustomers include\b/u;
/** Words right behind a company's name that make it a product, a platform or a certificate. */
const PRODUCT =
  /^(?:云|手机|小程序|公众号|平台|店铺|生态|系统|认证|产品|广告|投放|直播|运营|商城|支付|地图|账号|开发|插件|\s?(?:cloud|ads|analytics|workspace|office|certified|shopping))/u;
const CLAUSE = /[^,,。;;!!\n]+|[,,](?=[^,,。;;!!\n]{0,8}(?:等|或))/gu;

let matcher: ReturnType<typeof createMatcher<string>> | undefined;

function companyMatcher() {
  matcher ??= createMatcher(
    companies().flatMap((company) =>
      [...new Set([company.zh, company.en, ...company.aliases].map(normaliseWord))].map(
        (name) => [name, company.id] as const,
      ),
    ),
  );
  return matcher;
}

type Origin = { readonly value: string; readonly start: number; readonly end: number };

function originsIn(clause: string): Origin[] {
  const named = companyMatcher()(clause)
    .filter(({ end }) => !PRODUCT.test(clause.slice(end)))
    .map(({ start, end, values }) => ({ value: values[0] ?? '', start, end }));
  const kinds = [...clause.matchAll(KINDS)].map((match) => ({
    value: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  const free = kinds.filter(({ start, end }) => named.every((other) => other.end <= start || other.start >= end));
  return [...named, ...free].sort((a, b) => a.start - b.start);
}

/** Clauses of a text; a list whose items are parted by commas ("字节,腾讯,阿里背景") is one. */
function clausesOf(folded: string): { readonly text: string; readonly start: number }[] {
  const clauses: { text: string; start: number }[] = [];
  for (const match of folded.matchAll(CLAUSE)) {
    const last = clauses.at(-1);
    const isBareList =
      last && originsIn(last.text).length > 0 && /^[\s\p{Script=Han}\w&.·、/-]{2,14}$/u.test(last.text);
    const isList = isBareList && !WANTED.test(last.text) && !UNWANTED.test(last.text) && originsIn(match[0]).length > 0;
    const isNear = last && folded.slice(last.start + last.text.length, match.index).trim().length <= 1;
    if (last && isList && isNear && !folded.slice(last.start, match.index).includes('\n'))
      last.text = folded.slice(last.start, match.index + match[0].length);
    else clauses.push({ text: match[0], start: match.index });
  }
  return clauses;
}

/**
 * The companies, and kinds of company, that people should come from or must not come from, where a text says so
 * ("字节、腾讯背景优先", "不要外包", "ex-Google"). A company that a text names otherwise (the employer, a customer, a
 * product) is not among them.
 */
export function findWantedOrigins(text: string): WantedOrigins {
  const folded = foldKeepingOffsets(text);
  const from: Read<string>[] = [];
  const not: Read<string>[] = [];
  for (const clause of clausesOf(folded)) {
    const isUnwanted = UNWANTED.test(clause.text);
    if ((!isUnwanted && !WANTED.test(clause.text)) || OURSELVES.test(clause.text)) continue;
    for (const { value, start, end } of originsIn(clause.text)) {
      const span = { start: clause.start + start, end: clause.start + end };
      const list = isUnwanted ? not : from;
      if (list.length < 30 && !list.some((other) => other.value === value))
        list.push({ value, span: { ...span, text: text.slice(span.start, span.end) } });
    }
  }
  return { from, not };
}

const INDUSTRY_BEHIND =
  /^\s*(?:等)?(?:相关)?(?:行业|领域|赛道|产业|业务背景|公司|企业|背景|(?:从业|工作|项目|相关)?(?:经验|经历)|\s?(?:industry|industries|sector|domain|background|experience|compan(?:y|ies)|space)\b)/u;
const INDUSTRY_BEFORE =
  /(?:行业|industry|sector)\s*[::]\s*$|(?:来自|有|熟悉|了解|experience in(?: the)?|background in(?: the)?)\s*$/u;

/** The industries that people should know, where a text says so ("金融行业经验", "fintech background"); not the employer's own. */
export function findWantedIndustries(text: string): Read<string>[] {
  const folded = foldKeepingOffsets(text);
  const found: Read<string>[] = [];
  for (const mention of findMentions(text, ['industry'])) {
    const window = folded.slice(Math.max(0, mention.start - 60), mention.start);
    const before = window.split(/[。;;\n!]/u).at(-1) ?? '';
    const after = folded.slice(mention.end, mention.end + 16);
    const inList =
      /^[、/或和与]/u.test(after) &&
      INDUSTRY_BEHIND.test(after.replace(/^(?:[、/或和与][^、/或和与,。]{1,8})+?(?=行业|领域|背景|经验)/u, ''));
    const isWanted =
      INDUSTRY_BEHIND.test(after) || inList || (INDUSTRY_BEFORE.test(before) && /^\s*(?:$|[,,。;;\n、])/u.test(after));
    const isOwn = OURSELVES.test(before) || /一家|leading|是.{0,8}(?:领先|知名)/u.test(before);
    if (isWanted && !isOwn && findIndustry(mention.id) && !found.some(({ value }) => value === mention.id))
      found.push({ value: mention.id, span: { start: mention.start, end: mention.end, text: mention.text } });
  }
  return found.slice(0, 20);
}

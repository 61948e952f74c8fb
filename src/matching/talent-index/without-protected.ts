const GAP = '[\\s\\u3000]{0,4}';
const SAYS = `${GAP}(?:[:\\uff1a]|是|is)?${GAP}`;
const HAN = '\\p{Script=Han}';
/** What stands before and after a word that stands alone. */
const [BEFORE, AFTER] = ['(?<![\\p{L}\\p{N}])', '(?![\\p{L}\\p{N}])'];

/** Words by which people tell sex, marriage, children, where they come from, where they are registered, ethnicity, age, and photos. */
const PROTECTED: readonly RegExp[] = [
  `(?:性别|gender|sex)${SAYS}(?:男性?|女性?|male|female|man|woman)`,
  `${BEFORE}(?:男|女)(?:性|士|生)?${AFTER}`,
  `${BEFORE}(?:fe)?male${AFTER}`,
  `(?:婚姻|婚育)(?:状况|情况)?${SAYS}(?:未婚|已婚|离异|丧偶|单身|已育|未育){1,2}`,
  '(?:未婚|已婚|离异|丧偶)(?:已育|未育)?|(?:已育|未育)(?:[一二两三]孩)?',
  `marital status${SAYS}(?:single|married|divorced|widowed)`,
  `${BEFORE}(?:un)?married(?:${GAP}with${GAP}(?:no|a|one|two|three|\\d)?${GAP}child(?:ren)?)?${AFTER}`,
  `(?:籍贯|出生地|祖籍|户籍所在地|户口所在地)${SAYS}${HAN}{2,8}`,
  `${BEFORE}(?:户籍|户口)${GAP}[:\\uff1a]${GAP}${HAN}{2,8}`,
  `${BEFORE}${HAN}{2,4}(?:户口|户籍)${AFTER}`,
  `(?:place of birth|birthplace|born in|hukou)${SAYS}[\\p{L} ]{2,30}`,
  `(?:民族|ethnicity)${SAYS}[\\p{L}]{1,12}`,
  `${BEFORE}(?:汉|满|回|壮|苗|维吾尔|藏|蒙古|土家|彝|朝鲜)族${AFTER}`,
  `(?:出生(?:日期|年月)?|生日|date of birth|born(?: on| in)?)${SAYS}\\d{2,4}(?:[-./年]\\d{1,2}(?:[-./月]\\d{1,2}日?)?月?)?年?`,
  `${BEFORE}\\d{2,4}${GAP}年(?:${GAP}\\d{1,2}${GAP}月)?${GAP}(?:出生|生人|生)`,
  `(?:年龄|age)${SAYS}\\d{2}(?:${GAP}岁)?|${BEFORE}\\d{2}${GAP}(?:周岁|岁|years? old)`,
  `(?:照片|头像|photo|portrait)${SAYS}\\S{1,200}`,
].map((source) => new RegExp(source, 'giu'));

/** Most texts hold none of these, and are left as they are at once. */
const HINT =
  /[男女婚族岁]|已育|未育|籍贯|祖籍|户籍|户口|出生|生日|生人|年.{0,8}生|民族|年龄|照片|头像|gender|sex|male|married|marital|birth|born|hukou|ethnicity|\bage\b|years? old|photo|portrait/iu;

/**
 * A text without what must not count: what somebody tells in running words of their sex, marriage, birthplace,
 * household registration, ethnicity, age or looks.
 */
export function withoutProtected(text: string): string {
  if (!HINT.test(text)) return text;
  return PROTECTED.reduce((rest, pattern) => rest.replace(pattern, ' '), text);
}

import type { Text } from '../../platform/index.ts';

/** A posting that was open so long, or so often offered again, and nobody who applied was answered, looks like a ghost. */
export const GHOST_DAYS = 90;
export const GHOST_REPOSTS = 2;

/**
 * What a ghost posting is, as rows can tell. No posting says of itself that nobody is to be hired; what is known of such
 * postings is that they stay open or are offered again and again, and that those who apply hear nothing.
 */
export const GHOST_DEFINITION: Text = {
  zh: `疑似幽灵职位：网络自有的职位，从发布到关闭有 ${GHOST_DAYS} 天以上，或 60 天内重复发布 ${GHOST_REPOSTS} 次以上，而它（及其重复发布）没有一位投递者得到答复（推进或婉拒），也没有人拿到录用。仍在招的职位只看重复发布；导入的数据没有投递记录，不作判断`,
  en: `Ghost postings, as rows can tell: postings of the network itself that were open for ${GHOST_DAYS} days or more until they were closed, or were posted again ${GHOST_REPOSTS} times or more within 60 days, while nobody who applied to them (or to a repetition) was answered, by a yes or a no, and nobody reached an offer. Postings that are still open are judged by repetitions alone; imported data has no applications and is not judged`,
};

export const GHOST_REFERENCE =
  'Clarify Capital 2022, survey of 1,045 hiring managers on "ghost jobs": postings kept open without an intention to fill them (what the rule looks for)';

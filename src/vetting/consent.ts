import type { z } from 'zod';
import type { consentView } from './model.ts';

/** How long a released check can be read. */
export const READABLE_DAYS = 90;
/** How long a check waits for the candidate before it ends by itself. */
export const WAITING_DAYS = 30;

/**
 * What a candidate agrees to, for this check alone: a separate consent, told plainly and beforehand who handles what,
 * for what and how long, and how to take it back (Personal Information Protection Law of the PRC, articles 14 to 17,
 * 23 and 24). The version is kept with each consent: words that change get a new one.
 */
export const CONSENT: z.output<typeof consentView> = {
  version: '2023-03',
  paragraphs: [
    {
      heading: { zh: '给谁看', en: 'For whom' },
      body: {
        zh: '只给提出请求的这家公司、负责这个职位的招聘者。换一个职位或另一家公司，都要另外征得您同意。',
        en: 'For the recruiters of the company that asks, for this posting alone. Another posting or another company needs your consent anew.',
      },
    },
    {
      heading: { zh: '用到什么', en: 'What is used' },
      body: {
        zh: '您资料里的工作经历及其认证方式；网络里同一时间同一公司的成员能否佐证（只有数量，不出现任何人的姓名）；时间上的空档和重叠。下面几项由您勾选，不勾选就不用：导入过的简历写了什么、教育经历、技能获得的认可、您实名发表的帖子和评论。不使用您的私信、浏览记录、投递记录、期望薪资、年龄、性别和健康信息。',
        en: 'The positions of your profile and how they are verified; whether members who were at the same company at the same time support them (numbers alone, never a name); gaps and overlaps in time. The following only as you tick them: what the resumes said that you imported, your education, endorsements of your skills, posts and comments under your own name. Never used: your messages, what you looked at, where you applied, the pay you hope for, your age, sex or health.',
      },
    },
    {
      heading: { zh: '怎么算出来', en: 'How it is made' },
      body: {
        zh: '由程序按固定规则逐条列出支持的和有出入的信息，不打分，不作结论，也不替人决定。没有信息就写“没有”，不代表可疑。',
        en: 'A program lists, by fixed rules, what supports each statement and what differs from it. It gives no score, draws no conclusion and decides nothing. Where nothing is known it says so; that is not a doubt.',
      },
    },
    {
      heading: { zh: '您先看', en: 'You read it first' },
      body: {
        zh: '同意之后，结果先只有您能看。您可以逐条说明，再决定发不发给对方；不发，对方就看不到任何内容。',
        en: 'Once you agree, only you see the result. You can answer each point, and then decide whether to release it; unless you do, the recruiter sees none of it.',
      },
    },
    {
      heading: { zh: '多久', en: 'For how long' },
      body: {
        zh: `发出后 ${READABLE_DAYS} 天内可读，到期删除。您随时可以收回，收回后立即不可读并删除。谁在什么时候看过，记在“我的档案”里。`,
        en: `It can be read for ${READABLE_DAYS} days after you release it, and is then deleted. You can take it back at any time; it is unreadable and deleted at once. Who read it and when stands in “My file”.`,
      },
    },
    {
      heading: { zh: '可以不同意', en: 'You may say no' },
      body: {
        zh: '同意与否由您决定。拒绝不影响您使用这个网络；对方只会看到“未同意”。',
        en: 'It is up to you. A no changes nothing in how you use the network; the recruiter sees only that you did not agree.',
      },
    },
  ],
};

import type { Locale } from '../charts/index.ts';
import { addresses } from './addresses.ts';
import type { Publication, Schedule } from './model.ts';
import { leadOf, periodOf, titleOf } from './present.ts';
import { pageWords } from './words.ts';

const SAID = {
  zh: {
    published: '新报告',
    corrected: '更正版',
    draft: '报告草稿',
    read: '阅读：',
    check: '查看草稿：',
    files: '文件：',
    manage: '发布、修改说明或删除：',
    stop: '不再接收这类邮件（点开后确认即可，无需登录）：',
  },
  en: {
    published: 'New report',
    corrected: 'Corrected edition',
    draft: 'Draft of a report',
    read: 'Read it: ',
    check: 'See the draft: ',
    files: 'Files:',
    manage: 'Publish it, add a note or discard it: ',
    stop: 'To get no more of this mail (no signing in; one button): ',
  },
} as const;

export type ReportMail = { readonly subject: string; readonly body: string };

function kindOf(publication: Publication): 'draft' | 'corrected' | 'published' {
  if (publication.state === 'draft') return 'draft';
  return publication.edition > 1 ? 'corrected' : 'published';
}

/** The files that a schedule names; without one, the PDF in the reader's language. */
function filesOf(schedule: Schedule | null, locale: Locale) {
  if (!schedule) return [{ format: 'pdf', language: locale }] as const;
  return schedule.languages.flatMap((language) => schedule.formats.map((format) => ({ format, language })));
}

/** What a follower is told of a report: what it found in a few lines, where it is, and how such mail ends. */
export function reportMail(
  publication: Publication,
  schedule: Schedule | null,
  locale: Locale,
  at: { readonly address: string; readonly unsubscribeUrl: string },
): ReportMail {
  const said = SAID[locale];
  const kind = kindOf(publication);
  const title = `${titleOf(publication, locale)} · ${periodOf(publication, locale)}`;
  const { address, unsubscribeUrl } = at;
  const page = `${address}${addresses.report(publication.slug, locale)}`;
  const files = filesOf(schedule, locale).map(
    ({ format, language }) => `  ${address}${addresses.file(publication.slug, format, language)}`,
  );
  const parts = [
    title,
    leadOf(publication, locale),
    ...(publication.summary.generated ? [pageWords(locale).generatedNote] : []),
    `${kind === 'draft' ? said.check : said.read}${page}`,
    [said.files, ...files].join('\n'),
    ...(kind === 'draft' ? [`${said.manage}${address}/insights/publishing`] : []),
    `${said.stop}${unsubscribeUrl}`,
  ];
  return { subject: `${said[kind]}${locale === 'zh' ? '：' : ': '}${title}`, body: parts.join('\n\n') };
}

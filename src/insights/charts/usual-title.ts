import type { Locale } from './words.ts';

/** The title of a report on a field, unless its author gives another. */
export function usualTitle(fieldName: string, locale: Locale): string {
  return locale === 'zh' ? `${fieldName} 人才趋势报告` : `Talent trends: ${fieldName}`;
}

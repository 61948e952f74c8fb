import { usualTitle } from '../../../src/insights/charts/index.ts';

/** The titles that a report has unless its author gives another, in both languages. */
export const usualTitles = (field: { readonly zh: string; readonly en: string }) => ({
  zh: usualTitle(field.zh, 'zh'),
  en: usualTitle(field.en, 'en'),
});

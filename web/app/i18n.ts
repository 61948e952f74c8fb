import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

const KEY = 'renmai.language';
export type UiLanguage = 'zh-CN' | 'en';

const catalogues = import.meta.glob<{ default: Record<string, unknown> }>('../locales/*/*.json');

export function preferredLanguage(): UiLanguage {
  const kept = localStorage.getItem(KEY);
  if (kept === 'zh-CN' || kept === 'en') return kept;
  return navigator.languages.some((tag) => tag.startsWith('zh')) ? 'zh-CN' : 'en';
}

async function load(language: UiLanguage): Promise<void> {
  if (i18next.hasResourceBundle(language, 'translation')) return;
  const files = Object.entries(catalogues).filter(([path]) => path.includes(`/locales/${language}/`));
  for (const file of await Promise.all(
    files.map(async ([path, read]) => ({
      name: path.split('/').at(-1)?.slice(0, -5) ?? '',
      words: (await read()).default,
    })),
  )) {
    i18next.addResourceBundle(language, 'translation', { [file.name]: file.words }, true, true);
  }
}

export async function startI18n(): Promise<void> {
  const language = preferredLanguage();
  await i18next
    .use(initReactI18next)
    .init({ lng: language, resources: {}, interpolation: { escapeValue: false }, returnNull: false });
  await load(language);
  document.documentElement.lang = language;
}

export async function switchLanguage(language: UiLanguage): Promise<void> {
  await load(language);
  localStorage.setItem(KEY, language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}

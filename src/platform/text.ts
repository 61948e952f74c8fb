/** The interface's languages. */
export type Locale = 'zh' | 'en';

/** A sentence in both languages. */
export type Text = { readonly zh: string; readonly en: string };

/** Picks the sentence in the reader's language. */
export function inLocale(text: Text, locale: Locale): string {
  return text[locale];
}

/** The better of the two languages for an `Accept-Language` header (RFC 9110 §12.5.4); Chinese where it says nothing. */
export function negotiateLocale(acceptLanguage: string | undefined): Locale {
  if (!acceptLanguage) return 'zh';
  let best: { locale: Locale; quality: number } | undefined;
  for (const part of acceptLanguage.split(',')) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const weight = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('q='));
    const quality = weight ? Number.parseFloat(weight.slice(2)) : 1;
    const locale = tag.startsWith('zh') ? 'zh' : tag.startsWith('en') ? 'en' : undefined;
    if (locale && quality > (best?.quality ?? 0)) best = { locale, quality };
  }
  return best?.locale ?? (acceptLanguage.includes('*') ? 'zh' : 'en');
}

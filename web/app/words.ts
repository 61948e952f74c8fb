import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.ts';

/** The names of the lexicon's entries in the reader's language. */
export function useWords() {
  const { i18n } = useTranslation();
  const zh = i18n.language.startsWith('zh');
  const { data, isPending } = useQuery({
    queryKey: ['lexicon'],
    queryFn: () => answer(api.GET('/api/v1/lexicon')),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const name = (kind: 'skills' | 'roles' | 'cities' | 'industries', id: string | null | undefined): string => {
    if (!id) return '';
    const entry = data?.[kind][id];
    return entry?.[zh ? 0 : 1] ?? id;
  };
  return { name, lexicon: data, zh, settled: !isPending };
}

export function useFormat() {
  const { i18n, t } = useTranslation();
  const language = i18n.language;
  const zh = language.startsWith('zh');
  return {
    day: (iso: string) => new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(iso)),
    moment: (iso: string) =>
      new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso)),
    number: (value: number) => new Intl.NumberFormat(language).format(value),
    months: (start: string, end: string | null) =>
      `${start.replace('-', '.')} – ${end ? end.replace('-', '.') : t('app.present')}`,
    pay: (min: number | null, max: number | null, currency: string) => {
      if (min === null && max === null) return t('app.payUnknown');
      const amount = (value: number) =>
        zh && currency === 'CNY'
          ? `${Math.round(value / 1000) / 10}`
          : new Intl.NumberFormat(language, {
              style: 'currency',
              currency,
              notation: 'compact',
              maximumFractionDigits: 1,
            }).format(value);
      const said = [min, max].filter((value) => value !== null).map(amount);
      const range = [...new Set(said)].join('–');
      return zh && currency === 'CNY' ? `${range}${t('app.tenThousandAYear')}` : `${range}${t('app.aYear')}`;
    },
  };
}

import { useTranslation } from 'react-i18next';
import { Card, Field, Select } from '../components/basics.tsx';

export const CRITERIA = [
  'skills',
  'role',
  'domain',
  'evidence',
  'reach',
  'openness',
  'place',
  'pay',
  'years',
  'degree',
] as const;
export type Criterion = (typeof CRITERIA)[number];
/** How much each part matters: 0 not at all, 1 as usual. */
export type Weighing = Partial<Record<Criterion, string>>;

/** As the API takes it: `pay:0,skills:2`; undefined where everything is as usual. */
export function weighText(weighing: Weighing): string | undefined {
  const pairs = CRITERIA.flatMap((part) => (weighing[part] ? [`${part}:${weighing[part]}`] : []));
  return pairs.length > 0 ? pairs.join(',') : undefined;
}

/** What matters to this recruiter, by hand; the list follows at once. */
export function Criteria({ weighing, change }: { weighing: Weighing; change: (weighing: Weighing) => void }) {
  const { t } = useTranslation();
  const set = Object.values(weighing).filter(Boolean).length;
  return (
    <Card className="mb-4">
      <details>
        <summary className="cursor-pointer text-sm font-medium text-jade">
          {t('hire.criteria')}
          {set > 0 && ` (${set})`}
        </summary>
        <p className="mt-2 text-sm text-soft">{t('hire.criteriaAbout')}</p>
        <form aria-label={t('hire.criteria')} className="mt-3 grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
          {CRITERIA.map((part) => (
            <Field key={part} label={t(`hire.parts.${part}`)}>
              <Select
                value={weighing[part] ?? ''}
                options={[
                  ['', t('hire.weigh.usual')],
                  ['0', t('hire.weigh.none')],
                  ['0.5', t('hire.weigh.less')],
                  ['2', t('hire.weigh.more')],
                  ['4', t('hire.weigh.most')],
                ]}
                onChange={(event) => change({ ...weighing, [part]: event.target.value || undefined })}
              />
            </Field>
          ))}
        </form>
      </details>
    </Card>
  );
}

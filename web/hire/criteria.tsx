import { ChevronDown, ChevronUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Card, Select } from '../components/basics.tsx';
import { Presets } from './presets.tsx';
import { type Criterion, inOrder, STEP_NAMES, STEPS, stepOf, type Weighing } from './weighing.ts';

/** What matters to this recruiter, ordered and weighed by hand; the list follows at once. */
export function Criteria({
  weighing,
  change,
  companyId,
}: {
  weighing: Weighing;
  change: (weighing: Weighing) => void;
  companyId?: string | undefined;
}) {
  const { t } = useTranslation();
  const set = Object.values(weighing).filter(Boolean).length;
  const weigh = (part: Criterion, step: number) => {
    const weight = STEPS[step];
    if (weight) change({ ...weighing, [part]: weight === '1' ? undefined : weight });
  };
  return (
    <Card className="mb-4">
      <details>
        <summary className="cursor-pointer text-sm font-medium text-jade">
          {t('hire.criteria')}
          {set > 0 && ` (${set})`}
        </summary>
        <p className="mt-2 text-sm text-soft">{t('hire.criteriaAbout')}</p>
        {companyId && <Presets companyId={companyId} weighing={weighing} change={change} />}
        <ol aria-label={t('hire.criteria')} className="mt-3 grid gap-x-6 gap-y-1 sm:grid-cols-2">
          {inOrder(weighing).map((part) => {
            const step = stepOf(weighing, part);
            const label = t(`hire.parts.${part}`);
            return (
              <li key={part} className="flex items-center gap-1.5">
                <span id={`criterion-${part}`} className="min-w-0 flex-1 truncate text-sm font-medium">
                  {label}
                </span>
                <div className="w-36">
                  <Select
                    aria-labelledby={`criterion-${part}`}
                    value={STEPS[step]}
                    options={STEPS.map((weight) => [weight, t(`hire.weigh.${STEP_NAMES[weight]}`)] as const)}
                    onChange={(event) => weigh(part, STEPS.indexOf(event.target.value as '1'))}
                  />
                </div>
                {(
                  [
                    ['up', ChevronUp, step - 1],
                    ['down', ChevronDown, step + 1],
                  ] as const
                ).map(([way, Icon, to]) => (
                  <button
                    key={way}
                    type="button"
                    aria-label={t(`sourcing.${way}`, { what: label })}
                    disabled={!STEPS[to]}
                    className="inline-flex size-8 items-center justify-center rounded-md text-soft hover:text-jade disabled:opacity-30"
                    onClick={() => weigh(part, to)}
                  >
                    <Icon aria-hidden="true" className="size-4" />
                  </button>
                ))}
              </li>
            );
          })}
        </ol>
      </details>
    </Card>
  );
}

import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { useFormat } from '../app/words.ts';

type Disputes = readonly Schemas['ShownDispute'][];

/** Beside a reason: that the person says it is wrong, and why. */
export function Disputed({ disputes, part }: { disputes: Disputes; part: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const own = disputes.filter((dispute) => dispute.part === part && dispute.said !== null);
  return own.map((dispute) => (
    <span key={dispute.at} className="block text-seal">
      {t('hire.disputed', { because: dispute.because })} <span className="text-soft">{format.day(dispute.at)}</span>
    </span>
  ));
}

/** The figures of parts that the person says are wrong. */
export function DisputedFigures({ disputes }: { disputes: Disputes }) {
  const { t } = useTranslation();
  const format = useFormat();
  return disputes
    .filter((dispute) => dispute.said === null)
    .map((dispute) => (
      <p key={`${dispute.part} ${dispute.at}`} className="mt-1 text-sm text-seal">
        {t('hire.disputedFigure', { part: t(`hire.parts.${dispute.part}`), because: dispute.because })}{' '}
        <span className="text-soft">{format.day(dispute.at)}</span>
      </p>
    ));
}

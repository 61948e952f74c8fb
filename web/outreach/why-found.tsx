import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { ScoreParts } from '../components/score-parts.tsx';

type Why = NonNullable<Schemas['Message']['why']>;

/** Why the person was found, in the very words that the recruiter was shown. */
export function WhyFound({ why, side, sender }: { why: Why; side: Schemas['Conversation']['side']; sender: string }) {
  const { t, i18n } = useTranslation();
  const zh = i18n.language.startsWith('zh');
  const said = (text: { zh: string; en: string }) => (zh ? text.zh : text.en);
  const forPerson = side === 'person';
  const title = forPerson ? t('outreach.why.title') : t('outreach.why.titleRecruiter');
  return (
    <details open={forPerson} className="mt-2 rounded-md border border-line bg-paper px-3 py-2 text-sm">
      <summary className="cursor-pointer font-medium text-jade">{title}</summary>
      <div className="mt-2 space-y-2">
        {why.introduction && (
          <p>
            {t('outreach.why.asked', { name: why.introduction.askedBy.name })}
            <span className="mt-1 block border-l-2 border-line pl-2 whitespace-pre-line text-soft">
              {why.introduction.ask}
            </span>
          </p>
        )}
        {why.applied && <p>{forPerson ? t('outreach.why.applied') : t('outreach.why.appliedRecruiter')}</p>}
        {why.reasons.length > 0 && (
          <>
            <p className="text-soft">
              {forPerson
                ? t('outreach.why.shown', { name: why.introduction?.askedBy.name ?? sender, score: why.score ?? '—' })
                : t('outreach.why.shownRecruiter', { score: why.score ?? '—' })}
            </p>
            <ul className="list-disc space-y-0.5 pl-5">
              {why.reasons.map((reason) => (
                <li key={reason.part}>{said(reason.text)}</li>
              ))}
            </ul>
          </>
        )}
        {why.missing.length > 0 && <p className="text-amber">{why.missing.map(said).join(zh ? '\uff1b' : '; ')}</p>}
        {why.score !== null && <ScoreParts parts={why.parts} />}
        {why.score === null && !why.applied && <p className="text-soft">{t('outreach.why.none')}</p>}
      </div>
    </details>
  );
}

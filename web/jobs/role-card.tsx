import { Link } from '@tanstack/react-router';
import { Clock3 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { useFormat, useWords } from '../app/words.ts';
import { Button, Card, Chip, ErrorNotice } from '../components/basics.tsx';
import { ScoreParts } from '../components/score-parts.tsx';
import { ApplyButton } from './apply-button.tsx';
import { PutAway, useDismissal } from './dismissal.tsx';
import { ReasonLine } from './reason-line.tsx';

/** Whom the reader knows there, and how many more could be reached. */
function Known({ match }: { match: Schemas['RoleMatch'] }) {
  const { t } = useTranslation();
  const { zh } = useWords();
  if (match.knownCount === 0 && match.introducible === 0) return null;
  const more = match.knownCount - match.known.length;
  const said = t(more > 0 ? 'jobs.knownMore' : 'jobs.known', { names: '\u0000', count: zh ? match.knownCount : more });
  const [before, after] = said.split('\u0000');
  return (
    <p className="mt-1.5 text-sm text-soft">
      {match.known.length > 0 && (
        <>
          {before}
          {match.known.map((person, n) => (
            <span key={person.id}>
              {n > 0 && (zh ? '\u3001' : ', ')}
              <Link to="/people/$memberId" params={{ memberId: person.id }} className="text-jade underline">
                {person.name}
              </Link>
            </span>
          ))}
          {after}
          {match.introducible > 0 && (zh ? '\uff1b' : '; ')}
        </>
      )}
      {match.introducible > 0 && t('jobs.introducible', { count: match.introducible })}
    </p>
  );
}

type Shown = { match: Schemas['RoleMatch']; posting: Schemas['Posting']; onPosting: () => void };

function Reasons({ match, posting, onPosting }: Shown) {
  const { t } = useTranslation();
  const { zh } = useWords();
  return (
    <>
      {match.whyNow && (
        <p className="mt-2 flex items-start gap-1.5 rounded-md bg-jade-soft px-2.5 py-1.5 text-sm">
          <Clock3 aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-jade" />
          <span>
            <span className="sr-only">{t('jobs.whyNow')} </span>
            <ReasonLine said={match.whyNow} posting={posting} onPosting={onPosting} />
          </span>
        </p>
      )}
      <ul className="mt-2 list-disc space-y-0.5 pl-5 text-sm">
        {match.reasons.map((reason) => (
          <li key={reason.part}>
            <ReasonLine said={reason} posting={posting} onPosting={onPosting} />
          </li>
        ))}
      </ul>
      {match.needs.length > 0 && (
        <p className="mt-1.5 text-sm text-amber">
          {match.needs.map((need) => (zh ? need.zh : need.en)).join(zh ? '\uff1b' : '; ')}
        </p>
      )}
      <Known match={match} />
    </>
  );
}

/** One open role for its reader: why it is there, what they have and would need, and whom they know. */
export function RoleCard({ role }: { role: Schemas['Role'] }) {
  const { t } = useTranslation();
  const { name } = useWords();
  const format = useFormat();
  const details = useRef<HTMLDetailsElement>(null);
  const [away, setAway] = useState(false);
  const [applied, setApplied] = useState(role.posting.applied);
  const posting = { ...role.posting, applied };
  const { putAway } = useDismissal(posting.id);
  const { match } = role;
  if (away) return <PutAway posting={posting} onBack={() => setAway(false)} />;
  const openPosting = () => {
    if (details.current) details.current.open = true;
  };
  const place = posting.cityId ? name('cities', posting.cityId) : '';
  const facts = [posting.company.name, name('industries', posting.company.industryId), place].filter(Boolean);
  return (
    <Card>
      <article aria-labelledby={`role-${posting.id}`}>
        <div className="flex items-start gap-3">
          <div className="min-w-0 flex-1">
            <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <h2 id={`role-${posting.id}`} className="font-semibold">
                {posting.title}
              </h2>
              {match?.step && (
                <Chip tone={match.step === 'next' ? 'jade' : 'plain'}>{t(`jobs.step.${match.step}`)}</Chip>
              )}
            </div>
            <p className="text-sm text-soft">
              {facts.join(' · ')}
              {posting.publishedOn && ` · ${format.day(posting.publishedOn)}`}
            </p>
            <p className="text-sm font-medium text-jade">
              {format.pay(posting.payMin, posting.payMax, posting.payCurrency)}
            </p>
          </div>
          {match && (
            <div className="text-right">
              <div className="text-2xl font-semibold text-jade">{match.score.toFixed(0)}</div>
              <div className="text-xs text-soft">{t('jobs.fit')}</div>
            </div>
          )}
        </div>
        {match && <Reasons match={match} posting={posting} onPosting={openPosting} />}
        <details className="mt-2" ref={details}>
          <summary className="cursor-pointer text-sm text-jade">
            {t(match ? 'jobs.details' : 'jobs.description')}
          </summary>
          {match && (
            <div className="mt-2">
              <ScoreParts parts={match.parts} counted />
            </div>
          )}
          <div className="mt-2 flex flex-wrap gap-1.5">
            {posting.mustSkills.map((skill) => (
              <Chip key={skill}>{name('skills', skill)}</Chip>
            ))}
          </div>
          <p className="mt-2 text-sm whitespace-pre-line">{posting.description}</p>
        </details>
        <div className="mt-3 flex flex-wrap items-center gap-2">
          <ApplyButton posting={posting} onDone={setApplied} />
          {!applied && (
            <Button
              disabled={putAway.isPending}
              onClick={() => putAway.mutate(null, { onSuccess: () => setAway(true) })}
            >
              {t('jobs.notForMe')}
            </Button>
          )}
        </div>
        <ErrorNotice error={putAway.error} />
      </article>
    </Card>
  );
}

import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { useFormat, useWords } from '../app/words.ts';
import { Avatar, Card, Chip, VerifiedMark } from '../components/basics.tsx';

/** A profile, with the parts that its owner shows to the reader. */
export function ProfileView({
  person,
  children,
  besidePosition,
  heading: Heading = 'h2',
}: {
  person: Schemas['Person'];
  children?: React.ReactNode;
  /** What its owner can do about a position. */
  besidePosition?: (positionId: string) => React.ReactNode;
  /** The name's level: the first where the page is about this person alone. */
  heading?: 'h1' | 'h2';
}) {
  const { t } = useTranslation();
  const { name, zh } = useWords();
  const format = useFormat();
  return (
    <div className="space-y-4">
      <Card>
        <div className="flex items-start gap-4">
          <Avatar name={person.name} />
          <div className="min-w-0 flex-1">
            <Heading className="text-xl font-semibold">
              {person.name}
              {person.otherName && <span className="ml-2 text-base font-normal text-soft">{person.otherName}</span>}
            </Heading>
            <p className="text-soft">{person.headline}</p>
            <p className="text-sm text-soft">
              {name('cities', person.cityId)}
              {person.years !== null && ` · ${t('hire.yearsOfWork', { years: person.years })}`}
            </p>
            {person.wishes && person.wishes.openness !== 'closed' && (
              <Chip tone="jade">{t(`talent.openness.${person.wishes.openness}`)}</Chip>
            )}
          </div>
        </div>
        {children}
      </Card>
      {person.positions === null && <p className="text-sm text-soft">{t('talent.cardOnly')}</p>}
      {person.summary && (
        <Card>
          <h2 className="mb-2 font-semibold">{t('talent.summary')}</h2>
          <p className="whitespace-pre-line">{person.summary}</p>
        </Card>
      )}
      {person.positions && person.positions.length > 0 && (
        <Card>
          <h2 className="mb-3 font-semibold">{t('talent.positions')}</h2>
          <ol className="space-y-4">
            {person.positions.map((position) => (
              <li key={position.id} id={`position-${position.id}`} className="border-l-2 border-line pl-3">
                <div className="flex flex-wrap items-center gap-x-2">
                  <span className="font-medium">{position.title}</span>
                  <span>{position.companyName}</span>
                  {position.verified.map((mark) => (
                    <VerifiedMark key={mark.method} method={mark.method} at={mark.decidedAt} />
                  ))}
                </div>
                <p className="text-sm text-soft">
                  {format.months(position.start, position.end)} {name('cities', position.cityId)}
                </p>
                {position.description && <p className="mt-1 text-sm whitespace-pre-line">{position.description}</p>}
                {besidePosition?.(position.id)}
              </li>
            ))}
          </ol>
        </Card>
      )}
      {person.education && person.education.length > 0 && (
        <Card>
          <h2 className="mb-3 font-semibold">{t('talent.education')}</h2>
          <ul className="space-y-2">
            {person.education.map((row) => (
              <li key={row.id} id={`education-${row.id}`}>
                <span className="font-medium">{row.schoolName}</span> {row.degree && t(`app.degree.${row.degree}`)}{' '}
                {row.major}
                <span className="ml-2 text-sm text-soft">{[row.startYear, row.endYear].filter(Boolean).join('–')}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {person.skills && person.skills.length > 0 && (
        <Card>
          <h2 className="mb-3 font-semibold">{t('talent.skills')}</h2>
          <ul className="flex flex-wrap gap-1.5">
            {person.skills.map((skill) => (
              <li key={skill.skill} id={`skill-${skill.skill}`}>
                <Chip tone="jade">
                  {zh ? skill.name.zh : skill.name.en}
                  {skill.endorsements > 0 && ` · ${t('talent.endorsed', { count: skill.endorsements })}`}
                </Chip>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}

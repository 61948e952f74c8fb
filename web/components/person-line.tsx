import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/client.ts';
import { useWords } from '../app/words.ts';
import { Avatar, VerifiedMark } from './basics.tsx';

/** A person as a line in a list. */
export function PersonLine({ person, children }: { person: Schemas['PersonCard']; children?: ReactNode }) {
  const { name } = useWords();
  return (
    <div className="flex items-start gap-3">
      <Avatar name={person.name} />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2">
          <Link
            to="/people/$memberId"
            params={{ memberId: person.id }}
            className="font-semibold hover:text-jade hover:underline"
          >
            {person.name}
          </Link>
          {person.verified && <VerifiedMark />}
        </div>
        <p className="truncate text-sm text-soft">
          {person.current ? `${person.current.companyName} · ${person.current.title}` : person.headline}
          {person.cityId && ` · ${name('cities', person.cityId)}`}
        </p>
        {children}
      </div>
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.ts';
import { useSession } from '../app/session.ts';
import { Select } from '../components/basics.tsx';
import { ReachPerson } from './reach-actions.tsx';

/** Reaching a person from their page: a recruiter says about which role, everybody else writes to their connections. */
export function ReachFromPage({
  memberId,
  name,
  connected,
  postingId,
}: {
  memberId: string;
  name: string;
  connected: boolean;
  postingId: string | undefined;
}) {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const recruits = (session?.companies.length ?? 0) > 0;
  const roles = useQuery({
    queryKey: ['hire'],
    queryFn: () => answer(api.GET('/api/v1/hire/postings')),
    enabled: recruits,
  });
  const [chosen, setChosen] = useState(postingId ?? '');
  const open = roles.data?.items.filter((role) => role.state !== 'closed') ?? [];
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2">
      {open.length > 0 && (
        <div className="w-56 max-w-full">
          <Select
            aria-label={t('outreach.aboutRole')}
            value={chosen}
            options={[
              ['', t(connected ? 'outreach.aboutNone' : 'outreach.chooseRole')],
              ...open.map((role) => [role.id, role.title] as const),
            ]}
            onChange={(event) => setChosen(event.target.value)}
          />
        </div>
      )}
      <ReachPerson key={chosen} to={{ memberId, name, postingId: (recruits && chosen) || null }} />
    </div>
  );
}

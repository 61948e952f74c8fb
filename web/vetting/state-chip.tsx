import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { Chip } from '../components/basics.tsx';

type State = Schemas['MyCheck']['state'];
const TONE = {
  requested: 'amber',
  allowed: 'amber',
  released: 'jade',
  refused: 'plain',
  withdrawn: 'plain',
} as const satisfies Record<State, string>;

/** Where a check stands; `mine` says it to the candidate. */
export function StateChip({ state, mine = false }: { state: State; mine?: boolean }) {
  const { t } = useTranslation();
  const said = mine && state === 'requested' ? 'requestedOfMe' : mine && state === 'allowed' ? 'allowedByMe' : state;
  return <Chip tone={TONE[state]}>{t(`vetting.state.${said}`)}</Chip>;
}

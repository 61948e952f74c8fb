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

export function StateChip({ state }: { state: State }) {
  const { t } = useTranslation();
  return <Chip tone={TONE[state]}>{t(`vetting.state.${state}`)}</Chip>;
}

import type { z } from 'zod';
import type { AccountActor, Context } from '../../platform/index.ts';
import type { matchView } from '../model.ts';
import type { RankedList } from '../store.ts';
import type { Importance } from '../weights.ts';
import { recordShown } from './shown-store.ts';

type Shown = Pick<z.output<typeof matchView>, 'member' | 'parts' | 'stage'>;
type Asked = {
  readonly postingId: string | null;
  readonly companyId: string | null;
  readonly importance?: Importance;
};

/**
 * Keeps at which places people were shown, for the weights to learn from: of a posting's list whose weights nobody set
 * by hand, whoever was not in the pipeline already.
 */
export async function recordForLearning(
  context: Context,
  actor: AccountActor,
  { postingId, companyId, importance }: Asked,
  list: RankedList & { readonly id: string },
  items: readonly Shown[],
): Promise<void> {
  if (postingId === null || companyId === null || Object.keys(importance ?? {}).length > 0) return;
  const people = items.flatMap(({ member, parts, stage }) =>
    stage === null ? [{ memberId: member.id, rank: list.memberIds.indexOf(member.id) + 1, parts }] : [],
  );
  const { id: listId, weightsVersion: version } = list;
  await recordShown(context, { postingId, companyId, accountId: actor.id, listId, version, people });
}

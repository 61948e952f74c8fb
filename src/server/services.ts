import { applyToGraph, loadSocialGraph, type SocialGraph } from '../graph/index.ts';
import { loadTalentIndex, type TalentIndex } from '../matching/index.ts';
import { type Context, createLiveHub, currentPosition, followOutbox, type LiveHub } from '../platform/index.ts';

/** The read models and hubs that live as long as the server does. */
export type Services = {
  readonly live: LiveHub;
  readonly graph: SocialGraph;
  readonly talentIndex: TalentIndex;
  /** Resolves when the read models have taken in everything that was committed before. */
  catchUp(): Promise<void>;
  close(): Promise<void>;
};

/** Starts them, and lets them follow the outbox from before they were read: what came meanwhile is applied again, which changes nothing. */
export async function startServices(context: Context): Promise<Services> {
  const from = await currentPosition(context.db);
  const live = createLiveHub();
  const [graph, talentIndex] = await Promise.all([loadSocialGraph(context), loadTalentIndex(context)]);
  const following = await followOutbox(
    context,
    async (event) => {
      applyToGraph(graph, event);
      await talentIndex.apply(event);
      live.publish(event.audience, { kind: event.kind, key: event.key });
    },
    from,
  );
  return { live, graph, talentIndex, catchUp: following.catchUp, close: following.stop };
}

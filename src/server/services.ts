import { type Context, createLiveHub, followOutbox, type LiveHub } from '../platform/index.ts';

/** The read models and hubs that live as long as the server does. */
export type Services = {
  readonly live: LiveHub;
  close(): Promise<void>;
};

/** Starts them, and lets them follow the outbox. */
export async function startServices(context: Context): Promise<Services> {
  const live = createLiveHub();
  const following = await followOutbox(context, (event) => {
    live.publish(event.audience, { kind: event.kind, key: event.key });
  });
  return { live, close: () => following.stop() };
}

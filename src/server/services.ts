import { followVotes, keepValuing } from '../community/index.ts';
import { applyToGraph, loadSocialGraph, type SocialGraph } from '../graph/index.ts';
import { resolveDueForecasts, startLedger, startReportWork } from '../insights/index.ts';
import {
  type FollowingPostings,
  type FollowingSearch,
  type IndexPlace,
  keepFresh,
  keepLearning,
  loadPostingIndex,
  openTalentIndex,
} from '../matching/index.ts';
import {
  type Context,
  createLiveHub,
  currentPosition,
  followOutbox,
  type LiveHub,
  MAIL_QUEUED,
  smtpDelivery,
  startMailSender,
} from '../platform/index.ts';
import { endOverdueChecks } from '../vetting/index.ts';

/** The read models and hubs that live as long as the server does. */
export type Services = {
  readonly live: LiveHub;
  readonly graph: SocialGraph;
  readonly talentIndex: FollowingSearch;
  readonly postingIndex: FollowingPostings;
  /** The SMTP server that mail goes to; null where there is none. */
  readonly smtpUrl: string | null;
  /** Resolves when the read models have taken in everything that was committed before. */
  catchUp(): Promise<void>;
  close(): Promise<void>;
};

/** How mail leaves the network. */
export type OutgoingMail = { readonly smtpUrl: string | null; readonly mailFrom: string | null };
const NO_MAIL: OutgoingMail = { smtpUrl: null, mailFrom: null };

/** What makes reports to be made, or followers to be told. */
const REPORT_WORK = new Set(['report.published', 'report.drafted', 'report-schedule.changed']);

const TIDY_EVERY_MS = 3_600_000;

/** Now and every hour, what was promised to end ends. */
async function startTidying(context: Context): Promise<() => void> {
  const tidy = () =>
    endOverdueChecks(context).catch((error: unknown) =>
      context.log.warn('overdue checks cannot be ended now', { error: String(error) }),
    );
  await tidy();
  const timer = setInterval(() => void tidy(), TIDY_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

const FORECASTS_FIRST_MS = 15_000;

/** When the first pages are served, and every hour, forecasts that are due resolve by the data. */
function startResolving(context: Context): () => Promise<void> {
  let running = Promise.resolve();
  const run = () => {
    running = resolveDueForecasts(context).then(
      () => undefined,
      (error: unknown) => context.log.warn('forecasts cannot be resolved now', { error: String(error) }),
    );
  };
  const first = setTimeout(run, FORECASTS_FIRST_MS).unref();
  const hourly = setInterval(run, TIDY_EVERY_MS).unref();
  return async () => {
    clearTimeout(first);
    clearInterval(hourly);
    await running;
  };
}

/** Starts them, and lets them follow the outbox from before they were read: what came meanwhile is applied again, which changes nothing. */
export async function startServices(
  context: Context,
  outgoing: OutgoingMail = NO_MAIL,
  place: IndexPlace = 'memory',
): Promise<Services> {
  const from = await currentPosition(context.db);
  const live = createLiveHub();
  const [graph, talentIndex, postingIndex] = await Promise.all([
    loadSocialGraph(context),
    openTalentIndex(context, place),
    loadPostingIndex(context),
  ]);
  const { smtpUrl, mailFrom } = outgoing;
  const sender = smtpUrl === null ? null : startMailSender(context, smtpDelivery(smtpUrl, mailFrom));
  const reports = startReportWork(context, smtpUrl);
  const stopTidying = await startTidying(context);
  await startLedger(context);
  const stopResolving = startResolving(context);
  const following = await followOutbox(
    context,
    async (event) => {
      applyToGraph(graph, event);
      await followVotes(context, event);
      await talentIndex.apply(event);
      await postingIndex.apply(event);
      if (event.kind === MAIL_QUEUED) sender?.wake();
      if (REPORT_WORK.has(event.kind)) reports.wake();
      live.publish(event.audience, { kind: event.kind, key: event.key });
    },
    from,
  );
  const fresh = keepFresh(context, talentIndex);
  const learning = keepLearning(context, talentIndex);
  const valuing = keepValuing(context);
  return {
    live,
    graph,
    talentIndex,
    postingIndex,
    smtpUrl,
    catchUp: following.catchUp,
    async close() {
      stopTidying();
      await reports.stop();
      await stopResolving();
      await following.stop();
      await valuing.stop();
      await learning.stop();
      await fresh.stop();
      await sender?.stop();
    },
  };
}

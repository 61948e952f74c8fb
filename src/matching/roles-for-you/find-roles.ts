import { z } from 'zod';
import { blocksAround, loadCards, type SocialGraph } from '../../graph/index.ts';
import { findPostings, type PostingRow, presentPosting } from '../../jobs/index.ts';
import { findRole } from '../../language/index.ts';
import { type AccountActor, type Context, decodeCursor, encodeCursor, fail } from '../../platform/index.ts';
import { loadPeople, type Person } from '../../talent/index.ts';
import { industriesOf, roundedScore } from '../facts-of.ts';
import { candidateOf } from '../talent-index/candidate.ts';
import { readersProfile } from '../talent-index/profile.ts';
import type { TalentSearch } from '../talent-search.ts';
import type { Growth, Known, RoleFacts, UsualStay } from './facts.ts';
import { type FollowingPostings, firstDay, OPEN_DAYS } from './feed.ts';
import type { roleMatchView, rolesPage, rolesQuery } from './model.ts';
import { dateOf, dayOf } from './open-posting.ts';
import { inReadersOrder, type RankedPosting } from './posting-index.ts';
import { type Reading, type Relations, readingOf, relationsBy } from './reader.ts';
import { needsForReader, reasonsForReader, stepFor } from './reasons.ts';
import { type Conflicts, mayHearOf } from './rules.ts';
import {
  appliedTo,
  dismissedBy,
  newestOpenPostings,
  peopleAt,
  postingsBeforeAndSince,
  presentPlaces,
} from './store.ts';
import { whyNowFor } from './why-now.ts';

/** A few: past this a list is no longer one of what is worth hearing of. */
const MOST = 60;
const SHOWN_KNOWN = 3;
const MOST_CONNECTIONS = 3_000;

export type RoleModels = {
  readonly graph: SocialGraph;
  readonly talentIndex: Pick<TalentSearch, 'concepts'>;
  readonly postingIndex: FollowingPostings;
};

/** What lives between the calls: what answers what, and how long people stay. */
export type RoleMemory = {
  relations: Relations;
  readonly usualStay: (roleId: string) => Promise<UsualStay>;
};

/** The relations by the present concepts; made anew when these were learned anew. */
function relationsFor({ talentIndex }: RoleModels, memory: RoleMemory): Relations {
  if (memory.relations.concepts !== talentIndex.concepts) memory.relations = relationsBy(talentIndex.concepts);
  return memory.relations;
}

async function readerOf(context: Context, memberId: string): Promise<Person> {
  const person = (await loadPeople(context.db, [memberId])).get(memberId);
  if (person) return person;
  throw fail('not-found', 'no-profile', { zh: '您还没有资料', en: 'You have no profile yet' });
}

/** What is not for the reader, from rows, at this moment. */
async function conflictsOf(context: Context, actor: AccountActor, person: Person): Promise<Conflicts> {
  const [applied, dismissed, blocked] = await Promise.all([
    appliedTo(context.db, actor.id),
    dismissedBy(context.db, actor.id),
    blocksAround(context.db, actor.id),
  ]);
  const { worksFor, hiddenFrom } = candidateOf(
    readersProfile(person, () => null),
    context.clock.now(),
  );
  return {
    companies: new Set([...worksFor, ...hiddenFrom, ...actor.recruitsFor]),
    postings: new Set([...applied, ...dismissed.map((row) => row.posting_id)]),
    blocked,
    since: firstDay(context.clock.now()),
  };
}

async function knownPlaces(context: Context, graph: SocialGraph, memberId: string): Promise<Map<string, Known[]>> {
  const connections = graph.neighbours(memberId).slice(0, MOST_CONNECTIONS);
  const rows = await presentPlaces(context.db, connections, context.clock.now());
  return Map.groupBy(
    rows.map((row) => ({
      memberId: row.member_id,
      positionId: row.id,
      since: row.start_month,
      companyId: row.company_id,
    })),
    (row) => row.companyId,
  );
}

/** How many people two steps away work at each company. */
async function introducibleAt(context: Context, graph: SocialGraph, memberId: string, companyIds: readonly string[]) {
  const [near, people] = [graph.within(memberId, 2), await peopleAt(context.db, companyIds)];
  const counts = new Map<string, number>();
  for (const { memberId: id, companyId } of people) {
    if (id !== memberId && near.get(id) === 2) counts.set(companyId, (counts.get(companyId) ?? 0) + 1);
  }
  return counts;
}

/** How the companies' postings grew in each family of roles. */
async function growthAt(context: Context, companyIds: readonly string[]): Promise<Map<string, Growth>> {
  const today = dayOf(context.clock.now());
  const rows = await postingsBeforeAndSince(context.db, companyIds, {
    before: dateOf(today - 2 * OPEN_DAYS),
    since: dateOf(today - OPEN_DAYS),
  });
  const growth = new Map<string, Growth>();
  for (const row of rows) {
    const key = `${row.company_id} ${familyOf(row.role_id)}`;
    const before = growth.get(key) ?? { now: 0, before: 0 };
    growth.set(key, { now: before.now + row.now, before: before.before + row.before });
  }
  return growth;
}

const familyOf = (roleId: string | null): string => (roleId === null ? '' : (findRole(roleId)?.family ?? ''));

type Page = {
  readonly found: readonly RankedPosting[];
  readonly rows: ReadonlyMap<string, PostingRow>;
  readonly reading: Reading;
  readonly person: Person;
  readonly known: ReadonlyMap<string, readonly Known[]>;
};

async function presentMatches(context: Context, models: RoleModels, memory: RoleMemory, page: Page) {
  const { person, reading, found } = page;
  const companyIds = [...new Set(found.map(({ posting }) => posting.companyId))];
  const knownIds = companyIds.flatMap((id) =>
    (page.known.get(id) ?? []).slice(0, SHOWN_KNOWN).map((one) => one.memberId),
  );
  const current = reading.reader.candidate.roles.find((fact) => fact.since === 0);
  const [cards, introducible, growth, usual] = await Promise.all([
    loadCards(context, knownIds),
    introducibleAt(context, models.graph, person.member.id, companyIds),
    growthAt(context, companyIds),
    current ? memory.usualStay(current.roleId) : null,
  ]);
  const matches = new Map<string, z.output<typeof roleMatchView>>();
  for (const { posting, parts } of found) {
    const row = page.rows.get(posting.id);
    if (!row) continue;
    const known = page.known.get(posting.companyId) ?? [];
    const facts: RoleFacts = { posting, row, person, reading, parts, known, now: context.clock.now() };
    const ids = [...new Set(known.map((one) => one.memberId))];
    matches.set(posting.id, {
      score: roundedScore(parts),
      parts: { ...parts },
      step: stepFor(facts),
      reasons: reasonsForReader(facts),
      needs: needsForReader(facts),
      whyNow: whyNowFor(facts, growth.get(`${posting.companyId} ${familyOf(posting.roleId)}`) ?? null, usual),
      known: ids.slice(0, SHOWN_KNOWN).flatMap((id) => cards.get(id) ?? []),
      knownCount: ids.length,
      introducible: introducible.get(posting.companyId) ?? 0,
    });
  }
  return matches;
}

/** The rows of these postings, those that the reader may hear of at this moment. */
async function rowsOf(
  context: Context,
  ids: readonly string[],
  conflicts: Conflicts,
): Promise<Map<string, PostingRow>> {
  const rows = await findPostings(context.db, ids);
  return new Map(rows.filter((row) => mayHearOf(row, conflicts)).map((row) => [row.id, row]));
}

const shown = (row: PostingRow) => presentPosting(row, { applied: false, withBrief: false });
const isAfter = (after: readonly [number, number, string] | null) => (one: RankedPosting) => {
  if (!after) return true;
  const [score, day, id] = after;
  return inReadersOrder(one, { ...one, score, posting: { ...one.posting, day, id } }) > 0;
};

async function rankedRoles(
  context: Context,
  models: RoleModels,
  memory: RoleMemory,
  asked: { actor: AccountActor; person: Person; conflicts: Conflicts; query: z.output<typeof rolesQuery> },
): Promise<z.output<typeof rolesPage>> {
  const { person, conflicts, query } = asked;
  const now = context.clock.now();
  const after = decodeCursor(query.cursor, z.tuple([z.number(), z.number(), z.uuid()]));
  const [industryOf, known] = await Promise.all([
    industriesOf(context, [person]),
    knownPlaces(context, models.graph, person.member.id),
  ]);
  const profile = readersProfile(person, industryOf);
  const reader = {
    candidate: candidateOf(profile, now),
    desiredRoleIds: profile.desiredRoleIds,
    year: now.getUTCFullYear(),
  };
  const reading = readingOf(reader, relationsFor(models, memory));
  const { found, fitting } = models.postingIndex.find(reading, {
    withoutCompanies: conflicts.companies,
    without: conflicts.postings,
    known: new Set(known.keys()),
    since: conflicts.since,
    limit: MOST,
  });
  const rest = found.filter(isAfter(after));
  const page = rest.slice(0, query.limit);
  const rows = await rowsOf(
    context,
    page.map(({ posting }) => posting.id),
    conflicts,
  );
  const matches = await presentMatches(context, models, memory, { found: page, rows, reading, person, known });
  const last = page.at(-1);
  return {
    items: page.flatMap(({ posting }) => {
      const row = rows.get(posting.id);
      return row ? [{ posting: shown(row), match: matches.get(posting.id) ?? null }] : [];
    }),
    nextCursor:
      rest.length > page.length && last ? encodeCursor([last.score, last.posting.day, last.posting.id]) : null,
    personalised: true,
    fitting,
    searched: models.postingIndex.size,
  };
}

/** The newest first: nothing of the reader counts but what they asked for and what they put away themselves. */
async function newestRoles(
  context: Context,
  models: RoleModels,
  asked: { person: Person; conflicts: Conflicts; query: z.output<typeof rolesQuery> },
): Promise<z.output<typeof rolesPage>> {
  const { person, conflicts, query } = asked;
  const wishes = query.stated === 'true' ? person.preference : null;
  const found = await newestOpenPostings(context.db, {
    cityIds: wishes?.desired_city_ids ?? [],
    roleIds: wishes?.desired_role_ids ?? [],
    withoutCompanies: [...conflicts.companies],
    without: [...conflicts.postings],
    since: dateOf(conflicts.since),
    before: decodeCursor(query.cursor, z.tuple([z.iso.date(), z.uuid()])),
    limit: query.limit + 1,
  });
  const page = found.slice(0, query.limit);
  const rows = await rowsOf(
    context,
    page.map(({ id }) => id),
    conflicts,
  );
  const last = page.at(-1);
  return {
    items: page.flatMap(({ id }) => {
      const row = rows.get(id);
      return row ? [{ posting: shown(row), match: null }] : [];
    }),
    nextCursor: found.length > page.length && last ? encodeCursor([last.published_on, last.id]) : null,
    personalised: false,
    fitting: null,
    searched: models.postingIndex.size,
  };
}

/**
 * The few open postings worth hearing of for a member, with reasons; or, where they chose a list that is not aimed at
 * them, the newest ones. Nothing of what is read here is told to anybody.
 */
export async function findRoles(
  context: Context,
  models: RoleModels,
  memory: RoleMemory,
  asked: { readonly actor: AccountActor; readonly query: z.output<typeof rolesQuery> },
): Promise<z.output<typeof rolesPage>> {
  const person = await readerOf(context, asked.actor.id);
  const conflicts = await conflictsOf(context, asked.actor, person);
  return person.preference?.personalised === false
    ? newestRoles(context, models, { ...asked, person, conflicts })
    : rankedRoles(context, models, memory, { ...asked, person, conflicts });
}

import { makeCompanies } from '../companies.ts';
import { DEMO, type Table } from '../demo-accounts.ts';
import { makeWorld, type WorldSize } from '../make-world.ts';
import { BLOCK, type MadePerson, makePeople } from '../people.ts';
import { wishedRoles } from '../people-tables.ts';
import { type MadePosting, makePostingMonths } from '../postings.ts';
import { makeVerifications } from '../verifications.ts';

type Counts = Readonly<Record<string, number>>;
type Row = Readonly<Record<string, unknown>>;

/** What a report on AIGC for a period has to find, counted one by one from the generator's own records. */
export type ReportTruth = {
  /** New postings of the period by role, and people who applied to the field's postings in it, by the posting's role. */
  readonly demandByRole: Counts;
  readonly supplyByRole: Counts;
  /** The field's people by the role that they say they wish for. */
  readonly wishedByRole: Counts;
  /** As of the period's end, as the numbers below: counts of the field's people, and of everybody. */
  readonly people: PeopleTruth;
  readonly everybody: PeopleTruth;
  /** Those in the internet industry. */
  readonly internet: PeopleTruth;
  /** The field's people who came to a city, and who left it, with a change of employer in the last 12 months. */
  readonly arrivals: Counts;
  readonly departures: Counts;
  /** Pay that the field's people share, by role. */
  readonly sharedPay: Readonly<Record<string, readonly number[]>>;
  /** Posts of the period by topic, and who took part in them. */
  readonly topics: Readonly<Record<string, { readonly posts: number; readonly people: number }>>;
};

export type PeopleTruth = {
  readonly n: number;
  readonly byCity: Counts;
  readonly byIndustry: Counts;
  readonly byDegree: Counts;
  readonly byRole: Counts;
  readonly over30: number;
  readonly over35: number;
  readonly over3Years: number;
  readonly over5Years: number;
  readonly midAndSenior: number;
  readonly midAndSeniorVerified: number;
};

function countBy<T>(list: readonly T[], key: (one: T) => string): Counts {
  const counts: Record<string, number> = {};
  for (const one of list) counts[key(one)] = (counts[key(one)] ?? 0) + 1;
  return counts;
}

/** The job somebody had in a month, looked up month by month. */
function jobIn(person: MadePerson, month: number) {
  return person.positions.find((one) => one.start <= month && (one.end === null || one.end >= month));
}

function monthsWorked(person: MadePerson, month: number): number {
  let months = 0;
  const first = Math.min(...person.positions.map((one) => one.start));
  for (let at = first; at <= month; at++) if (jobIn(person, at)) months++;
  return months;
}

function peopleTruth(people: readonly MadePerson[], month: number, verified: ReadonlyMap<string, Date>): PeopleTruth {
  const year = Math.floor(month / 12);
  const end = new Date(Date.UTC(year, (month % 12) + 1, 1));
  const age = (person: MadePerson) => year - person.birthYear;
  const isVerified = (person: MadePerson) => {
    const at = verified.get(jobIn(person, month)?.id ?? '');
    return at !== undefined && at < end;
  };
  const upper = people.filter((person) => jobIn(person, month)?.seniority !== 'junior');
  return {
    n: people.length,
    byCity: countBy(people, (person) => person.cityId),
    byIndustry: countBy(people, (person) => jobIn(person, month)?.company.industryId ?? ''),
    byDegree: countBy(people, (person) => person.educations[0]?.degree ?? ''),
    byRole: countBy(people, (person) => jobIn(person, month)?.roleId ?? ''),
    over30: people.filter((person) => age(person) > 30).length,
    over35: people.filter((person) => age(person) > 35).length,
    over3Years: people.filter((person) => monthsWorked(person, month) > 36).length,
    over5Years: people.filter((person) => monthsWorked(person, month) > 60).length,
    midAndSenior: upper.length,
    midAndSeniorVerified: upper.filter(isVerified).length,
  };
}

function movesTruth(people: readonly MadePerson[], month: number) {
  const arrivals: string[] = [];
  const departures: string[] = [];
  for (const person of people) {
    for (const [n, to] of person.positions.entries()) {
      const from = person.positions[n + 1];
      if (!from || to.start > month || to.start < month - 11 || from.cityId === to.cityId) continue;
      arrivals.push(to.cityId);
      departures.push(from.cityId);
    }
  }
  return { arrivals: countBy(arrivals, (id) => id), departures: countBy(departures, (id) => id) };
}

const rowsOf = (tables: readonly Table[], name: string): Row[] =>
  tables
    .filter((table) => table.name === name)
    .flatMap((table) =>
      table.rows.map((row) => Object.fromEntries(table.columns.map((column, n) => [column, row[n]]))),
    );

const inMonths = (at: unknown, months: readonly string[]) =>
  at instanceof Date && months.includes(at.toISOString().slice(0, 7));

function supplyTruth(rows: readonly Row[], field: ReadonlyMap<string, MadePosting>, months: readonly string[]): Counts {
  const pairs = new Set<string>();
  for (const row of rows) {
    const posting = field.get(String(row.posting_id));
    if (posting && inMonths(row.applied_at, months)) pairs.add(`${posting.roleId} ${row.member_id}`);
  }
  return countBy([...pairs], (pair) => pair.split(' ')[0] ?? '');
}

function topicsTruth(
  posts: readonly Row[],
  comments: readonly Row[],
  months: readonly string[],
): ReportTruth['topics'] {
  const topics: Record<string, { posts: number; people: Set<unknown> }> = {};
  for (const post of posts.filter((row) => inMonths(row.created_at, months))) {
    for (const topic of Array.isArray(post.topics) ? post.topics : []) {
      topics[topic] ??= { posts: 0, people: new Set() };
      topics[topic].posts++;
      topics[topic].people.add(post.author_id);
      for (const comment of comments) if (comment.post_id === post.id) topics[topic].people.add(comment.author_id);
    }
  }
  return Object.fromEntries(
    Object.entries(topics).map(([name, { posts: count, people }]) => [name, { posts: count, people: people.size }]),
  );
}

/**
 * Makes the whole world again in memory and counts what a report on AIGC for these months (`2023-01`, …) has to find. Slow
 * and obvious on purpose; it knows neither the database, nor the warehouse, nor the field's definition.
 */
export function reportTruth(size: WorldSize, months: readonly string[]): ReportTruth {
  const companies = makeCompanies(size.seed, size.companies);
  const people: MadePerson[] = [];
  const verified = new Map<string, Date>();
  for (let block = 0; block * BLOCK < size.members; block++) {
    const made = makePeople(size.seed, block, Math.min(BLOCK, size.members - block * BLOCK), companies, DEMO);
    for (const one of makeVerifications(size.seed, made)) verified.set(one.positionId, one.at);
    people.push(...made);
  }
  const tables = [...makeWorld(size)].flatMap((portion) => portion.tables);
  const postings = [...makePostingMonths(size.seed, size.postings, companies)].flat().filter((posting) => posting.aigc);
  const last = months.at(-1) ?? '';
  const month = Number(last.slice(0, 4)) * 12 + Number(last.slice(5)) - 1;
  const field = people.filter((person) => person.aigc);
  const sharing = field.filter((person) => person.sharesPay);
  const pay = Map.groupBy(sharing, (person) => jobIn(person, month)?.roleId ?? '');
  return {
    demandByRole: countBy(
      postings.filter((posting) => months.includes(posting.day.slice(0, 7))),
      (posting) => posting.roleId,
    ),
    supplyByRole: supplyTruth(
      rowsOf(tables, 'application'),
      new Map(postings.map((posting) => [posting.id, posting])),
      months,
    ),
    wishedByRole: countBy(field.flatMap(wishedRoles), (roleId) => roleId),
    people: peopleTruth(field, month, verified),
    everybody: peopleTruth(people, month, verified),
    internet: peopleTruth(
      people.filter((person) => jobIn(person, month)?.company.industryId === 'internet'),
      month,
      verified,
    ),
    ...movesTruth(field, month),
    sharedPay: Object.fromEntries(
      [...pay].map(([role, list]) => [role, list.map((person) => jobIn(person, month)?.yearlyPay ?? 0)]),
    ),
    topics: topicsTruth(rowsOf(tables, 'post'), rowsOf(tables, 'comment'), months),
  };
}

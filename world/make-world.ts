import { type Applicant, makeApplications } from './applications.ts';
import { type MadeCircle, makeCircles } from './circles.ts';
import { makePostMonths, type Speaker } from './community.ts';
import { type MadeCompany, makeCompanies } from './companies.ts';
import type { Cell } from './copy-rows.ts';
import { DEMO, type Table } from './demo-accounts.ts';
import { type Candidate, findCandidates } from './demo-candidates.ts';
import { demoLife } from './demo-life.ts';
import { forecastTables } from './forecasts.ts';
import { applicationTable, postingTable, postTables, referenceTables, shownTable } from './network-tables.ts';
import { BLOCK, type MadePerson, makePeople } from './people.ts';
import { peopleTables } from './people-tables.ts';
import { type MadePosting, makePostingMonths } from './postings.ts';
import { chance } from './random.ts';
import { tourCheck } from './tour.ts';
import { makeVerifications } from './verifications.ts';

export type WorldSize = {
  readonly members: number;
  readonly companies: number;
  readonly postings: number;
  readonly seed: number;
};
export const DEFAULT_SIZE: WorldSize = { members: 5_000, companies: 400, postings: 60_000, seed: 20_230_331 };

/** Some of the world's rows, and how far it has come. */
export type Portion = {
  readonly tables: readonly Table[];
  readonly done: number;
  readonly total: number;
  readonly label: { readonly zh: string; readonly en: string };
  /** The demo's people, with the first portion that has people. */
  readonly demo?: readonly MadePerson[];
};

const HUBS_OF_A_BLOCK = 25;
const MOST_APPLICANTS = 40_000;
const LARGEST_CROWD = 3_000;

/** What later parts of the world need to know of its people: some of them, so that memory is bounded. */
type Memory = {
  readonly hubs: MadePerson[];
  readonly applicants: Applicant[];
  readonly crowds: Map<string, Speaker[]>;
};

function remember(memory: Memory, people: readonly MadePerson[], tables: readonly Table[]): void {
  const byId = new Map(people.map((person) => [person.id, person]));
  memory.hubs.push(...people.slice(0, HUBS_OF_A_BLOCK));
  for (const person of people) {
    if (person.n < DEMO.length || memory.applicants.length >= MOST_APPLICANTS) continue;
    const companyIds = person.positions.filter((one) => one.end === null).map((one) => one.company.id);
    memory.applicants.push({
      id: person.id,
      companyIds,
      roleId: person.positions[0]?.roleId ?? '',
      joined: person.joined,
      findable: person.findableBy === 'recruiters',
    });
  }
  for (const [memberId, circleId] of tables.find((table) => table.name === 'circle_member')?.rows ?? []) {
    const person = byId.get(String(memberId));
    const crowd = memory.crowds.get(String(circleId)) ?? [];
    memory.crowds.set(String(circleId), crowd);
    if (person && crowd.length < LARGEST_CROWD)
      crowd.push({ id: person.id, english: person.english, joined: person.joined });
  }
}

/** People whom the recruiters have saved for their newest open postings, and the entry in each one's file. */
function pipelineTables(
  seed: number,
  postings: readonly MadePosting[],
  companies: readonly MadeCompany[],
  owners: readonly MadePerson[],
  memory: Memory,
  own: readonly Cell[][],
): Table[] {
  const random = chance(seed, 'pipeline');
  const taken = new Set(own.map((row) => `${row[0]} ${row[1]}`));
  const rows = owners.flatMap((owner, i) =>
    postings
      .filter((posting) => posting.company === companies[i])
      .sort((a, b) => Number(b.aigc) - Number(a.aigc))
      .slice(0, 4)
      .flatMap((posting) => {
        const free = memory.applicants.filter(
          (one) =>
            one.findable && !one.companyIds.includes(posting.company.id) && !taken.has(`${posting.id} ${one.id}`),
        );
        const fit = free.filter((one) => one.roleId === posting.roleId);
        const at = new Date(Date.parse(`${posting.day}T06:00:00Z`));
        return random
          .some((fit.length > 0 ? fit : free).slice(0, 200), 5)
          .map((one) => ({ posting, memberId: one.id, recruiterId: owner.id, at }));
      }),
  );
  return [
    {
      name: 'pipeline_entry',
      columns: ['posting_id', 'member_id', 'stage', 'added_by', 'added_at', 'moved_at'],
      rows: [...own, ...rows.map((row) => [row.posting.id, row.memberId, 'saved', row.recruiterId, row.at, row.at])],
    },
    shownTable(random, rows),
  ];
}

/**
 * The world, portion by portion, always the same for the same size and seed. Memory holds one block of people or one
 * month of postings, and a bounded sample of the people made so far.
 */
export function* makeWorld(size: WorldSize): Generator<Portion> {
  const { seed } = size;
  const companies = makeCompanies(seed, size.companies);
  const circles: MadeCircle[] = makeCircles(seed, companies);
  const total = size.members + size.postings;
  let done = 0;
  yield {
    tables: referenceTables(companies, circles),
    done,
    total,
    label: { zh: '公司与圈子', en: 'companies and circles' },
  };
  const memory: Memory = { hubs: [], applicants: [], crowds: new Map() };
  let demo: readonly MadePerson[] = [];
  let candidates: readonly Candidate[] = [];
  for (let block = 0; block * BLOCK < size.members; block++) {
    const people = makePeople(seed, block, Math.min(BLOCK, size.members - block * BLOCK), companies, DEMO);
    const tables = peopleTables(seed, people, memory.hubs, circles);
    remember(memory, people, tables);
    done += people.length;
    if (block === 0) {
      demo = people.slice(0, DEMO.length);
      candidates = findCandidates(people, DEMO.length, companies[0]?.id ?? '', [...makeVerifications(seed, people)]);
    }
    yield {
      tables,
      done,
      total,
      label: { zh: '职业生涯与人脉', en: 'careers and connections' },
      ...(block === 0 && { demo }),
    };
  }
  const owners = demo.filter((person) => DEMO[person.n]?.role.startsWith('recruiter'));
  const ownerOf = (company: MadeCompany) => owners[companies.indexOf(company)]?.id ?? null;
  let latest: readonly MadePosting[] = [];
  for (const postings of makePostingMonths(seed, size.postings, companies)) {
    const month = postings[0]?.day.slice(0, 7) ?? '';
    const applications = makeApplications(seed, month, postings, memory.applicants);
    done += postings.length;
    latest = postings;
    yield {
      tables: [postingTable(postings, ownerOf), applicationTable(applications)],
      done,
      total,
      label: { zh: `职位与投递 ${month}`, en: `postings ${month}` },
    };
  }
  const perMonth = Math.max(24, size.members / 60);
  for (const posts of makePostMonths(seed, circles, memory.crowds, perMonth)) {
    yield { tables: postTables(posts), done, total, label: { zh: '圈子里的讨论', en: 'conversations' } };
  }
  const open = (company: MadeCompany | undefined) =>
    latest.filter((posting) => posting.company === company).sort((a, b) => Number(b.aigc) - Number(a.aigc));
  const [postings, secondPostings] = [open(companies[0]), open(companies[1])];
  const tour = tourCheck(seed, demo, postings);
  const life = demoLife(seed, { demo, candidates, postings, secondPostings });
  yield {
    tables: [
      ...pipelineTables(seed, latest, companies, owners, memory, [...tour.pipeline, ...life.pipeline]),
      tour.checks,
      ...life.tables,
      ...forecastTables(seed, demo, memory.applicants),
    ],
    done: total,
    total,
    label: { zh: '招聘流程', en: 'pipelines' },
  };
}

import { readRoleBrief } from '../src/language/index.ts';
import {
  basketOf,
  candidateOf,
  emptyPostingIndex,
  openPostingOf,
  planOf,
  readersProfile,
  readingOf,
  relationsBy,
  scoreParts,
  Togetherness,
} from '../src/matching/index.ts';
import { makeCompanies } from '../world/companies.ts';
import { makePeople } from '../world/people.ts';
import { makePostingMonths } from '../world/postings.ts';
import { personOf } from './measuring/made-people.ts';
import { percentile } from './measuring/metrics.ts';

// `npm run bench roles [POSTINGS] [READERS]`: how long a member waits for the open postings worth hearing of, among all
// that are open; beside reading each posting as a recruiter's list would read its brief.
const [postings = 100_000, readers = 300] = process.argv.slice(2).map(Number);
const NOW = new Date('2023-03-31T01:00:00Z');
const TODAY = 19_447;
const OPEN_DAYS = 90;
const say = (line: string) => process.stdout.write(`${line}\n`);

const companies = makeCompanies(7, 2_000);
const index = emptyPostingIndex();
const rows = [...makePostingMonths(7, postings, companies)].flat().slice(0, postings);
const started = performance.now();
const open = rows.map((row, n) => ({
  ...openPostingOf({
    id: row.id,
    company_id: row.company.id,
    company_industry_id: row.company.industryId,
    title: row.title,
    role_id: row.roleId,
    seniority: row.seniority,
    city_id: row.cityId,
    brief_city_ids: null,
    remote: false,
    degree: row.degree,
    years_min: row.yearsMin,
    years_max: null,
    pay_min: row.payMin,
    pay_max: row.payMax,
    pay_currency: 'CNY',
    must_skills: row.mustSkills,
    nice_skills: row.niceSkills,
    published_on: row.day,
  }),
  day: TODAY - (n % OPEN_DAYS),
}));
for (const posting of open) index.put(posting);
say(`${index.size} open postings taken in: ${Math.round(performance.now() - started)} ms`);

const people = makePeople(7, 0, 2_000, companies, []).map(personOf);
const profiles = people.map((person) => readersProfile(person, () => 'internet'));
const together = new Togetherness();
for (const profile of profiles) together.add(basketOf(profile));
const relations = relationsBy(together.learn());
const options = { withoutCompanies: new Set<string>(), without: new Set<string>(), known: new Set<string>() };

const times: number[] = [];
let found = 0;
for (const profile of profiles.slice(0, readers + 1)) {
  const before = performance.now();
  const reader = { candidate: candidateOf(profile, NOW), desiredRoleIds: profile.desiredRoleIds, year: 2023 };
  const list = index.find(readingOf(reader, relations), { ...options, since: TODAY - OPEN_DAYS, limit: 60 });
  times.push(performance.now() - before);
  found += list.found.length;
}
const [first = 0, ...rest] = times;
say(`the first reader, for whom what answers what is worked out: ${Math.round(first)} ms`);
say(
  `${rest.length} more: p50 ${percentile(rest, 0.5).toFixed(1)} ms, p99 ${percentile(rest, 0.99).toFixed(1)} ms; ${(found / times.length).toFixed(0)} postings each`,
);

// The same postings, each read as a brief of its own: what a recruiter's list does once for all of its people.
const SAMPLE = 300;
const [candidate] = profiles.map((profile) => candidateOf(profile, NOW));
const empty = readRoleBrief('');
const stated = <T>(value: T) => ({ value, span: null });
const sampled = performance.now();
for (const posting of open.slice(0, SAMPLE)) {
  const plan = planOf(
    {
      ...empty,
      roleId: posting.roleId,
      mustSkills: posting.asked.map(({ skill }) => stated(skill)),
      cityIds: posting.cityIds.map(stated),
    },
    { industryId: posting.industryId, concepts: relations.concepts },
  );
  if (candidate) scoreParts(plan, candidate, { steps: null, words: null, year: 2023 });
}
const all = ((performance.now() - sampled) / SAMPLE) * open.length;
say(
  `posting by posting: ${(all / 1_000).toFixed(1)} s for all of them, ${Math.round(all / percentile(rest, 0.5))} times as long (from ${SAMPLE} of them)`,
);

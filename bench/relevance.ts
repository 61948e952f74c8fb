import { readRoleBrief } from '../src/language/index.ts';
import { type Concepts, profileOf, termsOf } from '../src/matching/index.ts';
import { type Person, yearsOfExperience } from '../src/talent/index.ts';
import { WORLD_ENDS } from '../world/careers.ts';
import { type MadeCompany, makeCompanies } from '../world/companies.ts';
import { DEFAULT_SIZE } from '../world/index.ts';
import { BLOCK, type MadePerson, makePeople } from '../world/people.ts';
import { type MadePosting, makePostingMonths } from '../world/postings.ts';
import { gradeOf, suitability } from '../world/truth/suitability.ts';
import { bm25 } from './measuring/bm25.ts';
import { directionOf, directionOfBrief, likeness, quantised } from './measuring/directions.ts';
import { personOf, textOf } from './measuring/made-people.ts';
import { mean, ndcg, recall, reciprocalRank } from './measuring/metrics.ts';
import { learnFrom, planOfPosting, rankerOf } from './measuring/our-ranker.ts';

const WELL = 2;
const DEEP = 100;
const QUERIES = 60;
/** People of each language. Recall and rank say nothing in a crowd that is too small. */
const CROWD = 6_000;

/** Ranks a crowd for a posting's text: the numbers of people, best first, at most `DEEP`. */
export type Ranker = (posting: MadePosting) => readonly number[];

type Crowd = { readonly made: readonly MadePerson[]; readonly people: readonly Person[] };

/** Whom every system may show for this posting: the rule about one's own employer holds for all of them alike. */
const mayShow = (person: MadePerson, posting: MadePosting) =>
  !person.positions.some((row) => row.end === null && row.company.id === posting.company.id);

function makeCrowds(): { zh: Crowd; en: Crowd } {
  const companies = makeCompanies(DEFAULT_SIZE.seed, DEFAULT_SIZE.companies);
  const zh: MadePerson[] = [];
  const en: MadePerson[] = [];
  for (let block = 0; zh.length < CROWD || en.length < CROWD; block++) {
    for (const person of makePeople(DEFAULT_SIZE.seed, block, BLOCK, companies, [])) {
      const crowd = person.english ? en : zh;
      if (person.findableBy === 'recruiters' && crowd.length < CROWD) crowd.push(person);
    }
  }
  return { zh: { made: zh, people: zh.map(personOf) }, en: { made: en, people: en.map(personOf) } };
}

/** Postings of the last six weeks, spread over them, for which at least somebody of the crowd would do well. */
function questions(english: boolean): MadePosting[] {
  const companies = makeCompanies(DEFAULT_SIZE.seed, DEFAULT_SIZE.companies);
  const all = [...makePostingMonths(DEFAULT_SIZE.seed, DEFAULT_SIZE.postings, companies)]
    .flat()
    .filter((posting) => posting.english === english && posting.day >= '2023-01-15');
  const step = Math.max(1, Math.floor(all.length / (3 * QUERIES)));
  return all.filter((_, i) => i % step === 0);
}

const byScore = (scores: Iterable<readonly [number, number]>) =>
  [...scores].sort(([i, a], [j, b]) => b - a || i - j).map(([n]) => n);

/** The rankers to beat, each alone. */
function peersOf(crowd: Crowd, companies: readonly MadeCompany[], concepts: Concepts): Record<string, Ranker> {
  const words = bm25(crowd.people.map((person) => termsOf(textOf(person))));
  const listed = crowd.people.map((person) => new Set(person.skills.map((row) => row.skill)));
  const industries = new Map(companies.map((company) => [company.id, company.industryId]));
  const directions = crowd.people.map((person) => {
    const profile = profileOf(person, (id) => industries.get(id) ?? null);
    return profile && quantised(directionOf(concepts, profile));
  });
  return {
    'BM25 alone': (posting) => byScore(words(termsOf(`${posting.title}\n${posting.description}`))),
    'skills overlap alone': (posting) => {
      const brief = readRoleBrief(`${posting.title}\n${posting.description}`);
      const asked = [...brief.mustSkills, ...brief.niceSkills].map((part) => part.value);
      return byScore(listed.map((skills, n) => [n, asked.filter((id) => skills.has(id)).length] as const));
    },
    'vectors alone': (posting) => {
      const wanted = quantised(directionOfBrief(concepts, planOfPosting(posting, null)));
      return byScore(directions.map((own, n) => [n, own ? likeness(wanted, own) : -1] as const));
    },
  };
}

type Measured = { readonly ndcg: number; readonly recall: number; readonly mrr: number };

/** A peer helped by the plain filters of any job board: the posting's city (home or wished for) and years, as the brief reads them. */
function filtered(ranker: Ranker, crowd: Crowd): Ranker {
  const years = crowd.people.map((person) => yearsOfExperience(person.positions, WORLD_ENDS) ?? 0);
  return (posting) => {
    const brief = readRoleBrief(`${posting.title}\n${posting.description}`);
    const cities = new Set(brief.cityIds.map((part) => part.value));
    return ranker(posting).filter((n) => {
      const person = crowd.people[n];
      if (!person || (years[n] ?? 0) < (brief.years?.value.min ?? 0)) return false;
      const places = [person.member.city_id ?? '', ...(person.preference?.desired_city_ids ?? [])];
      return cities.size === 0 || places.some((id) => cities.has(id));
    });
  };
}

function measure(ranker: Ranker, asked: readonly { posting: MadePosting; grades: number[] }[]): Measured {
  const each = asked.map(({ posting, grades }) => {
    const found = ranker(posting).filter((n) => grades[n] !== undefined && grades[n] >= 0);
    const got = found.slice(0, DEEP).map((n) => grades[n] ?? 0);
    const all = grades.filter((grade) => grade > 0);
    return { ndcg: ndcg(got, all, 10), recall: recall(got, all, DEEP, WELL), mrr: reciprocalRank(got, WELL) };
  });
  return {
    ndcg: mean(each.map((one) => one.ndcg)),
    recall: mean(each.map((one) => one.recall)),
    mrr: mean(each.map((one) => one.mrr)),
  };
}

const line = (name: string, { ndcg, recall, mrr }: Measured) =>
  `  ${name.padEnd(38)} nDCG@10 ${ndcg.toFixed(3)}   recall@100 ${recall.toFixed(3)}   MRR ${mrr.toFixed(3)}\n`;

function ahead(ours: Measured, theirs: Measured): string {
  const by = (key: keyof Measured, width: number) => {
    const percent = 100 * (ours[key] / theirs[key] - 1);
    return (theirs[key] === 0 ? 'from 0' : `${percent >= 0 ? '+' : ''}${percent.toFixed(0)} %`).padEnd(width);
  };
  return `${by('ndcg', 15)} ${by('recall', 18)} ${by('mrr', 0)}`;
}

/**
 * Who would really do well, as the made-up world knows and no ranker reads, against four ways of ranking, for each
 * pair of languages (of the posting, and of the profiles). Prints how far ours is ahead of each.
 */
export async function benchRelevance(): Promise<void> {
  const crowds = makeCrowds();
  const companies = makeCompanies(DEFAULT_SIZE.seed, DEFAULT_SIZE.companies);
  const concepts = learnFrom(
    [...crowds.zh.people, ...crowds.en.people],
    [...makePostingMonths(DEFAULT_SIZE.seed, DEFAULT_SIZE.postings, companies)].flat(),
    companies,
  );
  const write = (text: string) => process.stdout.write(text);
  write(`relevance: ${CROWD} profiles and up to ${QUERIES} postings a pair; grades 0-3 from the world's truth\n`);
  for (const [from, english] of [
    ['zh', false],
    ['en', true],
  ] as const) {
    for (const to of ['zh', 'en'] as const) {
      const crowd = crowds[to];
      const asked = questions(english)
        .map((posting) => ({
          posting,
          // -1: not to be shown, by anybody.
          grades: crowd.made.map((person) => (mayShow(person, posting) ? gradeOf(suitability(person, posting)) : -1)),
        }))
        .filter(({ grades }) => grades.some((grade) => grade >= WELL))
        .slice(0, QUERIES);
      const well = mean(asked.map(({ grades }) => grades.filter((grade) => grade >= WELL).length));
      write(`${from}→${to}: ${asked.length} postings, ${well.toFixed(1)} people a posting would do well\n`);
      const ours = measure(rankerOf(crowd.people, companies, concepts), asked);
      write(line('ours', ours));
      for (const [name, ranker] of Object.entries(peersOf(crowd, companies, concepts))) {
        for (const [peer, called] of [
          [ranker, name],
          [filtered(ranker, crowd), `${name}, in place and years`],
        ] as const) {
          const theirs = measure(peer, asked);
          write(line(called, theirs));
          write(`  ${'  ours against it'.padEnd(38)} ${ahead(ours, theirs)}\n`);
        }
      }
    }
  }
}

if (import.meta.main) await benchRelevance();

import { companyName } from './names.ts';
import { chance, dealt, madeId } from './random.ts';

export type MadeCompany = {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly industryId: string;
  readonly cityId: string;
  readonly sizeBand: string;
  readonly domain: string;
};

const INDUSTRIES = {
  internet: 0.2,
  ai: 0.07,
  fintech: 0.07,
  games: 0.07,
  ecommerce: 0.08,
  'enterprise-software': 0.09,
  hardware: 0.07,
  education: 0.05,
  media: 0.04,
  'new-energy-vehicles': 0.04,
  semiconductors: 0.05,
  biomedicine: 0.05,
  manufacturing: 0.04,
  finance: 0.03,
  consulting: 0.02,
  'consumer-goods': 0.02,
  logistics: 0.01,
};
const CITIES = {
  beijing: 0.27,
  shanghai: 0.19,
  shenzhen: 0.16,
  hangzhou: 0.11,
  guangzhou: 0.09,
  chengdu: 0.06,
  nanjing: 0.04,
  wuhan: 0.04,
  suzhou: 0.02,
  xian: 0.02,
};
const SIZES = { '1-49': 0.2, '50-199': 0.3, '200-999': 0.3, '1000-9999': 0.17, '10000+': 0.03 };
export const WORLD_BEGAN = new Date('2018-12-01T00:00:00Z');

/** The companies; the first is an internet company and the second an AI company, both in Beijing, for the demo's recruiters. */
export function makeCompanies(seed: number, count: number): MadeCompany[] {
  const random = chance(seed, 'companies');
  const industries = dealt(random, count, INDUSTRIES);
  const first = industries.indexOf('internet');
  if (first > 0) industries.splice(0, 0, ...industries.splice(first, 1));
  const second = industries.indexOf('ai');
  if (second > 1) industries.splice(1, 0, ...industries.splice(second, 1));
  return industries.map((industryId, n) => {
    const own = chance(seed, `company/${n}`);
    const name = companyName(n, industryId);
    return {
      id: madeId(own, WORLD_BEGAN),
      zh: name.zh,
      en: name.en,
      industryId,
      cityId: n < 2 ? 'beijing' : own.weighted(CITIES),
      sizeBand: n < 3 ? '10000+' : own.weighted(SIZES),
      domain: `${name.en.toLowerCase().replaceAll(/[^a-z0-9]+/g, '')}.example`,
    };
  });
}

/** Companies by industry, the large ones as often as they are large: a hat to draw employers from. */
export type Employers = {
  readonly all: readonly MadeCompany[];
  readonly of: ReadonlyMap<string, readonly MadeCompany[]>;
};

const WEIGHT: Readonly<Record<string, number>> = { '1-49': 1, '50-199': 2, '200-999': 4, '1000-9999': 9, '10000+': 18 };

export function drawEmployers(companies: readonly MadeCompany[]): Employers {
  const all = companies.flatMap((company) => Array.from({ length: WEIGHT[company.sizeBand] ?? 1 }, () => company));
  return { all, of: Map.groupBy(all, (company) => company.industryId) };
}

import { z } from 'zod';
import { plainText } from './plain-text.ts';

const record = z.record(z.string(), z.unknown());

/** Whether an object is a JobPosting of schema.org. */
export function isJobPosting(value: Record<string, unknown>): boolean {
  const type = value['@type'];
  return (Array.isArray(type) ? type : [type]).some((name) => /(?:^|[/:])JobPosting$/u.test(String(name)));
}

/** Every JobPosting in a JSON-LD document: alone, in an array, in `@graph`, or as the item of a list. */
export function postingsIn(document: unknown, depth = 0): Record<string, unknown>[] {
  if (depth > 6) return [];
  if (Array.isArray(document)) return document.flatMap((value) => postingsIn(value, depth + 1));
  const object = record.safeParse(document);
  if (!object.success) return [];
  if (isJobPosting(object.data)) return [object.data];
  const { '@graph': graph, itemListElement, item, mainEntity } = object.data;
  return [graph, itemListElement, item, mainEntity].flatMap((value) =>
    value === undefined ? [] : postingsIn(value, depth + 1),
  );
}

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
const part = (value: unknown, name: string): unknown => {
  const object = record.safeParse(first(value));
  return object.success ? object.data[name] : undefined;
};
const words = (value: unknown): string => {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(words).filter(Boolean).join(', ');
  const name = part(value, 'name');
  return typeof name === 'string' ? name : '';
};

/** `baseSalary` (MonetaryAmount or a number) as people write it, for the reader of pay. */
function payWords(baseSalary: unknown, currencyBeside: unknown): string {
  if (typeof baseSalary === 'string' || typeof baseSalary === 'number') return `${words(currencyBeside)} ${baseSalary}`;
  const currency = words(part(baseSalary, 'currency')) || words(currencyBeside);
  const value = part(baseSalary, 'value');
  const amount = record.safeParse(first(value));
  const low = amount.success ? amount.data.minValue : part(baseSalary, 'minValue');
  const high = amount.success ? amount.data.maxValue : part(baseSalary, 'maxValue');
  const single = amount.success ? amount.data.value : value;
  const unit = words(amount.success ? amount.data.unitText : part(baseSalary, 'unitText'));
  return payLine({ low: words(low ?? single), high: words(high), currency, unit });
}

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^(?:hour|hr|h\b|时|小时)/iu, 'hour'],
  [/^(?:day|daily|d\b|日|天)/iu, 'day'],
  [/^(?:week|wk|周)/iu, 'week'],
  [/^(?:month|mon|m\b|月)/iu, 'month'],
  [/^(?:year|yr|ann|y\b|年)/iu, 'year'],
];

/** Pay that stands in several cells, as one line: "USD 30-40/hour". */
export function payLine(parts: { low: string; high: string; currency: string; unit: string }): string {
  const low = parts.low.trim();
  const high = parts.high.trim();
  if (low === '' && high === '') return '';
  const amount = low && high ? `${low}-${high}` : low ? low : `up to ${high}`;
  const unit = UNITS.find(([name]) => name.test(parts.unit.trim()))?.[1];
  return `${parts.currency.trim() ? `${parts.currency.trim()} ` : ''}${amount}${unit ? `/${unit}` : ''}`;
}

function placeWords(value: Record<string, unknown>): string {
  const remote = /TELECOMMUTE/u.test(words(value.jobLocationType)) ? 'Remote' : '';
  const address = part(value.jobLocation, 'address') ?? value.jobLocation;
  const parts =
    typeof address === 'string'
      ? [address]
      : ['addressLocality', 'addressRegion'].map((name) => words(part(address, name)));
  return [...new Set([...parts, remote])].filter(Boolean).join(', ');
}

function degreeWords(value: unknown): string {
  const category = part(value, 'credentialCategory');
  return words(category ?? value);
}

function yearsWords(value: unknown): string {
  const months = Number(part(value, 'monthsOfExperience'));
  if (Number.isFinite(months) && months >= 0 && part(value, 'monthsOfExperience') !== undefined)
    return months === 0 ? 'no experience' : `${Math.round(months / 12)}+ years`;
  return words(value);
}

/** A JobPosting (schema.org, Google's guide to job postings) as named cells. */
export function rowOfJobPosting(value: Record<string, unknown>): Map<string, string> {
  const cells: readonly (readonly [string, string])[] = [
    ['title', words(value.title) || words(value.name)],
    ['company', words(value.hiringOrganization)],
    ['location', placeWords(value)],
    ['salary', payWords(value.baseSalary ?? value.estimatedSalary, value.salaryCurrency)],
    ['education', degreeWords(value.educationRequirements)],
    ['experience', yearsWords(value.experienceRequirements)],
    ['skills', words(value.skills)],
    ['industry', words(value.industry)],
    ['openings', words(value.totalJobOpenings)],
    ['date_posted', words(value.datePosted)],
    ['valid_through', words(value.validThrough)],
    ['description', plainText([value.description, value.responsibilities, value.qualifications].map(words).join('\n'))],
    ['url', words(value.url) || words(value['@id'])],
    ['identifier', words(part(value.identifier, 'value') ?? value.identifier)],
  ];
  return new Map(cells);
}

const READ = ['title', 'company', 'location', 'salary', 'education', 'experience', 'skills', 'description'];
const MARKS: Readonly<Record<string, string>> = { location: 'Location: ', salary: 'Salary: ', skills: 'Skills: ' };

/** A JobPosting as the text that a reader of descriptions is given: what it states, a line each, then its description. */
export function textOfJobPosting(value: Record<string, unknown>): string {
  const cells = rowOfJobPosting(value);
  return READ.flatMap((name) => {
    const cell = (cells.get(name) ?? '').trim();
    return cell === '' ? [] : [`${MARKS[name] ?? ''}${cell}`];
  }).join('\n');
}

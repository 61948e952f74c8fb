import { createHash } from 'node:crypto';
import {
  cityInAddress,
  detectLanguage,
  linkIndustry,
  linkSkill,
  normaliseCompanyName,
  type PlaceCell,
  readDay,
  readDegree,
  readHeadcount,
  readPay,
  readPlace,
  readPostingText,
  readSeniority,
  readYears,
} from '../../language/index.ts';
import type { Text } from '../../platform/index.ts';
import { payLine } from './job-posting-ld.ts';
import type { CellOutcome, Field, ImportOptions, UnderstoodPosting } from './model.ts';
import { plainText } from './plain-text.ts';
import { splitRequirements } from './requirements.ts';

const LONGEST_DESCRIPTION = 60_000;
const LONGEST_NAME = 200;
const LARGEST_INTEGER = 2_147_483_647;

/** The cell of a field, trimmed; empty where the row has none. */
export type CellOf = (field: Field) => string;
/** Tells how a field's cell was read, and for a missed one, which part of it. */
export type Tell = (field: Field, outcome: CellOutcome, missed?: string) => void;
export type Understanding =
  | { readonly posting: UnderstoodPosting }
  | { readonly wrong: { readonly field: Field; readonly reason: Text } };

type Draft = {
  yearsMin: number | null;
  yearsMax: number | null;
  degree: string | null;
  headcount: number | null;
  published: string;
  place: string;
};

const hash = (parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\u001f')).digest('base64url');

/** Parameters that say how somebody came to a page, not which page it is. */
const TRACKING = /^(?:utm_|spm|from$|source$|ref$|fbclid|gclid)/iu;

/** A URL as one name for one page; null where the text is no http URL. */
function normaliseUrl(text: string): string | null {
  if (!/^https?:\/\//iu.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  url.hash = '';
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  url.searchParams.sort();
  return url.href;
}

/** The same posting has the same key: by its page, else by everything that the row says of it. */
function sourceKeyOf(cell: CellOf, url: string | null, title: string, description: string): string {
  if (url) return `url:${hash([url])}`;
  const company = normaliseCompanyName(cell('company'));
  return `row:${hash([cell('sourceId'), title, company, cell('place'), cell('pay'), cell('publishedOn'), description])}`;
}

function readPayCells(cell: CellOf, tell: Tell) {
  const [low, high] = [cell('payMin'), cell('payMax')];
  // The lower end alone is where pay begins, not what it is.
  const split = payLine({
    low: low && high === '' ? `${low}+` : low,
    high,
    currency: cell('payCurrency'),
    unit: cell('payPeriod'),
  });
  const said = cell('pay');
  const beside = said !== '' && /^[\d\s.,-]+$/u.test(said);
  const text =
    said === ''
      ? split
      : beside
        ? payLine({ low: said, high: '', currency: cell('payCurrency'), unit: cell('payPeriod') })
        : said;
  const pay = readPay(text);
  const outcome: CellOutcome =
    pay.kind === 'range'
      ? 'understood'
      : pay.reason === 'negotiable'
        ? 'unknown'
        : pay.reason === 'missing'
          ? 'empty'
          : 'missed';
  if (said !== '' || split === '') tell('pay', outcome);
  for (const [field, text] of [
    ['payMin', low],
    ['payMax', high],
  ] as const)
    tell(field, text === '' ? 'empty' : pay.kind === 'range' ? 'understood' : 'missed');
  const fits = (amount: number | null) => (amount !== null && amount <= LARGEST_INTEGER ? amount : null);
  return pay.kind === 'range'
    ? {
        payText: text.slice(0, LONGEST_NAME),
        payMin: fits(pay.yearlyMin),
        payMax: fits(pay.yearlyMax),
        payCurrency: pay.currency,
      }
    : { payText: text.slice(0, LONGEST_NAME), payMin: null, payMax: null, payCurrency: 'CNY' };
}

function readRequirements(cell: CellOf, tell: Tell, draft: Draft): void {
  const line = cell('requirements');
  if (line === '') {
    tell('requirements', 'empty');
    return;
  }
  const parts = splitRequirements(line);
  for (const part of parts) {
    if (part.kind === 'years') ({ min: draft.yearsMin, max: draft.yearsMax } = part.years);
    else if (part.kind === 'degree') draft.degree = part.minimum;
    else if (part.kind === 'headcount') draft.headcount = part.count;
    else if (part.kind === 'published') draft.published ||= part.text;
    else if (part.kind === 'place') draft.place ||= part.text;
  }
  const missed = parts.find((part) => part.kind === 'unknown');
  if (parts.length === 0 || missed) tell('requirements', 'missed', missed?.text);
  else tell('requirements', 'understood');
}

function readOwnCells(cell: CellOf, tell: Tell, draft: Draft): void {
  const years = readYears(cell('years'));
  if (years) ({ min: draft.yearsMin, max: draft.yearsMax } = years);
  tell('years', cell('years') === '' ? 'empty' : years ? 'understood' : 'missed');
  const degree = readDegree(cell('degree'));
  if (degree) draft.degree = degree.minimum;
  tell('degree', cell('degree') === '' ? 'empty' : degree ? 'understood' : 'missed');
  const headcount = readHeadcount(cell('headcount'));
  if (headcount) draft.headcount = headcount.count;
  tell('headcount', cell('headcount') === '' ? 'empty' : headcount ? 'understood' : 'missed');
}

const MOST_REMEMBERED = 20_000;
const places = new Map<string, PlaceCell>();

/** A file has few different places, each many times. */
function placeOf(text: string): PlaceCell {
  const known = places.get(text);
  if (known) return known;
  if (places.size >= MOST_REMEMBERED) places.clear();
  const place = readPlace(text);
  places.set(text, place);
  return place;
}

function placeOutcome(place: PlaceCell): CellOutcome {
  if (place.reason === null || place.reason === 'remote') return 'understood';
  if (place.reason === 'missing') return 'empty';
  return place.reason === 'not-understood' ? 'missed' : 'unknown';
}

/** Where the work is, by its own words; where these name no city, by the page's address. */
function readPlaceCell(text: string, url: string | null, tell: Tell): { cityId: string | null; remote: boolean } {
  const place = placeOf(text);
  const outcome = placeOutcome(place);
  const elsewhere = url !== null && (outcome === 'unknown' || outcome === 'empty') ? cityInAddress(url) : null;
  tell('place', elsewhere ? 'understood' : outcome);
  return { cityId: place.cityId ?? elsewhere, remote: place.remote };
}

function readDayCell(
  field: 'publishedOn' | 'closedOn',
  text: string,
  options: ImportOptions,
  tell: Tell,
): string | null {
  const day = readDay(text.replace(/(?:发布|更新)$/u, ''), options);
  if (day.kind === 'day') {
    tell(field, 'understood');
    return day.day;
  }
  tell(field, day.reason === 'missing' ? 'empty' : 'missed');
  return null;
}

function readSkillCell(text: string, tell: Tell): string[] {
  const words = text
    .replaceAll(/^\[|\]$|['"“”]/gu, '')
    .split(/[,,、;;||/\n]/u)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const ids = [...new Set(words.flatMap((word) => linkSkill(word) ?? []))];
  // Words that are not in our lexicon are left to the description; a cell with none that is, is missed.
  tell('skills', words.length === 0 ? 'empty' : ids.length > 0 ? 'understood' : 'missed');
  return ids;
}

function wrongRow(cell: CellOf): Understanding | null {
  for (const [field, zh] of [
    ['title', '职位名称'],
    ['company', '公司名称'],
  ] as const) {
    const text = cell(field);
    if (text === '')
      return {
        wrong: { field, reason: { zh: `没有${zh}`, en: `no ${field === 'title' ? 'job title' : 'company name'}` } },
      };
    if (text.length > LONGEST_NAME)
      return {
        wrong: {
          field,
          reason: { zh: `${zh}长于 ${LONGEST_NAME} 个字`, en: `longer than ${LONGEST_NAME} characters` },
        },
      };
  }
  return null;
}

/**
 * A row as a posting, or why it is none: one without a title or a company is wrong; any other cell that we cannot
 * read is left out and told. Pure.
 */
export function understandRow(cell: CellOf, tell: Tell, options: ImportOptions): Understanding {
  const wrong = wrongRow(cell);
  if (wrong) return wrong;
  const title = cell('title').replaceAll(/\s+/gu, ' ');
  const description = plainText(cell('description')).slice(0, LONGEST_DESCRIPTION);
  const draft: Draft = { yearsMin: null, yearsMax: null, degree: null, headcount: null, published: '', place: '' };
  readRequirements(cell, tell, draft);
  readOwnCells(cell, tell, draft);
  const url = normaliseUrl(cell('url'));
  const place = readPlaceCell(cell('place') || draft.place, url, tell);
  tell('url', cell('url') === '' ? 'empty' : url ? 'understood' : 'missed');
  const industryId = linkIndustry(cell('industry'));
  tell('industry', cell('industry') === '' ? 'empty' : industryId ? 'understood' : 'missed');
  const rung = readSeniority(cell('seniority'))?.value ?? null;
  tell('seniority', cell('seniority') === '' ? 'empty' : rung ? 'understood' : 'missed');
  const skills = readSkillCell(cell('skills'), tell);
  const text = options.withoutText ? null : readPostingText(title, description);
  tell('title', options.withoutText || text?.roleId ? 'understood' : 'missed');
  for (const field of ['company', 'description', 'sourceId', 'payPeriod', 'payCurrency'] as const)
    tell(field, cell(field) === '' ? 'empty' : 'understood');
  const must = [...new Set([...skills, ...(text?.mustSkills ?? [])])];
  return {
    posting: {
      title,
      company: cell('company').replaceAll(/\s+/gu, ' '),
      cityId: place.cityId,
      remote: place.remote,
      ...readPayCells(cell, tell),
      degree: draft.degree,
      yearsMin: draft.yearsMin,
      yearsMax: draft.yearsMax,
      headcount: draft.headcount,
      roleId: text?.roleId ?? null,
      seniority: rung ?? text?.seniority ?? null,
      mustSkills: must,
      niceSkills: (text?.niceSkills ?? []).filter((skill) => !must.includes(skill)),
      industryId,
      publishedOn: readDayCell('publishedOn', cell('publishedOn') || draft.published, options, tell),
      closedOn: readDayCell('closedOn', cell('closedOn'), options, tell),
      description,
      url,
      locale: detectLanguage(`${title} ${description.slice(0, 400)}`) === 'en' ? 'en' : 'zh',
      sourceKey: sourceKeyOf(cell, url, title, description),
    },
  };
}

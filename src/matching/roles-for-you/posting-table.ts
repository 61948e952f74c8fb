import { DEGREES } from '../../language/index.ts';
import type { OpenPosting } from './open-posting.ts';

/** Distinct values in the order in which they came, each with its number. */
export type Distinct<T> = { readonly values: T[]; number(key: string, value: T): number };

function distinct<T>(): Distinct<T> {
  const numbers = new Map<string, number>();
  const values: T[] = [];
  return {
    values,
    number(key, value) {
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, values.length);
      values.push(value);
      return values.length - 1;
    },
  };
}

/**
 * The open postings as columns, a slot each: few distinct places, roles and skills stand for many postings, so that a
 * reader is compared with each of them once, and the postings are then read through like a table.
 */
export type PostingTable = {
  readonly postings: (OpenPosting | undefined)[];
  readonly skills: Distinct<string>;
  readonly roles: Distinct<Pick<OpenPosting, 'roleId' | 'seniority'>>;
  readonly places: Distinct<Pick<OpenPosting, 'cityIds' | 'remote'>>;
  readonly companies: Distinct<string>;
  readonly industries: Distinct<string | null>;
  /** Of each slot: whether it is taken, and the numbers of what it says. */
  columns: {
    taken: Uint8Array;
    day: Int32Array;
    role: Int32Array;
    place: Int32Array;
    company: Int32Array;
    industry: Int32Array;
    /** The degree's place in the ladder, or -1. */
    degree: Int8Array;
    /** -1 where no years are asked for; the most is -1 where there is none. */
    yearsMin: Int16Array;
    yearsMax: Int16Array;
    /** 0 where nothing is said. */
    pay: Float64Array;
    askedWeight: Float64Array;
  };
  /** Of each slot the skills that are asked for: twice their number, and one more where they are a must. */
  readonly asked: Int32Array[];
  readonly slots: Map<string, number>;
  readonly free: number[];
};

function columnsFor(size: number): PostingTable['columns'] {
  return {
    taken: new Uint8Array(size),
    day: new Int32Array(size),
    role: new Int32Array(size),
    place: new Int32Array(size),
    company: new Int32Array(size),
    industry: new Int32Array(size),
    degree: new Int8Array(size),
    yearsMin: new Int16Array(size),
    yearsMax: new Int16Array(size),
    pay: new Float64Array(size),
    askedWeight: new Float64Array(size),
  };
}

export function emptyTable(): PostingTable {
  return {
    postings: [],
    skills: distinct(),
    roles: distinct(),
    places: distinct(),
    companies: distinct(),
    industries: distinct(),
    columns: columnsFor(64),
    asked: [],
    slots: new Map(),
    free: [],
  };
}

function makeRoom(table: PostingTable, slot: number): void {
  const old = table.columns;
  if (slot < old.taken.length) return;
  const made = columnsFor(2 * slot);
  made.taken.set(old.taken);
  made.day.set(old.day);
  made.role.set(old.role);
  made.place.set(old.place);
  made.company.set(old.company);
  made.industry.set(old.industry);
  made.degree.set(old.degree);
  made.yearsMin.set(old.yearsMin);
  made.yearsMax.set(old.yearsMax);
  made.pay.set(old.pay);
  made.askedWeight.set(old.askedWeight);
  table.columns = made;
}

/** Takes a posting out; one that is not in is left out as it was. */
export function removePosting(table: PostingTable, id: string): void {
  const slot = table.slots.get(id);
  if (slot === undefined) return;
  table.slots.delete(id);
  table.columns.taken[slot] = 0;
  table.postings[slot] = undefined;
  table.free.push(slot);
}

/** Puts a posting in as it now is. */
export function putPosting(table: PostingTable, posting: OpenPosting): void {
  removePosting(table, posting.id);
  const slot = table.free.pop() ?? table.postings.length;
  makeRoom(table, slot);
  const { columns } = table;
  table.slots.set(posting.id, slot);
  table.postings[slot] = posting;
  columns.taken[slot] = 1;
  columns.day[slot] = posting.day;
  const { roleId, seniority, cityIds, remote } = posting;
  columns.role[slot] = table.roles.number(`${roleId} ${seniority}`, { roleId, seniority });
  columns.place[slot] = table.places.number(`${cityIds.join()} ${remote}`, { cityIds, remote });
  columns.company[slot] = table.companies.number(posting.companyId, posting.companyId);
  columns.industry[slot] = table.industries.number(String(posting.industryId), posting.industryId);
  columns.degree[slot] = posting.degree === null ? -1 : DEGREES.indexOf(posting.degree);
  columns.yearsMin[slot] = posting.years?.min ?? -1;
  columns.yearsMax[slot] = posting.years?.max ?? -1;
  columns.pay[slot] = posting.payMost ?? 0;
  columns.askedWeight[slot] = posting.asked.reduce((sum, { weight }) => sum + weight, 0);
  table.asked[slot] = Int32Array.from(
    posting.asked,
    ({ skill, must }) => 2 * table.skills.number(skill, skill) + Number(must),
  );
}

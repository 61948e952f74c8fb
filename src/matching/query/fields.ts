import {
  cities,
  DEGREES,
  findCity,
  linkIndustry,
  linkRole,
  linkSchool,
  linkSkill,
  linkWord,
  normaliseWord,
  provinces,
  readCity,
  readDegree,
  readSeniority,
  SENIORITIES,
} from '../../language/index.ts';
import type { Text } from '../../platform/index.ts';
import { termsOf } from '../terms.ts';
import type { Condition, Where } from './query-model.ts';
import type { Comparator } from './read-tokens.ts';

/** What a field, or no field, is asked for. */
export type Asked = {
  readonly text: string;
  readonly exact: boolean;
  readonly prefix: boolean;
  readonly compare: Comparator | null;
};

/** What the asked-for means; or what is wrong with it and what to do. `negated`: it asks for everybody else. */
export type Reading =
  | { readonly condition: Condition; readonly negated?: boolean; readonly companyName?: string }
  | { readonly problem: Text };

const HAN_ALONE = /^\p{Script=Han}$/u;
const LEAST_PREFIX = 2;

function wordsIn(where: Where, { text, exact, prefix }: Asked, sets: readonly string[]): Reading {
  const terms = termsOf(text);
  const last = terms.at(-1);
  if (last === undefined) {
    return {
      problem: {
        zh: '这里没有可以查找的词，请写出字母、数字或汉字',
        en: 'there is no word here; write letters, digits or characters',
      },
    };
  }
  if (prefix && last.length < LEAST_PREFIX && !HAN_ALONE.test(last)) {
    return { problem: { zh: '星号前至少要有两个字母', en: 'write at least two letters before the star' } };
  }
  return { condition: { kind: 'words', where, terms, prefix, sets: exact || prefix ? [] : sets } };
}

const named = (kind: string, id: string | null): string[] => (id === null ? [] : [`${kind}:${id}`]);

/** Words without a field: in any text of the profile, and by every name that the lexicon knows the skill or role by. */
export function readWords(asked: Asked): Reading {
  const { text } = asked;
  return wordsIn('anywhere', asked, [...named('has', linkSkill(text)), ...named('role', linkWord('role', text))]);
}

const NUMBER = /^(\d{1,2}(?:\.\d)?)(?:\+|\u5e74|years?|yrs?|\u5e74\u4ee5\u4e0a)*$/iu;
const RANGE = /^(\d{1,2}(?:\.\d)?)(?:-|\.\.|~|\u2013|\u81f3|\u5230)(\d{1,2}(?:\.\d)?)(?:\u5e74|years?)?$/iu;
const EVER = 99;

function readYears({ text, exact, compare }: Asked): Reading {
  const range = RANGE.exec(text);
  if (range && compare === null) {
    const [min, max] = [Number(range[1]), Number(range[2])];
    if (min <= max) return { condition: { kind: 'years', min, max } };
  }
  const number = NUMBER.exec(text);
  if (!number) {
    return { problem: { zh: '年限请写成 >=5、<10 或 3-8', en: 'write years as >=5, <10 or 3-8' } };
  }
  const years = Number(number[1]);
  // Years are known to one decimal.
  if (exact) return { condition: { kind: 'years', min: years, max: years + 0.9 } };
  const bounds: Readonly<Record<Comparator, readonly [number, number]>> = {
    '>=': [years, EVER],
    '>': [years + 0.1, EVER],
    '<=': [0, years],
    '<': [0, years - 0.1],
  };
  const [min, max] = bounds[compare ?? '>='];
  return { condition: { kind: 'years', min: Math.round(10 * min) / 10, max: Math.round(10 * max) / 10 } };
}

function readRung({ text, exact, compare }: Asked): Reading {
  const folded = normaliseWord(text);
  const degree = DEGREES.find((id) => id === folded) ?? readDegree(text)?.minimum ?? null;
  if (degree === null) {
    return {
      problem: {
        zh: '没有这种学历，请写大专、本科、硕士或博士',
        en: 'no such degree; write associate, bachelor, master or doctor',
      },
    };
  }
  const at = DEGREES.indexOf(degree);
  const holds: Readonly<Record<Comparator | '=', (rung: number) => boolean>> = {
    '>=': (rung) => rung >= at,
    '>': (rung) => rung > at,
    '<=': (rung) => rung <= at,
    '<': (rung) => rung < at,
    '=': (rung) => rung === at,
  };
  const is = holds[exact ? '=' : (compare ?? '>=')];
  return { condition: { kind: 'sets', sets: DEGREES.filter((_, rung) => is(rung)).map((id) => `degree:${id}`) } };
}

function citiesNamed(text: string): string[] {
  const folded = normaliseWord(text);
  const city = findCity(folded)?.id ?? linkWord('city', text) ?? readCity(text);
  if (city) return [city];
  const province = provinces().find(
    (one) => one.id === folded || normaliseWord(one.zh) === folded || normaliseWord(one.en) === folded,
  );
  return province ? cities().flatMap((one) => (one.province === province.id ? [one.id] : [])) : [];
}

const readPlace =
  (kind: 'home' | 'wish') =>
  ({ text }: Asked): Reading => {
    const ids = citiesNamed(text);
    return ids.length > 0
      ? { condition: { kind: 'sets', sets: ids.map((id) => `${kind}:${id}`) } }
      : {
          problem: {
            zh: '不认识这个城市或省份，请换个写法',
            en: 'no city or province of this name; write it another way',
          },
        };
  };

function readSkill({ text, exact }: Asked): Reading {
  const id = exact ? null : linkSkill(text);
  return { condition: { kind: 'sets', sets: [id === null ? `called:${normaliseWord(text)}` : `skill:${id}`] } };
}

function readRole({ text }: Asked): Reading {
  const id = linkWord('role', text) ?? linkRole(text)?.id ?? null;
  return id === null
    ? {
        problem: {
          zh: '不认识这个角色，请改用 title:（职位名称）',
          en: 'no such role; look in titles instead, with title:',
        },
      }
    : { condition: { kind: 'sets', sets: [`role:${id}`] } };
}

function readIndustry({ text }: Asked): Reading {
  const id = linkIndustry(text);
  return id === null
    ? { problem: { zh: '不认识这个行业，请换个写法', en: 'no industry of this name; write it another way' } }
    : { condition: { kind: 'sets', sets: [`industry:${id}`] } };
}

function readLevel({ text }: Asked): Reading {
  const folded = normaliseWord(text);
  const level = SENIORITIES.find((id) => id === folded) ?? readSeniority(text)?.value ?? null;
  return level === null
    ? {
        problem: {
          zh: '没有这个级别，请写初级、高级、专家、经理、总监等',
          en: `no such level; write one of ${SENIORITIES.join(', ')}`,
        },
      }
    : { condition: { kind: 'sets', sets: [`rung:${level}`] } };
}

const YES = /^(?:yes|true|1|y|\u662f|\u5df2|\u5df2\u8ba4\u8bc1)$/iu;
const NO = /^(?:no|false|0|n|\u5426|\u672a|\u672a\u8ba4\u8bc1)$/iu;

function readVerified({ text }: Asked): Reading {
  if (!YES.test(text) && !NO.test(text)) {
    return { problem: { zh: '请写 yes 或 no（是或否）', en: 'write yes or no' } };
  }
  return { condition: { kind: 'sets', sets: ['verified'] }, negated: NO.test(text) };
}

const LOOKING = /^(?:looking|\u5728\u770b|\u5728\u770b\u673a\u4f1a|\u6b63\u5728\u770b\u673a\u4f1a)$/iu;
const LISTENING = /^(?:listening|\u613f\u610f\u4e86\u89e3|\u53ef\u4ee5\u804a)$/iu;

function readOpen({ text }: Asked): Reading {
  if (LOOKING.test(text)) return { condition: { kind: 'sets', sets: ['open:looking'] } };
  if (LISTENING.test(text)) return { condition: { kind: 'sets', sets: ['open:listening'] } };
  if (YES.test(text)) return { condition: { kind: 'sets', sets: ['open:looking', 'open:listening'] } };
  return { problem: { zh: '请写 looking（在看机会）或 listening（愿意了解）', en: 'write looking or listening' } };
}

type Field = {
  readonly names: readonly string[];
  readonly compares: boolean;
  readonly read: (asked: Asked) => Reading;
};

/** The fields, each by its Chinese and English names. */
export const FIELDS: readonly Field[] = [
  { names: ['city', '城市', '所在地'], compares: false, read: readPlace('home') },
  { names: ['wish', '意向城市'], compares: false, read: readPlace('wish') },
  { names: ['years', '年限', '经验'], compares: true, read: readYears },
  {
    names: ['title', '职位', '头衔', '职务'],
    compares: false,
    read: (asked) => wordsIn('title', asked, named('role', linkWord('role', asked.text))),
  },
  {
    names: ['company', '公司', '企业'],
    compares: false,
    read: (asked) => {
      const reading = wordsIn('company', asked, []);
      return 'problem' in reading || asked.exact || asked.prefix ? reading : { ...reading, companyName: asked.text };
    },
  },
  {
    names: ['school', '学校', '院校'],
    compares: false,
    read: ({ text, exact }) => ({
      condition: { kind: 'school', schoolId: exact ? null : linkSchool(text), name: normaliseWord(text) },
    }),
  },
  { names: ['degree', '学历'], compares: true, read: readRung },
  { names: ['skill', '技能'], compares: false, read: readSkill },
  { names: ['role', '角色', '岗位'], compares: false, read: readRole },
  { names: ['industry', '行业'], compares: false, read: readIndustry },
  { names: ['level', '级别'], compares: false, read: readLevel },
  { names: ['verified', '认证', '已认证'], compares: false, read: readVerified },
  { names: ['open', '意向'], compares: false, read: readOpen },
];

const byName = new Map(FIELDS.flatMap((field) => field.names.map((name) => [name, field] as const)));

/** The field of this name, in either language; undefined where there is none. */
export const findField = (name: string): Field | undefined => byName.get(name);

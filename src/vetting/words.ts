import { findCity } from '../language/index.ts';
import type { Text } from '../platform/index.ts';

const DEGREE_WORDS: Readonly<Record<string, Text>> = {
  'junior-high': { zh: '初中', en: 'junior high' },
  'high-school': { zh: '高中', en: 'high school' },
  vocational: { zh: '中专', en: 'vocational' },
  associate: { zh: '大专', en: 'associate' },
  bachelor: { zh: '本科', en: "bachelor's" },
  master: { zh: '硕士', en: "master's" },
  doctor: { zh: '博士', en: 'doctorate' },
};
const SENIORITY_WORDS: Readonly<Record<string, Text>> = {
  intern: { zh: '实习', en: 'intern' },
  junior: { zh: '初级', en: 'junior' },
  middle: { zh: '中级', en: 'middle' },
  senior: { zh: '高级', en: 'senior' },
  lead: { zh: '专家 / 负责人', en: 'lead' },
  manager: { zh: '经理', en: 'manager' },
  director: { zh: '总监', en: 'director' },
  executive: { zh: '高管', en: 'executive' },
};

const asWritten = (word: string): Text => ({ zh: word, en: word });
export const degreeWord = (id: string): Text => DEGREE_WORDS[id] ?? asWritten(id);
export const seniorityWord = (id: string): Text => SENIORITY_WORDS[id] ?? asWritten(id);
export function cityWord(id: string): Text {
  const city = findCity(id);
  return city ? { zh: city.zh, en: city.en } : asWritten(id);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2021-03` as people say it; a year stays a year, and null is "to the present". */
export function monthWord(month: string | null): Text {
  if (month === null) return { zh: '至今', en: 'present' };
  if (month.length === 4) return asWritten(month);
  const n = Number(month.slice(5, 7));
  return { zh: `${month.slice(0, 4)} 年 ${n} 月`, en: `${MONTHS[n - 1]} ${month.slice(0, 4)}` };
}

export function periodWord(start: string, end: string | null): Text {
  const [from, to] = [monthWord(start), monthWord(end)];
  return { zh: end === null ? `${from.zh}至今` : `${from.zh}至 ${to.zh}`, en: `${from.en} – ${to.en}` };
}

import type { Read, Seniority } from './model.ts';

// From the most telling to the least: the first that stands in a title decides.
const WORDS: readonly (readonly [RegExp, Seniority])[] = [
  [/实习|\bintern(ship)?\b|trainee|管培/iu, 'intern'],
  [
    /首席执行官|总裁|副总裁|\bC[ETFOPM]O\b|创始人|合伙人|董事长|\bvice president\b|\bVP\b|\bfounder\b|(?<!产品|项目)总经理(?!助理|秘书)|\bchief\b/iu,
    'executive',
  ],
  [/总监|\bdirector\b|\bhead of\b|事业部负责人/iu, 'director'],
  [/专家|负责人|首席|架构师|\blead\b|\bprincipal\b|\bstaff\b|科学家|\barchitect\b|组长|技术负责/iu, 'lead'],
  [/资深|高级|\bsenior\b|\bsr\b\.?/iu, 'senior'],
  [
    /(?<!产品|项目|客户|大客户|品牌|区域|渠道|商务|投资|基金|城市)经理(?!助理)|主管|部长|主任|\b(?<!product |project |program |account |brand |community )manager\b|\bsupervisor\b/iu,
    'manager',
  ],
  [/初级|助理|应届|\bjunior\b|\bjr\b\.?|\bentry[- ]level\b|\bassistant\b|专员|\bgraduate\b/iu, 'junior'],
  [/中级|\bmid[- ]?level\b/iu, 'middle'],
];

/** The rung on the ladder that a title names; null where it names none. */
export function readSeniority(title: string): Read<Seniority> | null {
  for (const [words, value] of WORDS) {
    const found = words.exec(title);
    if (found) return { value, span: { start: found.index, end: found.index + found[0].length, text: found[0] } };
  }
  return null;
}

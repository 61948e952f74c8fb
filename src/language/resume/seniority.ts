import type { Read } from './model.ts';

const levels: [string, RegExp][] = [
  ['intern', /实习|见习|intern(?:ship)?(?![a-z])|trainee|学徒/i],
  [
    'executive',
    /首席|总裁|副总(?!监)|(?<!项目|产品|区域|大区|部门|部)总经理|董事|合伙人|创始人|(?<![a-z])(?:c[etfoipm]o|[se]?vp|vice president|president|chief|founder|co-?founder|partner|chair(?:man|woman)?)(?![a-z])/i,
  ],
  ['director', /总监|(?<![a-z])(?:director|head of)(?![a-z])/i],
  [
    'lead',
    /专家|负责人|带头人|组长|(?<![a-z])(?:lead|leader|principal|staff|team lead|tech lead|expert|fellow)(?![a-z])/i,
  ],
  ['senior', /高级|资深|(?<![a-z])(?:senior|sr)(?![a-z])/i],
  ['junior', /初级|助理|(?<![a-z])(?:junior|jr|assistant|entry[- ]level)(?![a-z])/i],
  [
    'manager',
    /(?<!产品|项目|客户|大客户|销售|投资|运营|渠道|市场|业务|区域)经理|主管|主任|部长|处长|科长|店长|(?<!product |project |account |program |programme |case |community |brand |marketing )(?<![a-z])(?:manager|supervisor)(?![a-z])/i,
  ],
  ['middle', /中级|(?<![a-z])(?:mid[- ]level|middle|intermediate)(?![a-z])/i],
];

/** The level that a title's own words state, with those words; null for a title that states none. */
export function readSeniority(title: Read<string>): Read<string> | null {
  const { text, start } = title.span;
  for (const [level, pattern] of levels) {
    const match = pattern.exec(text);
    if (match) {
      const from = start + match.index;
      return { value: level, span: { start: from, end: from + match[0].length, text: match[0] } };
    }
  }
  return null;
}

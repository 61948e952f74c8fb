import { halfWidth } from './normalise.ts';

/** Where each clause of a posting begins and ends, and how what it names is meant. */
export type Stretch = readonly [start: number, end: number];
export type PostingClauses = {
  /** Wishes rather than needs. */
  readonly nice: readonly Stretch[];
  /** What the job offers, or what it says that it does not ask for. */
  readonly notAsked: readonly Stretch[];
};

const LONGEST_HEADING = 80;
const NICE = /优先|加分|最好|更佳|为佳|plus\b|preferred|nice[- ]to[- ]have|bonus(?! points of)|ideally|desirable/iu;
const NICE_HEADING =
  /^[\s【[*#-]*(?:加分项?|优先条件|优先考虑|加分条件|nice[- ]to[- ]haves?|bonus(?: points)?|preferred(?: qualifications| skills| experience)?|desirable(?: skills| criteria)?|good to have|it['’]s a plus if)[\s】\]*]*:?[*\s]*$/iu;
const OFFER =
  /^[\s【[*#•·-]*(?:\d+[.、)]\s*)?(?:(?:薪资|薪酬|员工|公司|团队)?福利(?:待遇)?|薪资待遇|薪酬待遇|我们(?:能)?提供|你将(?:获得|得到)|what we offer|we offer|(?:our )?benefits|perks|why (?:join us|work (?:with|for) us))(?=[\s】\]*]*(?::|$))/iu;
const HEADING = /^[\s【[*#]*[\p{L} /&'’]{2,40}[\s】\]*]*:?[*\s]*$/u;
const BRACKETED = /^\s*(?:[【[]|\*\*|#{1,4} )/u;
/** A line that only names a part of the posting. */
const KNOWN_HEADING =
  /^[\s【[*#]*(?:岗位|职位|工作|任职|职责|要求|资格|关于|联系|公司|requirements?|qualifications?|responsibilities|what you|who you|about|skills|minimum|basic|the role|your )/iu;
const NOT_ASKED =
  /不(?:作|做)?(?:硬性)?要求|无需|不需要|不考虑|不限(?:定)?(?:语言|专业)?|not (?:required|necessary|needed|expected)|no need (?:for|to)|don['’]t need/iu;

/** Whether a line is a heading of another part, so that the part before it ends there. */
function isHeading(line: string): boolean {
  if (line.length > LONGEST_HEADING || line.trim() === '') return false;
  if (!HEADING.test(line)) return false;
  return line.trimEnd().endsWith(':') || BRACKETED.test(line) || KNOWN_HEADING.test(line);
}

/** How each place of a posting is meant: by its heading, its line and its clause. Offsets are those of the text. */
export function readClauses(source: string): PostingClauses {
  const text = halfWidth(source);
  const nice: Stretch[] = [];
  const notAsked: Stretch[] = [];
  let under: Stretch[] | null = null;
  let offset = 0;
  for (const line of text.split('\n')) {
    const whole: Stretch = [offset, offset + line.length];
    if (line.length <= LONGEST_HEADING && NICE_HEADING.test(line)) under = nice;
    else if (OFFER.test(line)) {
      under = notAsked;
      notAsked.push(whole);
    } else if (isHeading(line)) under = null;
    else if (under) under.push(whole);
    else {
      let at = offset;
      for (const clause of line.split(/(?<=[,;!。])|(?<=\.\s)/u)) {
        if (NOT_ASKED.test(clause)) notAsked.push([at, at + clause.length]);
        else if (NICE.test(clause)) nice.push([at, at + clause.length]);
        at += clause.length;
      }
    }
    offset += line.length + 1;
  }
  return { nice, notAsked };
}

/** Whether a place lies in one of the stretches. */
export const liesIn = (stretches: readonly Stretch[], at: number): boolean =>
  stretches.some(([start, end]) => at >= start && at < end);

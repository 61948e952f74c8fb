import type { Read } from './model.ts';

export type Contacts = { email: Read<string> | null; phone: Read<string> | null; links: Read<string>[] };

const email = /(?<![\w.+-])[\w.+-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,62}\.){1,5}[a-z]{2,24}(?![\w@])/gi;
const chineseMobile = /(?<![\d\-+])(?:\(?(?:\+|00)?86\)?[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?![\d-])/;
const international =
  /(?<![\w+])(?:\+|00)[1-9]\d{0,2}\)?[\s.-]?(?:\(\d{1,4}\)[\s.-]?)?\d{1,4}(?:[\s.-]?\d{2,4}){1,4}(?!\d)/;
const northAmerican = /(?<![\d\-+.])(?:1[\s.-])?\(?[2-9]\d{2}\)?[\s.-][2-9]\d{2}[\s.-]\d{4}(?![\d-])/;
const labelled =
  /(?:手机|电话|联系方式|联系电话|tel|phone|mobile|cell|telephone|call)\s*(?:号码?|number|no\.?)?\s*[:：]\s*((?:\(?\+?\d[\d\s().-]{5,20}\d))/i;
const link =
  /(?<![\w@.])(?:https?:\/\/[^\s<>"'，。；、（）()|｜]{3,300}|(?:www\.)?(?:linkedin\.com\/(?:in|pub)|github\.com|gitee\.com|gitlab\.com|zhihu\.com\/people|juejin\.cn\/user|medium\.com|twitter\.com|x\.com|maimai\.cn|behance\.net\/|dribbble\.com|stackoverflow\.com\/users|scholar\.google\.com|kaggle\.com)\/?[^\s<>"'，。；、（）()|｜]{1,200}|www\.[a-z0-9-]{1,60}\.[a-z]{2,10}[^\s<>"'，。；、（）()|｜]{0,200})/gi;

/** E-mail, phone and links, the first of each as the text gives them; a referee's are not the person's own. */
export function readContacts(source: string, until: number): Contacts {
  const text = source.slice(0, until);
  return { email: firstEmail(text), phone: firstPhone(text), links: allLinks(text) };
}

function firstEmail(text: string): Read<string> | null {
  const labelledAt = /(?:邮箱|email|e-mail)[^\n]{0,10}$/i;
  let first: Read<string> | null = null;
  for (const match of text.matchAll(email)) {
    const read = asRead(match[0], match.index, match[0].toLowerCase());
    if (labelledAt.test(text.slice(Math.max(0, match.index - 16), match.index))) return read;
    first ??= read;
  }
  return first;
}

function firstPhone(text: string): Read<string> | null {
  const found: { at: number; text: string }[] = [];
  for (const pattern of [chineseMobile, international, northAmerican]) {
    const match = pattern.exec(text);
    if (match && isPhone(match[0])) found.push({ at: match.index, text: match[0] });
  }
  const byLabel = labelled.exec(text);
  const number = byLabel?.[1];
  if (byLabel && number && isPhone(number))
    found.push({ at: byLabel.index + byLabel[0].length - number.length, text: number });
  const first = found.sort((a, b) => a.at - b.at || b.text.length - a.text.length)[0];
  if (first === undefined) return null;
  const digits = first.text.replace(/\D/g, '');
  const plus = /^\s*\(?\+/.test(first.text) ? '+' : first.text.startsWith('00') ? '+' : '';
  return asRead(first.text, first.at, plus + (first.text.startsWith('00') ? digits.slice(2) : digits));
}

function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return digits >= 7 && digits <= 15 && !/^(?:19|20)\d{2}[.\-/]\d{1,2}/.test(text);
}

function allLinks(text: string): Read<string>[] {
  const links: Read<string>[] = [];
  for (const match of text.matchAll(link)) {
    const written = match[0].replace(/[.,;:!?]+$/, '');
    if (!links.some((other) => other.value === written)) links.push(asRead(written, match.index, written));
  }
  return links.slice(0, 20);
}

function asRead(text: string, start: number, value: string): Read<string> {
  return { value, span: { start, end: start + text.length, text } };
}

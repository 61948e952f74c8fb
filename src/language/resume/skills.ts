import { skillIdOf, skillsIn } from './lexicon-links.ts';
import type { ResumeSkill } from './model.ts';
import { contentStart, type Line, spanOf } from './resume-lines.ts';

const leadWords =
  /^(?:精通|熟悉|熟练(?:掌握|使用|运用)?|掌握|了解|擅长|具备|具有|会使用|会|能够?(?:熟练)?(?:使用|运用)?|使用|运用|良好的|较强的|扎实的|深入(?:理解|了解)|有|等|以及|包括|如|proficient (?:in|with)|experienced (?:in|with)|familiar with|knowledge of|strong|expert in|fluent in|skilled in|working knowledge of|and|including|etc\.?)\s*[:：]?\s*/i;
const tailWords =
  /\s*(?:等|等(?:编程|开发)?(?:语言|工具|框架|技术|软件|算法|模型)|的?使用|等相关技术|etc\.?|[(（](?:精通|熟练|熟悉|了解|掌握|expert|advanced|intermediate|beginner|proficient|\d+\s*(?:年|years?)?)[)）])\s*[。.]?$/i;
const category = /^[^:：,，、;；()（）]{1,24}[:：]\s*/;
const separator = /[,，、;；|｜\t•·●■]|\s{2,}|\s[/／]\s|\s[-–—]\s|。/g;
const maxSkills = 200;

/**
 * The skills of a resume: first what its skills sections list (words the lexicon does not know stay as written), then
 * what the lexicon recognises in the rest. Each skill once, at its first mention.
 */
export function readSkills(
  source: string,
  skillLines: readonly Line[],
  restLines: readonly Line[],
  names: readonly { start: number; end: number }[],
): ResumeSkill[] {
  const skills: ResumeSkill[] = [];
  const seen = new Set<string>();
  const add = (id: string | null, start: number, end: number) => {
    const span = spanOf(source, start, end);
    if (span === null || skills.length >= maxSkills) return;
    const key = id ?? `name:${span.text.toLowerCase()}`;
    if (seen.has(key)) return;
    seen.add(key);
    skills.push({ id, name: span.text, span });
  };
  for (const line of skillLines) readSkillLine(source, line, add);
  for (const line of restLines) {
    for (const mention of skillsIn(line.text)) {
      const start = line.start + mention.start;
      const end = line.start + mention.end;
      if (!names.some((name) => name.start < end && start < name.end)) add(mention.id, start, end);
    }
  }
  return skills;
}

function readSkillLine(source: string, line: Line, add: (id: string | null, start: number, end: number) => void): void {
  const start = contentStart(line);
  const label = category.exec(source.slice(start, line.end))?.[0] ?? '';
  for (const [from, to] of listItems(source, start + label.length, line.end)) {
    const span = withoutLeadAndTail(source, from, to);
    if (span === null) continue;
    const id = skillIdOf(span.text);
    if (id !== null) {
      add(id, span.start, span.end);
      continue;
    }
    const mentions = skillsIn(span.text);
    if (mentions.length > 0) {
      for (const mention of mentions) add(mention.id, span.start + mention.start, span.start + mention.end);
      continue;
    }
    if (isSkillShape(span.text)) add(null, span.start, span.end);
  }
}

/** Stretches between separators; separators in brackets part nothing unless the bracket encloses the list. */
function listItems(source: string, start: number, end: number): [number, number][] {
  const items: [number, number][] = [];
  const text = source.slice(start, end);
  let at = 0;
  for (const match of text.matchAll(separator)) {
    items.push([start + at, start + match.index]);
    at = match.index + match[0].length;
  }
  items.push([start + at, end]);
  return items;
}

function withoutLeadAndTail(source: string, start: number, end: number) {
  let span = spanOf(source, start, end);
  for (let round = 0; span && round < 4; round++) {
    const lead = leadWords.exec(span.text)?.[0].length ?? /^[(（)）\-–—\s]*/.exec(span.text)?.[0].length ?? 0;
    const tail = tailWords.exec(span.text)?.[0].length ?? /[\s.。:：(（]*$/.exec(span.text)?.[0].length ?? 0;
    const next = spanOf(source, span.start + lead, Math.max(span.start + lead, span.end - tail));
    if (next?.text === span.text) break;
    span = next;
  }
  return span;
}

/** A name rather than a sentence: short, and not a phrase with a verb in it. */
function isSkillShape(text: string): boolean {
  if (text.length < 2 && !/^[CR]$/.test(text)) return false;
  if (/^\d+([.%]\d*)?%?$|^(?:等|和|及|or|and|with|the)$/i.test(text)) return false;
  if (/[一-龥]/.test(text)) {
    return (
      text.length <= 12 &&
      !/[我你他她的了并且能够可以具有以及进行]|^(?:年|月|大学|学院)|(?:经验|能力|意识|精神|原理|思维)$/.test(text)
    );
  }
  return (
    text.length <= 32 &&
    text.split(/\s+/).length <= 4 &&
    !/\b(?:with|using|years?|experience|ability|knowledge|able)\b/i.test(text)
  );
}

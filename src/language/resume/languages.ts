import type { Read } from './model.ts';
import type { Line } from './resume-lines.ts';

/** ISO 639-1 codes by the words for a language; tests of a language name it too. */
const names: [string, RegExp][] = [
  ['zh', /普通话|国语|汉语|中文|(?<![a-z])(?:mandarin|chinese|putonghua)(?![a-z])/gi],
  ['yue', /粤语|广东话|(?<![a-z])cantonese(?![a-z])/gi],
  ['en', /英语|英文|(?<![a-z])(?:english|cet[- ]?[46]|tem[- ]?[48]|ielts|toefl|雅思|托福|bec)(?![a-z])|雅思|托福/gi],
  ['ja', /日语|日文|(?<![a-z])(?:japanese|jlpt)(?![a-z])/gi],
  ['ko', /韩语|韩文|朝鲜语|(?<![a-z])(?:korean|topik)(?![a-z])/gi],
  ['fr', /法语|法文|(?<![a-z])(?:french|delf|dalf)(?![a-z])/gi],
  ['de', /德语|德文|(?<![a-z])(?:german|testdaf)(?![a-z])/gi],
  ['es', /西班牙语|(?<![a-z])(?:spanish|dele)(?![a-z])/gi],
  ['ru', /俄语|俄文|(?<![a-z])russian(?![a-z])/gi],
  ['pt', /葡萄牙语|葡语|(?<![a-z])portuguese(?![a-z])/gi],
  ['it', /意大利语|(?<![a-z])italian(?![a-z])/gi],
  ['ar', /阿拉伯语|(?<![a-z])arabic(?![a-z])/gi],
  ['hi', /印地语|(?<![a-z])hindi(?![a-z])/gi],
  ['vi', /越南语|(?<![a-z])vietnamese(?![a-z])/gi],
  ['th', /泰语|(?<![a-z])thai(?![a-z])/gi],
  ['id', /印尼语|(?<![a-z])indonesian(?![a-z])/gi],
  ['sv', /瑞典语|(?<![a-z])swedish(?![a-z])/gi],
  ['nl', /荷兰语|(?<![a-z])dutch(?![a-z])/gi],
  ['pl', /波兰语|(?<![a-z])polish (?=[(,:\-–—]|native|fluent)/gi],
  ['tr', /土耳其语|(?<![a-z])turkish(?![a-z])/gi],
  ['ms', /马来语|(?<![a-z])malay(?![a-z])/gi],
];

const command =
  /流利|熟练|精通|母语|听说读写|口语|工作语言|读写|沟通|[四六八四]级|证书|水平|分(?!析)|CET|TEM|IELTS|TOEFL|雅思|托福|JLPT|N[1-5](?!\d)|native|fluent|proficien|conversational|bilingual|mother tongue|intermediate|business level|working|basic|elementary|advanced|[ABC][12](?!\d)/i;

/**
 * The languages a person says they speak, as ISO 639-1 codes (`yue` for Cantonese, which has none), each at its first
 * mention. Outside a languages section a language counts only where the line also tells how well.
 */
export function readLanguages(languageLines: readonly Line[], restLines: readonly Line[]): Read<string>[] {
  const found: Read<string>[] = [];
  const read = (line: Line, needsCommand: boolean) => {
    if (needsCommand && (line.text.length > 120 || !command.test(line.text))) return;
    for (const [code, pattern] of names) {
      if (found.some((other) => other.value === code)) continue;
      for (const match of line.text.matchAll(pattern)) {
        const around = line.text.slice(Math.max(0, match.index - 12), match.index + match[0].length + 24);
        if (needsCommand && !command.test(around)) continue;
        const start = line.start + match.index;
        found.push({ value: code, span: { start, end: start + match[0].length, text: match[0] } });
        break;
      }
    }
  };
  for (const line of languageLines) read(line, false);
  for (const line of restLines) read(line, true);
  return found.sort((a, b) => a.span.start - b.span.start);
}

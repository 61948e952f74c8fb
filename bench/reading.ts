import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { z } from 'zod';
import {
  findDegree,
  findKnowledge,
  findYears,
  linkRole,
  readDegree,
  readPosting,
  readResume,
  readYears,
  resumeEntities,
} from '../src/language/index.ts';
import type { Years } from '../src/language/values/years.ts';
import { realFile } from '../test/real/real-data.ts';

type Counts = { right: number; said: number; there: number };
type Labelled = { readonly text: string; readonly spans: ReadonlySet<string> };

/** Rules were made with an eye on the even rows; the odd ones are measured. */
const isMeasured = (at: number): boolean => at % 2 === 1;
const unzip = (path: string): string => gunzipSync(readFileSync(realFile(path))).toString('utf8');

function score({ right, said, there }: Counts): string {
  const precision = said > 0 ? right / said : 0;
  const recall = there > 0 ? right / there : 0;
  const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
  return `precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}  (${there})`;
}

function count(counts: Counts, found: ReadonlySet<string>, expected: ReadonlySet<string>): void {
  counts.said += found.size;
  counts.there += expected.size;
  counts.right += [...found].filter((span) => expected.has(span)).length;
}

/** Sentences written one character a line with BMES tags, parted by empty lines. */
function readBmes(text: string): Labelled[] {
  return text.split(/\n\s*\n/u).flatMap((block) => {
    let sentence = '';
    let start = 0;
    const spans = new Set<string>();
    for (const line of block.split('\n')) {
      const [character, tag] = line.trim().split(/\s+/u);
      if (!character || !tag) continue;
      const [place, kind] = tag.split('-');
      if (place === 'B' || place === 'S') start = sentence.length;
      sentence += character;
      if (place === 'E' || place === 'S') spans.add(`${kind} ${start} ${sentence.length}`);
    }
    return sentence === '' ? [] : [{ text: sentence, spans }];
  });
}

function benchResumes(): void {
  const sentences = readBmes(unzip('resume-ner-zh/train.char.bmes.gz')).filter((_, at) => isMeasured(at));
  process.stdout.write(`\nResumeNER, ${sentences.length} sentences, both ends exact\n`);
  for (const kind of ['NAME', 'ORG', 'TITLE', 'EDU']) {
    const counts = { right: 0, said: 0, there: 0 };
    const ofKind = (spans: Iterable<string>) => new Set([...spans].filter((span) => span.startsWith(`${kind} `)));
    for (const { text, spans } of sentences) {
      const entities = resumeEntities(readResume(text));
      count(counts, ofKind(entities.map((entity) => `${entity.kind} ${entity.start} ${entity.end}`)), ofKind(spans));
    }
    process.stdout.write(`  ${kind.padEnd(6)} ${score(counts)}\n`);
  }
  process.stdout.write(
    '  trained on this data: lattice LSTM, all 8 kinds, F1 0.945 on its test part (Zhang and Yang, ACL 2018)\n',
  );
}

const sentenceSchema = z.object({ tokens: z.array(z.string()), tags_knowledge: z.array(z.string()) });

function readTagged(line: string): Labelled {
  const { tokens, tags_knowledge: tags } = sentenceSchema.parse(JSON.parse(line));
  const spans = new Set<string>();
  let text = '';
  let start = -1;
  for (const [at, token] of tokens.entries()) {
    const tag = tags[at] ?? 'O';
    if (tag !== 'I' && start >= 0) {
      spans.add(`${start} ${text.length - 1}`);
      start = -1;
    }
    if (tag === 'B') start = text.length;
    text += `${token} `;
  }
  if (start >= 0) spans.add(`${start} ${text.length - 1}`);
  return { text, spans };
}

function benchKnowledge(): void {
  const sentences = unzip('skillspan/train.json.gz').trim().split('\n').map(readTagged);
  const counts = { right: 0, said: 0, there: 0 };
  for (const { text, spans } of sentences.filter((_, at) => isMeasured(at)))
    count(counts, new Set(findKnowledge(text).map(({ start, end }) => `${start} ${end}`)), spans);
  process.stdout.write(`\nSkillSpan, knowledge, both ends exact\n  ${score(counts)}\n`);
  process.stdout.write(
    '  trained on this data: language models adapted to postings, F1 about 0.6 on its test part (Zhang et al., NAACL 2022)\n',
  );
}

/** Whether somebody can meet both: "2 years or more" and a form's "3-4 years" do not contradict each other. */
function areCompatible(one: Years, other: Years): boolean {
  return one.min <= (other.max ?? Number.POSITIVE_INFINITY) && other.min <= (one.max ?? Number.POSITIVE_INFINITY);
}

async function benchPostings(): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(realFile('postings-51job/51jobs.xlsx'));
  const rows: string[][] = [];
  workbook.worksheets[0]?.eachRow((row) => {
    rows.push(Array.from({ length: 8 }, (_, at) => row.getCell(at + 1).text));
  });
  const parts = {
    role: { right: 0, of: 0 },
    'years, the same least': { right: 0, of: 0 },
    'years, no contradiction': { right: 0, of: 0 },
    degree: { right: 0, of: 0 },
  };
  let notFilledIn = 0;
  const told = (part: { right: number; of: number }, right: boolean) => {
    part.of += 1;
    part.right += right ? 1 : 0;
  };
  for (const [, title = '', , , , line = '', description = ''] of rows.filter((_, at) => isMeasured(at))) {
    const role = linkRole(title)?.id;
    if (role) told(parts.role, readPosting(`${title}\n${description}`).roleId === role);
    const cells = line.split('|').map((cell) => cell.trim());
    const years = cells.map(readYears).find((value) => value !== null);
    const proseYears = findYears(description)?.value;
    if (years && proseYears && years.min === 0 && proseYears.min > 0) notFilledIn++;
    else if (years && proseYears) {
      told(parts['years, the same least'], years.min === proseYears.min);
      told(parts['years, no contradiction'], areCompatible(years, proseYears));
    }
    const degree = cells.map(readDegree).find((value) => value !== null)?.minimum;
    const proseDegree = findDegree(description)?.value;
    if (degree && proseDegree) told(parts.degree, degree === proseDegree);
  }
  process.stdout.write('\n51job, the description against the form of the same row, where both say something\n');
  for (const [name, { right, of }] of Object.entries(parts))
    process.stdout.write(`  ${name.padEnd(24)} ${((100 * right) / Math.max(1, of)).toFixed(1)} % of ${of}\n`);
  process.stdout.write(
    `  left out of years: ${notFilledIn} rows whose form stands at its default "no experience" and whose description asks for years\n`,
  );
}

/** Prints what is read right of data that nobody on the project wrote, with the figures of published systems beside. */
export async function benchReading(): Promise<void> {
  benchResumes();
  benchKnowledge();
  await benchPostings();
}

if (import.meta.main) await benchReading();

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type CareerEntityKind, findCareerEntities } from '../../src/language/resume/index.ts';
import { realFile } from './real-data.ts';

type Labelled = { sentence: string; entities: Set<string> };

/** Sentences written one character a line with BMES tags, parted by empty lines. */
function readBmes(text: string): Labelled[] {
  return text.split(/\n\s*\n/).flatMap((block) => {
    let sentence = '';
    let start = 0;
    const entities = new Set<string>();
    for (const line of block.split('\n')) {
      const [character, tag] = line.trim().split(/\s+/);
      if (!character || !tag) continue;
      const [place, kind] = tag.split('-');
      if (place === 'B' || place === 'S') start = sentence.length;
      sentence += character;
      if (place === 'E' || place === 'S') entities.add(`${kind} ${start} ${sentence.length}`);
    }
    return sentence === '' ? [] : [{ sentence, entities }];
  });
}

/** The least F1 that is accepted; an entity counts only when both its ends are right. */
const floors: Record<CareerEntityKind, number> = { ORG: 0.8, TITLE: 0.86, EDU: 0.88, NAME: 0.94 };

describe('3,821 sentences from executives’ biographies (ResumeNER)', () => {
  const sentences = readBmes(gunzipSync(readFileSync(realFile('resume-ner-zh/train.char.bmes.gz'))).toString('utf8'));
  const found = sentences.map(
    ({ sentence }) => new Set(findCareerEntities(sentence).map(({ kind, start, end }) => `${kind} ${start} ${end}`)),
  );

  test('all sentences are there', () => {
    expect(sentences).toHaveLength(3_821);
  });

  test.each(Object.entries(floors))('%s: F1 is at least %d', (kind, floor) => {
    let right = 0;
    let said = 0;
    let there = 0;
    for (const [index, { entities }] of sentences.entries()) {
      const ofKind = [...(found[index] ?? [])].filter((entity) => entity.startsWith(`${kind} `));
      said += ofKind.length;
      right += ofKind.filter((entity) => entities.has(entity)).length;
      there += [...entities].filter((entity) => entity.startsWith(`${kind} `)).length;
    }
    const precision = right / said;
    const recall = right / there;
    const f1 = (2 * precision * recall) / (precision + recall);
    process.stdout.write(
      `${kind}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)} (${there} entities)\n`,
    );
    expect(f1).toBeGreaterThanOrEqual(floor);
  });
});

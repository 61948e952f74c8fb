import { join } from 'node:path';
import { z } from 'zod';
import { monthName, monthNumber } from './months.ts';
import { type Counted, movesOf, personAt } from './person-at.ts';
import {
  eachRow,
  listCell,
  listOf,
  loadSheet,
  openSheet,
  type Sheet,
  type Staging,
  stagedColumns,
  words,
} from './sheet.ts';
import { selectPeople } from './source-store.ts';
import { createMarker } from './terms.ts';

const month = z.string().transform(monthNumber);
const careerSchema = z.array(
  z.object({
    companyId: z.string().nullable(),
    industryId: z.string().nullable(),
    roleId: z.string().nullable(),
    seniority: z.string().nullable(),
    cityId: z.string().nullable(),
    start: month,
    end: month.nullable(),
    pay: z.number().nullable(),
    verified: month.nullable(),
  }),
);
const educationSchema = z.array(z.object({ degree: z.string(), endYear: z.number().nullable() }));

const json = (cell: string | null | undefined): unknown => (cell ? JSON.parse(words(cell)) : []);

function writeMoves(sheet: Sheet, id: string, person: Counted): void {
  for (const { month: at, from, to, nth } of movesOf(person)) {
    sheet.write([
      monthName(at),
      ...[id, nth, from.companyId, to.companyId, from.industryId, to.industryId],
      ...[from.cityId, to.cityId, from.roleId, to.roleId],
    ]);
  }
}

/** Stages `people`, as they were at the end of each month kept, and `moves`. */
export async function stagePeople(staging: Staging): Promise<void> {
  const files = { people: join(staging.folder, 'people.tsv'), moves: join(staging.folder, 'moves.tsv') };
  const [people, moves] = [openSheet(files.people), openSheet(files.moves)];
  const mark = createMarker(staging.terms);
  const months = staging.months.map((name) => ({ name, number: monthNumber(name) }));
  await eachRow(staging, selectPeople(staging.some), [people, moves], (row) => {
    const [id, cityId = null, birthYear, joined, origin, skills, career, education, wishes, wishedIn, text] = row;
    if (!id || !joined) return;
    const person: Counted = {
      cityId,
      birthYear: birthYear ? Number(birthYear) : null,
      joined: monthNumber(joined),
      degrees: educationSchema.parse(json(education)),
      steps: careerSchema.parse(json(career)),
    };
    const can = listOf(skills);
    const marks = mark(can, words(text));
    const wished = listCell(listOf(wishes));
    const wishedFrom = wishedIn ? monthNumber(wishedIn) : Number.POSITIVE_INFINITY;
    for (const { name, number } of months) {
      const at = personAt(person, number);
      if (!at) continue;
      people.write([
        name,
        ...[id, at.cityId, at.companyId, at.industryId, at.roleId, at.seniority, at.employed, person.birthYear],
        ...[at.degree, at.monthsWorked, at.verified, at.pay, listCell(can)],
        ...[number >= wishedFrom ? wished : '', origin, ...marks],
      ]);
    }
    writeMoves(moves, id, person);
  });
  await loadSheet(staging.duck, 'staged_people', files.people, stagedColumns('people', staging.terms.length));
  await loadSheet(staging.duck, 'staged_moves', files.moves, stagedColumns('moves', staging.terms.length));
}

import { expect, test } from 'vitest';
import { createTestContext } from '../../../test/database.ts';
import { createTestApp } from '../../../test/server.ts';
import { DEMO_PASSWORD, makeDemoWorld } from '../../../world/index.ts';
import { findCity } from '../../language/index.ts';
import { type Report, reportView } from '../model.ts';
import { REFERENCE_AGES, REFERENCE_TIERS } from './model.ts';

const context = await createTestContext();
await makeDemoWorld(context, { members: 1_200, companies: 40, postings: 2_000, seed: 8 });
const { app, signIn } = await createTestApp(context);
const analyst = await signIn('analyst@demo.example', DEMO_PASSWORD);

async function call(method: 'GET' | 'PUT', path: string, payload?: object) {
  const response = await app.inject({
    method,
    url: `/api/v1/insights${path}`,
    headers: { cookie: analyst, host: 'localhost', origin: 'http://localhost' },
    ...(payload && { payload }),
  });
  return { status: response.statusCode, body: response.json() };
}

const ask = async (more = ''): Promise<Report> =>
  reportView.parse((await call('GET', `/fields/aigc/report?from=2023-01&to=2023-03${more}`)).body);
const tableOf = (report: Report, id: string, table: string) =>
  report.figures.find((figure) => figure.id === id)?.tables.find((one) => one.id === table);

/** Half of it young people in small cities: unlike the network. */
const REFERENCE = {
  name: { zh: '\u53c2\u7167', en: 'Elsewhere' },
  source: 'Yearbook, table 3',
  cells: REFERENCE_TIERS.flatMap((tier) =>
    REFERENCE_AGES.map((age) => ({
      tier,
      age,
      share: tier === 'other' && age === '26-30' ? 0.5 + 0.5 / 20 : 0.5 / 20,
    })),
  ),
};

test('without a reference nothing is weighted; with one, shares are those of the weighted people, one by one', async () => {
  expect(await call('GET', '/fields/aigc/report?from=2023-01&to=2023-03&weights=reference')).toMatchObject({
    status: 404,
    body: { code: 'no-reference-population' },
  });
  const plain = await ask();
  const [first] = REFERENCE.cells;
  const wrong = { ...REFERENCE, cells: [{ ...first, share: 0.9 }, ...REFERENCE.cells.slice(1)] };
  expect((await call('PUT', '/reference', wrong)).status).toBe(400);
  expect((await call('PUT', '/reference', REFERENCE)).body.reference).toEqual(REFERENCE);
  expect(await ask()).toEqual(plain);
  const weighted = await ask('&weights=reference');

  // The same, slowly: everybody's cell, and how many are in it.
  const { rows } = await context.pool.query<{ city_id: string; birth_year: number }>(
    `select m.city_id, m.birth_year from member m where m.created_at < '2023-04-01'`,
  );
  const cellOf = (row: { city_id: string; birth_year: number }) => {
    const age = 2023 - row.birth_year;
    const band = age <= 25 ? 'to-25' : age <= 30 ? '26-30' : age <= 35 ? '31-35' : age <= 40 ? '36-40' : 'over-40';
    return `${findCity(row.city_id)?.tier ?? 'other'}/${band}`;
  };
  const people = new Map<string, number>();
  for (const row of rows) people.set(cellOf(row), (people.get(cellOf(row)) ?? 0) + 1);
  const usable = REFERENCE.cells.filter(({ tier, age }) => (people.get(`${tier}/${age}`) ?? 0) >= 5);
  const [there, here] = [
    usable.reduce((sum, cell) => sum + cell.share, 0),
    usable.reduce((sum, { tier, age }) => sum + (people.get(`${tier}/${age}`) ?? 0), 0),
  ];
  const weightOf = new Map(
    usable.map(({ tier, age, share }) => {
      const weight = share / there / ((people.get(`${tier}/${age}`) ?? 0) / here);
      return [`${tier}/${age}`, Math.min(5, Math.max(0.2, weight))];
    }),
  );
  const byCity = new Map<string, number>();
  let [mass, squares] = [0, 0];
  for (const row of rows) {
    const weight = weightOf.get(cellOf(row));
    if (weight === undefined) continue;
    mass += weight;
    squares += weight ** 2;
    byCity.set(row.city_id, (byCity.get(row.city_id) ?? 0) + weight);
  }
  const figure = weighted.figures.find((one) => one.id === 'people-by-city');
  const bands = tableOf(weighted, 'people-by-city', 'cities');
  // Weights are rounded to two digits, and effective people to whole ones.
  expect(Math.abs((figure?.baseline?.n ?? 0) - mass ** 2 / squares)).toBeLessThan(0.05 * (mass ** 2 / squares));
  for (const row of bands?.rows ?? []) {
    if (row.cells[2]?.suppressed) continue;
    expect(Math.abs((row.cells[2]?.value ?? 0) - (byCity.get(row.key) ?? 0) / mass)).toBeLessThan(0.02);
  }
  expect(figure?.n).toBeLessThan(plain.figures.find((one) => one.id === 'people-by-city')?.n ?? 0);
  expect(bands?.columns[0]?.label.en).toBe('Effective people (weighted)');
  expect(figure?.notes.map((note) => note.en).join()).toContain('Weighted to "Elsewhere"');
  expect(weighted.notes.at(-1)?.en).toContain('Yearbook, table 3');
  // Figures that are not weighted stay as they were.
  expect(tableOf(weighted, 'verified-share', 'seniorities')).toEqual(tableOf(plain, 'verified-share', 'seniorities'));
  expect(tableOf(weighted, 'new-postings', 'years')).toEqual(tableOf(plain, 'new-postings', 'years'));
});

test('the public edition is not weighted', async () => {
  const { body } = await call('GET', '/fields/aigc/report?from=2023-01&to=2023-03&weights=reference&epsilon=1');
  expect(body.code).toBe('weights-and-noise');
});

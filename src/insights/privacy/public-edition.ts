import { createHmac } from 'node:crypto';
import { type Context, readSecrets } from '../../platform/index.ts';
import { FIGURES } from '../figures/index.ts';
import type { Figure, FigureId } from '../model.ts';
import type { Draft, Reading } from '../reading.ts';
import { type Privacy, privateFigures } from './private-figures.ts';

/** Figures on postings, which are no personal data. */
const OF_POSTINGS: readonly FigureId[] = ['new-postings', 'postings-by-industry', 'skills-in-demand', 'pay-by-role'];
const DEMAND = ['postings', 'demand', 'high'];

/** F3 without its people: demand alone. */
function demandOnly({ figure }: Draft): Figure {
  const tables = figure.tables.flatMap((table) => {
    if (table.id !== 'roles') return [];
    const kept = table.columns.flatMap((column, at) => (DEMAND.includes(column.id) ? [at] : []));
    const pick = <T>(list: readonly T[]) => kept.flatMap((at) => list[at] ?? []);
    return [
      {
        ...table,
        columns: pick(table.columns),
        rows: table.rows.map((row) => ({ ...row, cells: pick(row.cells), opens: false })),
      },
    ];
  });
  const chart: Figure['chart'] = tables.length > 0 ? { kind: 'bars', table: 'roles', columns: ['demand'] } : null;
  const notes = [
    {
      zh: '公开版只列需求；投递与意向涉及个人，不公开',
      en: 'The public edition has demand alone: applications and wishes are about people and are left out',
    },
  ];
  return { ...figure, suppressedGroups: 0, tables, chart, sentences: [], notes };
}

/**
 * A secret of this installation for noise: what follows from it cannot be told without it, and does not tell of the secret
 * that sessions are signed with.
 */
export function noiseSecret(context: Pick<Context, 'dataFolder'>): string {
  return createHmac('sha256', readSecrets(context.dataFolder).session).update('noise of public reports').digest('hex');
}

/** The report's figures as they may be published: those on postings as they are, those on people with noise. */
export async function draftPublicEdition(reading: Reading, privacy: Privacy): Promise<Draft[]> {
  const withoutPeople: Reading = { ...reading, hasPeople: false };
  const drafts: Draft[] = [];
  for (const id of OF_POSTINGS) drafts.push(await FIGURES[id](withoutPeople));
  const demand = demandOnly(await FIGURES['supply-and-demand'](withoutPeople));
  const people = await privateFigures(reading, privacy);
  const more = [demand, ...people].map((figure): Draft => ({ figure, claims: [] }));
  return [...drafts, ...more].sort((a, b) => Number(a.figure.code.slice(1)) - Number(b.figure.code.slice(1)));
}

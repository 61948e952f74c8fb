import { PARTS, type Parts } from '../model.ts';
import { GAIN, type Multipliers, type ShownList } from './model.ts';
import { type Exponents, multipliersOf, scoreWithGradient, weighedBy } from './score-gradient.ts';

/** A tenth of the whole score between two people is a preference of about three to one. */
const SHARPNESS = 12;
/** How strongly the weights are held to the defaults: a part that is doubled or halved has to gain as much as so many lists tell. */
const HELD = 1.5;
/** Weights go from half to twice their default, and no further. */
const FURTHEST = 1;
/** Somebody far down who was chosen counts at most this often (clipped weights, Strehl and others 2010). */
export const MOST_WEIGHT = 20;
const STEPS = 150;

/** How likely a place is looked at, from 1 for the first. */
export const propensityAt = (rank: number, eta: number): number => Math.max(1 / MOST_WEIGHT, rank ** -eta);

type Row = {
  readonly parts: Parts;
  /** What a choice of this person weighs; 0 for those who were not chosen. */
  readonly weight: number;
  readonly gradient: Float64Array;
  score: number;
  pull: number;
};

const logistic = (x: number) => 1 / (1 + Math.exp(-x));
const logLoss = (x: number) => (x > 30 ? 0 : Math.log1p(Math.exp(-x)));

const rowsOf = ({ showings }: ShownList, eta: number): Row[] =>
  showings.map(({ parts, outcome, rank }) => ({
    parts,
    weight: GAIN[outcome] / propensityAt(rank, eta),
    gradient: new Float64Array(PARTS.length),
    score: 0,
    pull: 0,
  }));

/** The loss of one list's pairs, and what each person's score should do about it, written into the rows. */
function pairLoss(rows: readonly Row[]): number {
  let loss = 0;
  for (const row of rows) row.pull = 0;
  for (const chosen of rows) {
    if (chosen.weight === 0) continue;
    const weight = chosen.weight / (rows.length - 1);
    for (const other of rows) {
      if (other === chosen) continue;
      const apart = SHARPNESS * (chosen.score - other.score);
      loss += weight * logLoss(apart);
      const pull = -weight * SHARPNESS * logistic(-apart);
      chosen.pull += pull;
      other.pull -= pull;
    }
  }
  return loss;
}

/** The loss over all lists, per unit of evidence, and its gradient written into `gradient`. */
function lossOf(lists: readonly (readonly Row[])[], exponents: Exponents, gradient: Float64Array): number {
  gradient.fill(0);
  const weighed = weighedBy(exponents);
  let [loss, evidence] = [0, 0];
  for (const rows of lists) {
    for (const row of rows) {
      row.score = scoreWithGradient(row.parts, weighed, row.gradient);
      evidence += row.weight;
    }
    loss += pairLoss(rows);
    for (const row of rows) {
      if (row.pull === 0) continue;
      for (let n = 0; n < gradient.length; n++) gradient[n] = (gradient[n] ?? 0) + row.pull * (row.gradient[n] ?? 0);
    }
  }
  const scale = evidence === 0 ? 0 : 1 / evidence;
  const held = HELD / Math.max(1, lists.length);
  let total = loss * scale;
  for (const [n, value] of exponents.entries()) {
    total += held * value * value;
    gradient[n] = (gradient[n] ?? 0) * scale + 2 * held * value;
  }
  return total;
}

/**
 * The weights under which those whom recruiters chose stand above the others of the same list: logistic loss over pairs,
 * each weighed by what the choice says and by one over how likely the place was looked at, so that the order in which
 * people were shown is not learned back (Joachims, Swaminathan and Schnabel 2017). Whoever was chosen is compared with
 * everybody else on the list, also with others who were chosen: leaving these out would count those as worse who merely
 * were not looked at. Projected gradient with steps that are halved until they help; the same lists give the same weights.
 */
export function fitWeights(lists: readonly ShownList[], eta: number): Multipliers {
  const rows = lists.filter(({ showings }) => showings.length > 1).map((list) => rowsOf(list, eta));
  let exponents = new Float64Array(PARTS.length);
  const gradient = new Float64Array(PARTS.length);
  const unused = new Float64Array(PARTS.length);
  let loss = lossOf(rows, exponents, gradient);
  let step = 8;
  for (let n = 0; n < STEPS && step > 1e-3; n++) {
    const tried = exponents.map((value, at) =>
      Math.max(-FURTHEST, Math.min(FURTHEST, value - step * (gradient[at] ?? 0))),
    );
    const next = lossOf(rows, tried, unused);
    if (next >= loss) {
      step /= 2;
      continue;
    }
    const gained = loss - next;
    exponents = tried;
    gradient.set(unused);
    loss = next;
    step *= 1.6;
    if (gained < 1e-8) break;
  }
  return multipliersOf(exponents);
}

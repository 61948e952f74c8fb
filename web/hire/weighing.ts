import { PARTS } from '../components/score-parts.tsx';

/** What a recruiter can weigh: every part but the words that are alike, which are a hint and no more. */
const isCriterion = (part: (typeof PARTS)[number]) => part !== 'words';
export const CRITERIA = PARTS.filter(isCriterion);
export type Criterion = (typeof CRITERIA)[number];
/** How much each part matters: 0 not at all, 1 as usual. */
export type Weighing = Partial<Record<Criterion, string>>;

/** From what matters most to what does not. */
export const STEPS = ['4', '2', '1', '0.5', '0'] as const;
export const STEP_NAMES = { '4': 'most', '2': 'more', '1': 'usual', '0.5': 'less', '0': 'none' } as const;
/** Which of the steps a part stands on. */
export const stepOf = (weighing: Weighing, part: Criterion) =>
  Math.max(0, STEPS.indexOf((weighing[part] ?? '1') as '1'));

/** As the API takes it: `pay:0,skills:2`; undefined where everything is as usual. */
export function weighText(weighing: Weighing): string | undefined {
  const pairs = CRITERIA.flatMap((part) => (weighing[part] ? [`${part}:${weighing[part]}`] : []));
  return pairs.length > 0 ? pairs.join(',') : undefined;
}

/** What `weighText` was written from; parts that are not weighed here are left out. */
export function readWeighing(text: string): Weighing {
  const pairs = text.split(',').map((pair) => pair.split(':'));
  return Object.fromEntries(
    CRITERIA.flatMap((part) => {
      const weight = pairs.find(([name]) => name === part)?.[1];
      return weight && weight !== '1' && STEPS.some((step) => step === weight) ? [[part, weight]] : [];
    }),
  );
}

/** The criteria in their order: what matters most first, and among equals the usual order. */
export function inOrder(weighing: Weighing): Criterion[] {
  return [...CRITERIA].sort((a, b) => stepOf(weighing, a) - stepOf(weighing, b));
}

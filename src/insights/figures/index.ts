import type { FigureId } from '../model.ts';
import type { FigureMaker } from '../reading.ts';
import { newPostings } from './new-postings.ts';
import { payByRole } from './pay-by-role.ts';
import { peopleByCity } from './people-by-city.ts';
import { postingsByIndustry } from './postings-by-industry.ts';
import { skillsInDemand } from './skills-in-demand.ts';

/** Every figure of a report. */
export const FIGURES: Readonly<Partial<Record<FigureId, FigureMaker>>> = {
  'new-postings': newPostings,
  'postings-by-industry': postingsByIndustry,
  'skills-in-demand': skillsInDemand,
  'pay-by-role': payByRole,
  'people-by-city': peopleByCity,
};

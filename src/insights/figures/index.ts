import type { FigureId } from '../model.ts';
import type { FigureMaker } from '../reading.ts';
import { aiExposure } from './ai-exposure.ts';
import { hotTopics } from './hot-topics.ts';
import { newPostings } from './new-postings.ts';
import { payByRole } from './pay-by-role.ts';
import { peopleByAge } from './people-by-age.ts';
import { peopleByCity } from './people-by-city.ts';
import { peopleByDegree } from './people-by-degree.ts';
import { peopleByExperience } from './people-by-experience.ts';
import { peopleByIndustry } from './people-by-industry.ts';
import { postingsByIndustry } from './postings-by-industry.ts';
import { skillsInDemand } from './skills-in-demand.ts';
import { supplyAndDemand } from './supply-and-demand.ts';
import { verifiedShare } from './verified-share.ts';

/** Every figure of a report. */
export const FIGURES: Readonly<Record<FigureId, FigureMaker>> = {
  'new-postings': newPostings,
  'postings-by-industry': postingsByIndustry,
  'supply-and-demand': supplyAndDemand,
  'skills-in-demand': skillsInDemand,
  'pay-by-role': payByRole,
  'people-by-city': peopleByCity,
  'people-by-industry': peopleByIndustry,
  'people-by-age': peopleByAge,
  'people-by-degree': peopleByDegree,
  'people-by-experience': peopleByExperience,
  'hot-topics': hotTopics,
  'verified-share': verifiedShare,
  'ai-exposure': aiExposure,
};

import { BANDS_OF_AGE } from '../figures/people-by-age.ts';
import { BANDS_OF_EXPERIENCE } from '../figures/people-by-experience.ts';
import type { FigureId } from '../model.ts';
import type { Reading } from '../reading.ts';
import { literal } from '../warehouse/index.ts';

/** What the rows behind a figure are, and the SQL that is true of a group's. */
export type GroupFilter = { readonly of: 'postings' | 'people' | 'posts'; readonly is: string };

const postings = (is: string): GroupFilter => ({ of: 'postings', is });
const people = (is: string): GroupFilter => ({ of: 'people', is });

/** The group's filter over its table; null where the figure has no rows by that key. `key` is any text that somebody sent. */
export function groupFilter(figureId: FigureId, tableId: string, key: string): GroupFilter | null {
  const value = literal(key);
  switch (figureId) {
    case 'new-postings': {
      const month = tableId === 'months' && /^\d{4}-\d{2}$/.test(key);
      return postings(month ? `month = ${value}` : 'true');
    }
    case 'postings-by-industry':
      return postings(`industry_id = ${value}`);
    case 'supply-and-demand':
      return postings(`role_id = ${value}`);
    case 'skills-in-demand':
      return postings(`list_contains(skills, ${value})`);
    case 'pay-by-role':
      return tableId === 'offered' ? postings(`role_id = ${value} and pay is not null`) : null;
    case 'people-by-city':
      return tableId === 'cities' ? people(`city_id = ${value}`) : null;
    case 'people-by-industry':
      return people(`industry_id = ${value}`);
    case 'people-by-age':
      return people(`${BANDS_OF_AGE} = ${value}`);
    case 'people-by-degree':
      return people(`degree = ${value}`);
    case 'people-by-experience':
      return people(`${BANDS_OF_EXPERIENCE} = ${value}`);
    case 'hot-topics':
      return { of: 'posts', is: `list_contains(topics, ${value})` };
    case 'verified-share':
      return people(`seniority = ${value}`);
    case 'ai-exposure':
      return tableId === 'roles' ? people(`role_id = ${value}`) : null;
  }
}

/** The period's rows of the field and source. */
export function rowsOfReading(reading: Reading, of: GroupFilter['of']): string {
  const { period, is, ofSource, isNew, peopleMonth } = reading;
  const inPeriod = `month between '${period.from}' and '${period.to}'`;
  if (of === 'postings') return `${inPeriod} and ${ofSource} and ${isNew} and ${is}`;
  return of === 'people' ? `month = '${peopleMonth ?? ''}' and ${is}` : inPeriod;
}

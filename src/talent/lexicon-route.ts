import { z } from 'zod';
import { cities, industries, roles, skills } from '../language/index.ts';
import { anyone, defineRoute, type Route } from '../platform/index.ts';

const names = z.record(z.string(), z.tuple([z.string(), z.string()]));
const byId = (entries: readonly { id: string; zh: string; en: string }[]) =>
  Object.fromEntries(entries.map((entry): [string, [string, string]] => [entry.id, [entry.zh, entry.en]]));

/** The names, in Chinese and English, of everything that has an id in the API. */
export function lexiconRoute(): Route {
  return defineRoute({
    method: 'GET',
    path: '/lexicon',
    operationId: 'getLexicon',
    tag: 'talent',
    summary: 'The names of skills, roles, cities and industries in Chinese and English, by id',
    allow: anyone,
    reply: z.object({ skills: names, roles: names, cities: names, industries: names }).meta({ id: 'Lexicon' }),
    handle: ({ reply }) => {
      reply.header('cache-control', 'private, max-age=3600');
      return { skills: byId(skills()), roles: byId(roles()), cities: byId(cities()), industries: byId(industries()) };
    },
  });
}

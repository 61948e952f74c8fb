import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { buildSocialGraph } from '../graph/index.ts';
import { noPostingIndex, noTalentIndex } from '../matching/index.ts';
import { openApiDocument } from './openapi.ts';
import { allRoutes } from './routes.ts';

/** The OpenAPI document without a server: routes are described by their schemas alone. */
export function describeApi(): Record<string, unknown> {
  const services = {
    graph: buildSocialGraph([]),
    talentIndex: noTalentIndex(),
    postingIndex: noPostingIndex(),
    smtpUrl: null,
  };
  return openApiDocument(allRoutes(services));
}

/** Writes the types of the web app's API client, made from the OpenAPI document. */
export async function generateClient(): Promise<void> {
  const source = await openapiTypescript(JSON.stringify(describeApi()));
  const target = join(import.meta.dirname, '..', '..', 'web', 'api', 'schema.gen.ts');
  writeFileSync(target, `/* Made from the API's schemas by "npm run generate". */\n${astToString(source)}`);
}

if (import.meta.main) await generateClient();

import { z } from 'zod';
import type { Route } from '../platform/index.ts';

type JsonSchema = Record<string, unknown>;

const PROBLEM: JsonSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: { path: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};

function jsonSchema(schema: z.ZodType, io: 'input' | 'output', components: Map<string, JsonSchema>): JsonSchema {
  const {
    $schema: _,
    $defs,
    ...rest
  } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as JsonSchema & {
    $defs?: Record<string, JsonSchema>;
  };
  for (const [name, definition] of Object.entries($defs ?? {})) components.set(name, definition);
  const text = JSON.stringify(rest).replaceAll('"#/$defs/', '"#/components/schemas/');
  return JSON.parse(text) as JsonSchema;
}

function parameters(route: Route, components: Map<string, JsonSchema>): JsonSchema[] {
  return (['params', 'query'] as const).flatMap((where) => {
    const schema = route.schemas[where];
    if (!schema) return [];
    const object = jsonSchema(schema, 'input', components);
    const required = new Set((object.required as string[] | undefined) ?? []);
    return Object.entries((object.properties as Record<string, JsonSchema> | undefined) ?? {}).map(
      ([name, property]) => ({
        name,
        in: where === 'params' ? 'path' : 'query',
        required: where === 'params' || required.has(name),
        schema: property,
      }),
    );
  });
}

function answerOf(route: Route, components: Map<string, JsonSchema>): JsonSchema {
  if (route.mediaTypes.length === 0)
    return {
      description: 'Done',
      content: { 'application/json': { schema: jsonSchema(route.schemas.reply, 'output', components) } },
    };
  const file = { schema: { type: 'string', format: 'binary' } };
  return { description: 'The file', content: Object.fromEntries(route.mediaTypes.map((type) => [type, file])) };
}

/** The OpenAPI 3.1 document of the routes, made from the very schemas that check them. */
export function openApiDocument(routes: readonly Route[]): JsonSchema {
  const components = new Map<string, JsonSchema>();
  const paths: Record<string, JsonSchema> = {};
  for (const route of routes) {
    const path = `/api/v1${route.path.replaceAll(/:(\w+)/g, '{$1}')}`;
    const body = route.schemas.body;
    const content = route.takesBytes
      ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
      : body && { 'application/json': { schema: jsonSchema(body, 'input', components) } };
    paths[path] = {
      ...paths[path],
      [route.method.toLowerCase()]: {
        operationId: route.operationId,
        summary: route.summary,
        tags: [route.tag],
        parameters: parameters(route, components),
        ...(content && { requestBody: { required: true, content } }),
        responses: {
          [route.status]: route.status === 204 ? { description: 'Done' } : answerOf(route, components),
          default: {
            description: 'What is wrong, and what to do (RFC 9457)',
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
          },
        },
      },
    };
  }
  const schemas = Object.fromEntries([...components].sort(([a], [b]) => a.localeCompare(b)));
  const text = JSON.stringify({ ...schemas, Problem: PROBLEM }).replaceAll('"#/$defs/', '"#/components/schemas/');
  return {
    openapi: '3.1.0',
    info: {
      title: 'Renmai',
      version: '1',
      description: 'A professional network that hires. Sessions are cookies; every list is paged by cursor.',
    },
    paths,
    components: { schemas: JSON.parse(text) as JsonSchema },
  };
}

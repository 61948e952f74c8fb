import { z } from 'zod';
import {
  type Actor,
  type Context,
  defineRoute,
  fail,
  granted,
  type Route,
  requireAccount,
  type Text,
} from '../platform/index.ts';
import { termsOf } from './fields/condition.ts';
import { leavesOf, unknownNames } from './fields/condition-words.ts';
import { SHIPPED_FIELDS } from './fields/shipped.ts';
import { type Condition, conditionSchema, type FieldView, fieldView, monthSchema } from './model.ts';
import { fieldOf } from './open-reading.ts';
import { mayEditField } from './policy.ts';
import { previewField } from './preview/preview-field.ts';
import { addField, changeField, listFields, removeField } from './store.ts';

const tag = 'insights';
const analysts = granted('analyst');
const fieldParams = z.object({ fieldId: z.string().max(60) });
const text = z.object({ zh: z.string(), en: z.string() });
const named = z.object({ zh: z.string().trim().min(1).max(60), en: z.string().trim().min(1).max(60) });
const told = z.object({ zh: z.string().trim().max(500), en: z.string().trim().max(500) });

export const fieldInput = z
  .object({ name: named, about: told.default({ zh: '', en: '' }), definition: conditionSchema })
  .meta({ id: 'FieldInput' });

const example = z
  .object({ id: z.uuid(), title: z.string(), company: z.string(), city: text, publishedOn: z.string(), why: text })
  .meta({ id: 'FieldExample' });
const preview = z
  .object({
    postings: z.number(),
    people: z.number().nullable(),
    applications: z.number().nullable(),
    taken: z.array(example),
    leftOut: z.array(example),
  })
  .meta({ id: 'FieldPreview' });

const MOST_TERMS = 200;
/** Addresses of other pages beside the reports. */
const TAKEN_ADDRESSES = new Set(['new', 'forecasts', 'publishing', 'reference']);

/** Refuses names that the lexicon does not know, and definitions that nobody could read. */
function requireSound(definition: Condition): void {
  const unknown = unknownNames(definition);
  if (unknown.length > 0) {
    throw fail(
      'invalid',
      'unknown-name',
      {
        zh: '定义里有词典中没有的岗位或行业',
        en: 'The definition names a role or industry that the lexicon does not have',
      },
      unknown.map(({ path, name }): { path: string; message: Text } => ({
        path,
        message: { zh: `没有“${name}”`, en: `There is no "${name}"` },
      })),
    );
  }
  if (leavesOf(definition).length > MOST_TERMS || termsOf(definition).length > MOST_TERMS) {
    throw fail('invalid', 'definition-too-long', {
      zh: `定义最多包含 ${MOST_TERMS} 项`,
      en: `A definition has ${MOST_TERMS} terms at most`,
    });
  }
}

async function editable(context: Context, actor: Actor, id: string): Promise<FieldView> {
  const field = fieldOf(await listFields(context.db), id);
  if (!mayEditField(actor, field)) {
    throw fail('forbidden', 'field-comes-with-the-program', {
      zh: '程序自带的领域不能修改，可以复制为新的领域',
      en: 'Fields that come with the program cannot be changed; copy it to a new one',
    });
  }
  return field;
}

/** Making and changing fields, and trying a definition out. */
export function fieldRoutes(): Route[] {
  return [
    defineRoute({
      method: 'POST',
      path: '/insights/fields',
      operationId: 'createField',
      tag,
      summary: 'Makes a field',
      allow: analysts,
      body: fieldInput.extend({ id: fieldView.shape.id }),
      reply: fieldView,
      status: 201,
      handle: async ({ context, actor, body }) => {
        requireSound(body.definition);
        const taken = TAKEN_ADDRESSES.has(body.id) || SHIPPED_FIELDS.some((field) => field.id === body.id);
        if (taken || !(await addField(context, requireAccount(actor).id, body))) {
          throw fail('conflict', 'field-exists', {
            zh: `已经有“${body.id}”这个领域`,
            en: `There is a field "${body.id}" already`,
          });
        }
        return fieldOf(await listFields(context.db), body.id);
      },
    }),
    defineRoute({
      method: 'PUT',
      path: '/insights/fields/:fieldId',
      operationId: 'changeField',
      tag,
      summary: 'Changes a field',
      allow: analysts,
      params: fieldParams,
      body: fieldInput,
      reply: fieldView,
      handle: async ({ context, actor, params, body }) => {
        requireSound(body.definition);
        await editable(context, actor, params.fieldId);
        await changeField(context, requireAccount(actor).id, params.fieldId, body);
        return fieldOf(await listFields(context.db), params.fieldId);
      },
    }),
    defineRoute({
      method: 'DELETE',
      path: '/insights/fields/:fieldId',
      operationId: 'removeField',
      tag,
      summary: 'Removes a field',
      allow: analysts,
      params: fieldParams,
      reply: z.object({ removed: z.literal(true) }),
      handle: async ({ context, actor, params }) => {
        await editable(context, actor, params.fieldId);
        await removeField(context, requireAccount(actor).id, params.fieldId);
        return { removed: true as const };
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/insights/preview',
      operationId: 'previewField',
      tag,
      summary: 'What a definition would take and only just leave out',
      allow: analysts,
      body: z.object({ definition: conditionSchema, from: monthSchema, to: monthSchema }),
      reply: preview,
      perMinute: 60,
      handle: async ({ context, body }) => {
        requireSound(body.definition);
        const found = await previewField(context, body.definition, { from: body.from, to: body.to });
        return { ...found, taken: [...found.taken], leftOut: [...found.leftOut] };
      },
    }),
  ];
}

import type { ColumnType } from 'kysely';

/** A jsonb column: reads as an unknown value that a zod schema must prove, writes as JSON text. */
export type JsonColumn = ColumnType<unknown, string, string>;
export type JsonColumnWithDefault = ColumnType<unknown, string | undefined, string>;
export type NullableJsonColumn = ColumnType<unknown, string | null | undefined, string | null>;

import { z } from 'zod';
import { type JsonPath } from '../read/json';
import { type SettingsSchema, schemaWith } from './environment';

export interface FieldSchema {
  description?: string;
  type?: string;
  properties?: Record<string, FieldSchema>;
  additionalProperties?: FieldSchema | boolean;
  required?: string[];
  items?: FieldSchema;
  anyOf?: FieldSchema[];
  oneOf?: FieldSchema[];
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
}

/** The zod schema as JSON Schema. Made once: that takes longer than to check an environment. */
export function resolvedSchema(settings?: SettingsSchema): FieldSchema {
  const schema = made.get(settings) ?? jsonSchemaOf(settings);
  made.set(settings, schema);
  return schema;
}

const made = new Map<SettingsSchema | undefined, FieldSchema>();

const jsonSchemaOf = (settings?: SettingsSchema): FieldSchema =>
  // A team may write a check that JSON Schema cannot say; synthesis still holds it.
  z.toJSONSchema(schemaWith(settings), { target: 'draft-7', io: 'input', unrepresentable: 'any' }) as FieldSchema;

/** What an object may have, in any of its shapes. */
export function membersOf(field: FieldSchema | undefined): Record<string, FieldSchema> {
  const { anyOf = [], oneOf = [], properties } = field ?? {};
  return { ...Object.assign({}, ...[...anyOf, ...oneOf].map(membersOf)), ...properties } as Record<string, FieldSchema>;
}

/** The description of the field at a path; undefined when no such field exists. */
export function fieldAt(path: JsonPath, schema: FieldSchema): FieldSchema | undefined {
  let field: FieldSchema | undefined = schema;
  for (const step of path) {
    const other: FieldSchema | boolean | undefined = field?.additionalProperties;
    if (typeof step === 'number') field = field?.items;
    else field = membersOf(field)[step] ?? (typeof other === 'object' ? other : undefined);
  }
  return field;
}

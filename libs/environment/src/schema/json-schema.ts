import { z } from 'zod';
import { type JsonPath } from '../read/json';
import { environmentSchema } from './environment';

export interface FieldSchema {
  description?: string;
  type?: string;
  properties?: Record<string, FieldSchema>;
  additionalProperties?: FieldSchema | boolean;
  required?: string[];
  items?: FieldSchema;
  anyOf?: FieldSchema[];
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
}

/** The zod schema as JSON Schema; made once, and only when someone asks. */
let resolved: FieldSchema | undefined;
export function resolvedSchema(): FieldSchema {
  resolved ??= z.toJSONSchema(environmentSchema, { target: 'draft-7', io: 'input' }) as FieldSchema;
  return resolved;
}

/** The description of the field at a path; undefined when no such field exists. */
export function fieldAt(path: JsonPath, schema = resolvedSchema()): FieldSchema | undefined {
  let field: FieldSchema | undefined = schema;
  for (const step of path) {
    const other: FieldSchema | boolean | undefined = field?.additionalProperties;
    if (typeof step === 'number') field = field?.items;
    else field = field?.properties?.[step] ?? (typeof other === 'object' ? other : undefined);
  }
  return field;
}

import { check } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';

type Type = 'array' | 'boolean' | 'integer' | 'null' | 'number' | 'object' | 'string';

/**
 * JSON schema, draft 4: the only one that API Gateway knows.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings-models.html
 * @see https://json-schema.org/draft-04
 */
export interface JsonSchema {
  readonly $schema?: 'http://json-schema.org/draft-04/schema#';
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly format?: string;
  readonly type?: Type | readonly Type[];
  readonly enum?: readonly unknown[];
  readonly allOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly not?: JsonSchema;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly dependencies?: Readonly<Record<string, JsonSchema | readonly string[]>>;
  readonly items?: JsonSchema | readonly JsonSchema[];
  readonly additionalItems?: boolean | JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: boolean;
  readonly exclusiveMaximum?: boolean;
  readonly multipleOf?: number;
}

/** Keywords by what their value is. */
const keywords = {
  text: ['$ref', '$schema', 'description', 'format', 'pattern', 'title'],
  json: ['default', 'enum', 'required', 'type'],
  number: ['maximum', 'minimum', 'multipleOf'],
  count: ['maxItems', 'maxLength', 'maxProperties', 'minItems', 'minLength', 'minProperties'],
  flag: ['exclusiveMaximum', 'exclusiveMinimum', 'uniqueItems'],
  schema: ['additionalItems', 'additionalProperties', 'allOf', 'anyOf', 'items', 'not', 'oneOf'],
  schemas: ['definitions', 'dependencies', 'patternProperties', 'properties'],
} satisfies Record<string, (keyof JsonSchema)[]>;

const kinds = new Map(Object.entries(keywords).flatMap(([kind, names]) => names.map((name) => [name as string, kind])));

/**
 * API Gateway refuses no keyword: one that it does not know silently checks nothing.
 *
 * @throws ConstructError for a keyword that draft 4 does not have, with its JSON pointer.
 */
export function checkSchema(construct: IConstruct, prop: string, schema: unknown, pointer = '#'): void {
  if (Array.isArray(schema)) {
    for (const [index, item] of schema.entries()) checkSchema(construct, prop, item, `${pointer}/${index}`);
    return;
  }
  if (typeof schema !== 'object' || schema === null) return;
  for (const [keyword, value] of Object.entries(schema)) {
    const kind = kinds.get(keyword);
    const at = `${pointer}/${keyword}`;
    check(construct, kind !== undefined && (kind !== 'flag' || typeof value === 'boolean'), {
      prop: `${prop}, ${at}`,
      expected: 'a keyword of JSON schema draft 4',
      found: value,
      fix: 'API Gateway knows no later draft and would check nothing; write it in draft 4',
    });
    if (kind === 'schema') checkSchema(construct, prop, value, at);
    if (kind === 'schemas') {
      for (const [name, inner] of Object.entries(value as Record<string, unknown>)) {
        if (!isListOfNames(inner)) checkSchema(construct, prop, inner, `${at}/${name}`);
      }
    }
  }
}

/** `dependencies` may list properties instead of holding a schema. */
function isListOfNames(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

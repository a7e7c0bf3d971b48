import { Construct } from 'constructs';
import { checkSchema } from './json-schema';

const model = new (class extends Construct {})(undefined as never, 'Report');

describe('a schema of draft 4', () => {
  it.each([
    [{}],
    [{ type: 'object', properties: { const: { type: 'string' }, if: {} }, required: ['const'] }],
    [{ items: [{ type: 'string' }, { type: 'integer', minimum: 0, exclusiveMinimum: true }] }],
    [{ additionalProperties: false, definitions: { a: { enum: [{ const: 1 }] } }, $ref: '#/definitions/a' }],
    [{ dependencies: { a: ['b'], c: { required: ['d'] } } }],
    [{ default: { examples: [] }, not: { anyOf: [{ type: 'null' }] } }],
    [{ $schema: 'http://json-schema.org/draft-04/schema#', title: 'a', description: 'b', format: 'date' }],
    [
      {
        maximum: 9,
        minimum: 1,
        exclusiveMaximum: true,
        multipleOf: 2,
        minLength: 1,
        maxLength: 2,
        pattern: 'a',
      },
    ],
    [{ minProperties: 1, maxProperties: 2, patternProperties: { a: {} }, minItems: 1, maxItems: 2 }],
    [{ allOf: [{}], oneOf: [{}], additionalItems: {}, uniqueItems: true }],
  ])('%j is accepted', (schema) => {
    expect(() => checkSchema(model, 'schema', schema)).not.toThrow();
  });
});

it.each([
  [{ const: 1 }, '#/const', '1'],
  [{ properties: { a: { examples: ['x'] } } }, '#/properties/a/examples', '["x"]'],
  [{ items: [{}, { contains: {} }] }, '#/items/1/contains', '{}'],
  [{ allOf: [{ if: {} }] }, '#/allOf/0/if', '{}'],
  [{ additionalProperties: { exclusiveMaximum: 5 } }, '#/additionalProperties/exclusiveMaximum', '5'],
  [{ dependencies: { a: { $defs: {} } } }, '#/dependencies/a/$defs', '{}'],
])('fails when a schema is %j', (schema, pointer, found) => {
  expect(() => checkSchema(model, 'schema', schema)).toThrow(
    `Report, schema, ${pointer}: expected a keyword of JSON schema draft 4, found ${found}. ` +
      'API Gateway knows no later draft and would check nothing; write it in draft 4.',
  );
});

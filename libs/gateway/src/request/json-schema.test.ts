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

import Ajv from 'ajv-draft-04';
import { exampleOf, type Schema } from './example';

const ajv = new Ajv({ strict: false, validateFormats: false });
const named: Record<string, Schema> = { '#/definitions/item': { type: 'string', minLength: 3 } };
const example = (schema: Schema) => exampleOf(schema, (ref) => named[ref]);

describe('a value made up from a schema', () => {
  it.each<Schema>([
    { type: 'object' },
    { type: 'object', required: ['title'], properties: { title: { type: 'string', minLength: 12, maxLength: 20 } } },
    { type: 'object', minProperties: 1, properties: { a: { type: 'integer' } } },
    { properties: { a: { type: 'boolean' } }, required: ['a'] },
    { type: 'array', minItems: 2, items: { type: 'number', minimum: 3, exclusiveMinimum: true } },
    { type: 'integer', minimum: 7, multipleOf: 5 },
    { type: 'number', maximum: -3 },
    { type: ['null', 'string'], minLength: 2 },
    { enum: ['red', 'green'] },
    { type: 'null' },
    {
      allOf: [
        { type: 'object', required: ['a'], properties: { a: {} } },
        { type: 'object', required: ['b'] },
      ],
    },
    { oneOf: [{ type: 'string' }, { type: 'number' }] },
  ])('is accepted by %j', (schema) => {
    expect([example(schema), ajv.validate(schema, example(schema))]).toEqual([example(schema), true]);
  });

  it('is the one that the schema shows', () => {
    expect(example({ type: 'string', example: 'shown' })).toBe('shown');
    expect(example({ type: 'object', required: ['a'], properties: { a: { default: 5 } } })).toEqual({ a: 5 });
    expect(example({ type: 'string', format: 'email' })).toBe('someone@example.com');
  });

  it('follows references, and ends where they go round', () => {
    expect(example({ type: 'array', minItems: 1, items: { $ref: '#/definitions/item' } })).toEqual(['example']);
    const round: Schema = { type: 'object', required: ['next'], properties: { next: { $ref: '#' } } };
    expect(JSON.stringify(exampleOf(round, () => round))).toMatch(/^\{"next":\{"next":/);
  });
});

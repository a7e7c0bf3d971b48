import Ajv from 'ajv';
import { z } from 'zod';
import { sound } from '../../testing/sound';
import { editorSchema } from './editor-schema';
import { type FieldSchema } from './json-schema';

const accepts = new Ajv().compile(editorSchema());

describe('the schema for editors', () => {
  it('describes every field', () => {
    expect(undescribed(editorSchema() as FieldSchema, '')).toEqual([]);
  });

  it('accepts an environment', () => {
    accepts(sound);
    expect(accepts.errors).toBeNull();
  });

  it('accepts a file that writes only what it changes, and null where it removes something', () => {
    accepts({
      extends: './base.json',
      api: { cors: null },
      clients: { machine: null, app: { authFlows: null } },
    });
    expect(accepts.errors).toBeNull();
  });

  it.each([
    [{ acount: '1' }],
    [{ api: { throttle: { rate: 1 } } }],
    [{ tier: 'prod' }],
    [{ account: null }],
    [{ clients: { app: { kind: 'browser' } } }],
    [{ clients: { 'my app': {} } }],
    [{ extends: './base' }],
  ])('refuses %j', (file) => {
    expect(accepts(file)).toBe(false);
  });
});

describe("the schema for editors with a team's settings", () => {
  const settings = z.strictObject({ orders: z.strictObject({ days: z.int() }), since: z.date().optional() });
  const file = (orders: object) => ({ settings: { orders } });
  const accepts = new Ajv().compile(editorSchema(settings));

  it('accepts what they are', () => {
    accepts(file({ days: 3 }));
    expect(accepts.errors).toBeNull();
  });

  it.each([{ days: 'three' }, { dayz: 3 }])('refuses %j', (orders) => {
    expect(accepts(file(orders))).toBe(false);
  });
});

function undescribed(field: FieldSchema, at: string): string[] {
  const branches = [field, ...(field.anyOf ?? [])];
  const children = branches.flatMap(({ properties = {}, additionalProperties: other, items }) => [
    ...Object.entries(properties),
    ...(typeof other === 'object' ? [['*', other] as const] : []),
    ...(items ? [['[]', items] as const] : []),
  ]);
  const here = (field.description ?? '').length > 0 ? [] : [at];
  return [...here, ...children.flatMap(([name, child]) => undescribed(child, `${at}.${name}`))];
}

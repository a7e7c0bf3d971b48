import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { editorSchema } from './editor-schema';
import { type FieldSchema } from './json-schema';

const environments = path.join(__dirname, '../../../../environments');
const written = (name: string) => JSON.parse(readFileSync(path.join(environments, name), 'utf8')) as object;
const accepts = new Ajv().compile(editorSchema());

describe('environments/schema.json', () => {
  it('is what the zod schema generates; otherwise run: npm run schema -w @gatehouse/environment', () => {
    expect(written('schema.json')).toEqual(editorSchema());
  });

  it('describes every field', () => {
    expect(undescribed(editorSchema() as FieldSchema, '')).toEqual([]);
  });

  it.each(readdirSync(environments).filter((name) => !/^(schema|bootstrap(\.schema)?)\.json$/.test(name)))(
    'accepts %s',
    (name) => {
      accepts(written(name));
      expect(accepts.errors).toBeNull();
    },
  );

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

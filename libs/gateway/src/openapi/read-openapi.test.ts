import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOpenApi } from './read-openapi';

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-openapi-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('reading an OpenAPI document', () => {
  it('takes JSON as well as YAML', () => {
    writeFileSync(join(folder, 'a.json'), '{ "openapi": "3.0.3" }');

    expect(readOpenApi(join(folder, 'a.json'))).toEqual({ openapi: '3.0.3' });
  });

  it('fails when there is no file', () => {
    expect(() => readOpenApi('docs/none.yaml')).toThrow(
      'expected an OpenAPI document at docs/none.yaml, found nothing. Correct the path, or write the file.',
    );
  });

  it('fails when it cannot be read, saying where', () => {
    const file = join(folder, 'bad.yaml');
    writeFileSync(file, 'openapi: 3.0.3\npaths: {\n');

    expect(() => readOpenApi(file)).toThrow(`${file}:3:1: expected JSON or YAML, found a mistake: `);
  });

  it.each([
    [
      'a tag that YAML does not know',
      'openapi: 3.0.3\npaths: !ours {}\n',
      ':2:8: expected JSON or YAML, found a mistake: Unres',
    ],
    [
      'two documents',
      'openapi: 3.0.3\n---\nopenapi: 3.0.3\n',
      ': expected JSON or YAML, found a mistake: 2 documents in',
    ],
    ['an alias to nothing', 'paths: *none\n', ': expected JSON or YAML, found a mistake: Unresolved alias'],
    [
      'an alias to a place around it',
      'paths: &a\n  x: *a\n',
      ': expected JSON or YAML, found a mistake: an alias to a',
    ],
  ])('fails for %s', (_what, text, message) => {
    const file = join(folder, 'wrong.yaml');
    writeFileSync(file, text);

    expect(() => readOpenApi(file)).toThrow(`${file}${message}`);
  });

  it('takes an empty file for no document, and a folder for no file', () => {
    writeFileSync(join(folder, 'empty.yaml'), '');

    expect(readOpenApi(join(folder, 'empty.yaml'))).toBeNull();
    expect(() => readOpenApi(folder)).toThrow(`expected an OpenAPI document at ${folder}, found nothing.`);
  });
});

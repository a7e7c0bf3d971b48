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
});

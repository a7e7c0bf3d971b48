import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { generateClients } from './generate-clients';

const workspace = resolve(__dirname, '../../../..');
const app = mkdtempSync(join(tmpdir(), 'gatehouse client-'));
afterAll(() => rmSync(app, { recursive: true }));

const title = { type: 'object', required: ['title'], properties: { title: { type: 'string' } } };
const document = {
  openapi: '3.0.3',
  info: { title: 'reports', version: '1' },
  paths: {
    '/reports': {
      post: {
        requestBody: { required: true, content: { 'application/json': { schema: title } } },
        responses: { 201: { description: 'made', content: { 'application/json': { schema: title } } } },
      },
    },
  },
};

it('fails where there is no API', () => {
  expect(() => generateClients(app)).toThrow('cdktf.out/openapi: expected an API, found none.');
});

describe('the client of an API', () => {
  it('compiles, and takes no other body than the API', () => {
    mkdirSync(join(app, 'cdktf.out/openapi/dev-api'), { recursive: true });
    writeFileSync(join(app, 'cdktf.out/openapi/dev-api/api.json'), JSON.stringify(document));

    const [client] = generateClients(app);
    expect(client?.api).toBe('dev-api/api');
    symlinkSync(join(workspace, 'node_modules'), join(app, 'node_modules'), 'junction');
    writeFileSync(
      join(app, 'use.ts'),
      `import { createApiClient } from './cdktf.out/clients/dev-api/api';
const client = createApiClient({ baseUrl: 'https://api.example.com/dev', token: () => 'abc' });
export const made: Promise<string | undefined> = client
  .POST('/reports', { body: { title: 'a' } })
  .then(({ data }) => data?.title);
// @ts-expect-error -- a report has a title
void client.POST('/reports', { body: {} });
// @ts-expect-error -- the API has no such path
void client.GET('/nothing');
`,
    );
    const tsc = [
      join(workspace, 'node_modules/typescript/bin/tsc'),
      '--noEmit',
      '--strict',
      '--skipLibCheck',
      'use.ts',
    ];
    const options = ['--module', 'preserve', '--moduleResolution', 'bundler', '--target', 'es2022'];
    execFileSync(process.execPath, [...tsc, ...options], { cwd: app, encoding: 'utf8' });
    expect(readFileSync(join(app, 'cdktf.out/clients/dev-api/api.types.ts'), 'utf8')).toContain('"/reports"');
  });
});

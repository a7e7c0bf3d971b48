import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Environment, listEnvironments, loadEnvironment } from '@gatehouse/environment';
import { surfaceFromSynth } from '@gatehouse/surface';
import { environment, synthIn, workspaceForTests } from '@gatehouse/platform/testing';
import { ApiStack } from './api-stack';
import { readDefinition } from './definition';
import { IdentityStack } from './identity-stack';

// Whose extensions the document has.
const [name = ''] = listEnvironments();
const { project } = loadEnvironment(name);
const workspace = workspaceForTests('libs/stacks/src/openapi.yaml');

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-definition-'));
afterAll(() => rmSync(folder, { recursive: true }));

function surfaceOf(definition: Environment['api']['definition']) {
  const test = environment({ project });
  const settings = { ...test, api: { ...test.api, definition } };
  const stacks = synthIn(workspace, (app) => {
    const identity = new IdentityStack(app, settings);
    new ApiStack(app, settings, { users: identity.users, reports: identity.reports, people: identity.people });
  });
  const [api] = surfaceFromSynth(Object.values(stacks).map((stack) => ({ ...stack }))).apis;
  if (api === undefined) throw new Error('no API');
  return api;
}

describe('the sample OpenAPI document', () => {
  const [routes, document] = [surfaceOf('routes'), surfaceOf({ openapi: 'libs/stacks/src/openapi.yaml' })];

  it('lets the same callers in as the routes, path by path', () => {
    const callers = (api: typeof routes) =>
      api.routes
        .map(({ auth, method, path }) => {
          const kind = 'kind' in auth ? auth.kind : auth;
          return [`${String(method)} ${String(path)}`, kind, 'scopes' in auth ? auth.scopes : []];
        })
        .sort();

    expect(callers(document)).toEqual(callers(routes));
    expect(callers(document)).toContainEqual(['POST /reports', 'cognito', ['reports/write']]);
    expect(callers(document)).toContainEqual(['OPTIONS /reports', 'none', []]);
  });

  it('says why a route is public, for the reviewer', () => {
    const health = document.routes.find(({ method, path }) => method === 'GET' && path === '/health');

    expect(health?.publicReason).toBe('Load balancers and uptime checks call it without an account');
  });

  it('is guarded by the same pool, and read by the same pages', () => {
    const guards = (api: typeof routes) => api.authorizers.map(({ type, userPoolArns }) => [type, userPoolArns]);
    const pages = (api: typeof routes) =>
      api.cors
        .map(({ headers, maxAge, methods, origins, path }) => [path, { headers, maxAge, methods, origins }])
        .sort();

    expect(guards(document)).toEqual(guards(routes));
    expect(pages(document)).toEqual(pages(routes));
  });

  it('refuses a new report without a title before the function is called, too', () => {
    const post = document.routes.find(({ method, path }) => method === 'POST' && path === '/reports');

    expect(post).toMatchObject({
      validator: { body: true, parameters: true },
      requestModels: { 'application/json': 'NewReport' },
    });
  });
});

describe('reading a definition', () => {
  it('takes JSON as well as YAML', () => {
    writeFileSync(join(folder, 'a.json'), '{ "openapi": "3.0.3" }');

    expect(readDefinition(folder, 'a.json')).toEqual({ openapi: '3.0.3' });
  });

  it('fails when there is no file', () => {
    expect(() => readDefinition(folder, 'docs/none.yaml')).toThrow(
      'api.definition.openapi: expected an OpenAPI document at docs/none.yaml, from the top of the workspace, found nothing.',
    );
  });

  it('fails when it cannot be read, saying where', () => {
    writeFileSync(join(folder, 'bad.yaml'), 'openapi: 3.0.3\npaths: {\n');

    expect(() => readDefinition(folder, 'bad.yaml')).toThrow(
      /^bad\.yaml:3:1: expected JSON or YAML, found a mistake: /,
    );
  });
});

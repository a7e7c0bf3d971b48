import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyEnvironments } from '@gatehouse/testing/environments';
import { compareEnvironments } from './compare-environments';
import { printDifferences } from './print-differences';

describe('compareEnvironments', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'gatehouse-diff-'));
    copyEnvironments(root);
    writeFileSync(join(root, 'environments/qa.json'), '{ "extends": "./dev.json", "api": { "metrics": true } }');
    synthesized('dev', { scopes: ['reports/read'] });
    synthesized('qa', { scopes: ['reports/read'] });
  });
  afterEach(() => rmSync(root, { recursive: true }));

  /** A stack with names, an account and a redeployment trigger that differ in every environment. */
  function synthesized(name: string, { scopes, routes = ['me'] }: { scopes: string[]; routes?: string[] }): void {
    const app = join(root, 'apps', name);
    const stack = `${name}-api`;
    mkdirSync(join(app, 'cdktf.out/stacks', stack), { recursive: true });
    writeFileSync(
      join(app, 'cdktf.out/manifest.json'),
      JSON.stringify({
        stacks: { [stack]: { name: stack, workingDirectory: `stacks/${stack}`, dependencies: [] } },
      }),
    );
    const api = '${aws_api_gateway_rest_api.api.id}';
    const method = {
      rest_api_id: api,
      resource_id: 'x',
      http_method: 'GET',
      authorization: 'COGNITO_USER_POOLS',
    };
    writeFileSync(
      join(app, 'cdktf.out/stacks', stack, 'cdk.tf.json'),
      JSON.stringify({
        resource: {
          aws_api_gateway_rest_api: { api: { name: `gatehouse-${name}-api` } },
          aws_api_gateway_deployment: {
            api: { rest_api_id: api, triggers: { redeployment: `of ${name}, hashed ${scopes}` } },
          },
          aws_api_gateway_method: Object.fromEntries(
            routes.map((route) => [`get_${route}`, { ...method, authorization_scopes: scopes }]),
          ),
        },
      }),
    );
  }

  it('finds what the files say differently, and nothing in names, accounts and redeployments', () => {
    const found = compareEnvironments(root, 'dev', 'qa');

    expect(found).toEqual({
      left: 'dev',
      right: 'qa',
      configuration: [{ path: ['api', 'metrics'], left: false, right: true }],
      surface: [],
    });
  });

  it('finds a route that another scope opens', () => {
    synthesized('qa', { scopes: ['reports/write'] });

    expect(compareEnvironments(root, 'dev', 'qa').surface).toEqual([
      {
        path: expect.arrayContaining(['aws_api_gateway_rest_api.api', 'routes', 'auth', 'scopes']) as string[],
        left: ['reports/read'],
        right: ['reports/write'],
      },
    ]);
  });

  it('finds a route that only one has, and not the routes around it', () => {
    synthesized('qa', { scopes: ['reports/read'], routes: ['a', 'me'] });

    expect(compareEnvironments(root, 'dev', 'qa').surface).toEqual([
      {
        path: [
          'apis',
          'aws_api_gateway_rest_api.api',
          'routes',
          expect.stringContaining('aws_api_gateway_method.get_a'),
        ],
        right: expect.objectContaining({ address: 'aws_api_gateway_method.get_a' }) as object,
      },
    ]);
  });

  it('fails when one is not synthesized, with the command that does it', () => {
    rmSync(join(root, 'apps/qa'), { recursive: true });

    expect(() => compareEnvironments(root, 'dev', 'qa')).toThrow('npx nx synth qa');
  });

  it('fails when an environment is wrong, with what is wrong', () => {
    writeFileSync(join(root, 'environments/qa.json'), '{ "extends": "./dev.json", "tier": "qa" }');

    expect(() => compareEnvironments(root, 'dev', 'qa')).toThrow('environments/qa.json:1:36  tier');
  });
});

describe('printDifferences', () => {
  it('prints the values once for all places that share them', () => {
    const origins = { left: ['https://a.test'], right: ['https://b.test'] };
    const found = {
      left: 'dev',
      right: 'prod',
      configuration: [{ path: ['api', 'metrics'], right: true }],
      surface: [
        { path: ['apis', 'GET /me', 'origins'], ...origins },
        { path: ['clients', 'app'], left: { name: 'x'.repeat(200) } },
        { path: ['apis', 'GET /you', 'origins'], ...origins },
      ],
    };

    expect(printDifferences(found)).toBe(
      `
Configuration: 1 difference
  api > metrics
    dev   -
    prod  true

Synthesized surface: 3 differences
  apis > GET /me > origins
  apis > GET /you > origins
    dev   ["https://a.test"]
    prod  ["https://b.test"]
  clients > app
    dev   {"name":"${'x'.repeat(148)}...
    prod  -
`.trim(),
    );
  });

  it('says so when there is none', () => {
    expect(printDifferences({ left: 'dev', right: 'qa', configuration: [], surface: [] })).toBe(
      'Configuration: no differences\n\nSynthesized surface: no differences',
    );
  });
});

import { environmentFiles as real } from '@gatehouse/testing/environments';
import { sound } from '../testing/sound';
import { workspaceWith } from '../testing/workspace';
import { listEnvironments } from './directory';
import { EnvironmentError } from './environment-error';
import { loadEnvironment } from './load';
import { api } from './schema/api';

function errorOf(name: string, directory: string): EnvironmentError {
  try {
    loadEnvironment(name, { directory });
  } catch (error) {
    if (error instanceof EnvironmentError) return error;
    throw error;
  }
  throw new Error(`Expected ${name} to be refused.`);
}

const placesOf = (error: EnvironmentError) =>
  error.problems.map(({ file, line, column, path }) => [file, line, column, path].join(' '));

describe('loadEnvironment', () => {
  afterEach(() => delete process.env.GATEHOUSE_AWS_ENDPOINT);

  it('gives the merged environment under the name of its file', () => {
    const directory = workspaceWith({
      'base.json': sound,
      'qa.json': { extends: './base.json', api: { cors: null } },
    });
    const { cors: _cors, ...api } = loadEnvironment('qa', { directory }).api;
    expect(_cors).toBeUndefined();
    expect(loadEnvironment('qa', { directory })).toEqual({
      ...sound,
      name: 'qa',
      project: 'gatehouse',
      api,
      clients: {
        ...(sound.clients as object),
        machine: { ...(sound.clients as { machine: object }).machine, callbackUrls: [], logoutUrls: [] },
      },
    });
  });

  it.each(listEnvironments(real))('loads environments/%s.json of this repository', (name) => {
    expect(loadEnvironment(name, { directory: real }).name).toBe(name);
  });

  it('gives each environment of this repository a domain prefix of its own', () => {
    const all = listEnvironments(real).map((name) => loadEnvironment(name, { directory: real }));
    const prefixes = all.flatMap(({ identity }) => identity.domainPrefix ?? []);
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });

  it('fails when a file has five mistakes, and reports all five', () => {
    const directory = workspaceWith({
      'base.json': sound,
      'qa.json': [
        '{',
        '  "extends": "./base.json",',
        '  "account": "1234",',
        '  "tier": "production",',
        '  "identity": { "mfa": "of" },',
        '  "clients": { "machine": { "tokenValidity": { "idMinutes": 90 } } },',
        '  "api": { "trottle": {}, "cors": { "allowOrigins": ["https://app.example.com/start"] } }',
        '}',
      ].join('\n'),
    });
    const error = errorOf('qa', directory);
    expect(error.message).toBe(
      `
Environment "qa" cannot be used: 5 problems.

environments/qa.json:3:14  account
  about     AWS account that is deployed to; any other is refused.
  expected  the 12 digits of an AWS account id, in quotes
  found     "1234"
  to do     Correct the value.

environments/qa.json:5:24  identity.mfa
  about     Whether users sign in with a second factor (an authenticator app).
  expected  one of "off", "optional", "required"
  found     "of"
  to do     Did you mean "off"?

environments/qa.json:6:61  clients.machine.tokenValidity.idMinutes
  expected  at most refreshMinutes, which is 60
  found     90
  to do     Shorten it, or lengthen refreshMinutes.

environments/qa.json:7:23  api.trottle
  expected  one of the keys ${Object.keys(api.shape).join(', ')}
  found     the unknown key "trottle"
  to do     Did you mean "throttle"?

environments/qa.json:7:54  api.cors.allowOrigins[0]
  about     One origin, such as https://app.example.com.
  expected  scheme://host[:port] as a browser sends it (lowercase, no path, no default port), or "*"
  found     "https://app.example.com/start"
  to do     Correct the value.
`.trim(),
    );
    expect(error.stack).toBe(error.message);
  });

  it('fails when files of a chain are wrong, naming for each value the file that wrote it', () => {
    const directory = workspaceWith({
      'base.json': { ...sound, region: 'nowhere', account: '1' },
      'middle.base.json': '{\n "extends": "./base.json",\n "api": { "stage": "a b", "metrics": 1 }\n}',
      'qa.json': '{\n "extends": "./middle.base.json",\n "api": { "metrics": 2, "tracing": null }\n}',
    });
    expect(placesOf(errorOf('qa', directory))).toEqual([
      'environments/qa.json 3 22 api.metrics',
      'environments/qa.json 3 36 api.tracing',
      'environments/middle.base.json 3 20 api.stage',
      'environments/base.json 3 14 account',
      'environments/base.json 4 13 region',
    ]);
  });

  it('fails when a list that replaces another has a mistake, naming the file of the list', () => {
    const directory = workspaceWith({
      'base.json': { ...sound, acknowledge: [{ rule: 'mfa-off', reason: 'x' }] },
      'qa.json': '{ "extends": "./base.json",\n "acknowledge": [{ "rule": "x" }] }',
    });
    expect(placesOf(errorOf('qa', directory))).toEqual(['environments/qa.json 2 18 acknowledge[0].reason']);
  });

  it('fails when what a file removed is missed, and does not blame the file that once wrote it', () => {
    const directory = workspaceWith({
      'base.json': sound,
      'middle.json': { extends: './base.json', api: { cors: null } },
      'qa.json': '{ "extends": "./middle.json",\n "api": { "cors": { "allowOrigins": ["https://a.test"] } } }',
    });
    expect(placesOf(errorOf('qa', directory))).toEqual(
      ['allowHeaders', 'allowCredentials', 'maxAgeSeconds'].map((key) => `environments/qa.json 2 19 api.cors.${key}`),
    );
  });

  it('fails when a file removes what must be there, and shows the null that did it', () => {
    const directory = workspaceWith({
      'base.json': sound,
      'qa.json': '{ "extends": "./base.json", "region": null }',
    });
    expect(errorOf('qa', directory).problems).toMatchObject([
      { line: 1, column: 39, path: 'region', found: 'null, which removes what was inherited' },
    ]);
  });

  it('fails when null removes nothing, a key is written twice, and a value is wrong, all at once', () => {
    const directory = workspaceWith({
      'base.json': sound,
      'qa.json': '{ "extends": "./base.json",\n "trags": null,\n "region": "x", "region": "y" }',
    });
    const error = errorOf('qa', directory);
    expect(placesOf(error)).toEqual([
      'environments/qa.json 2 11 trags',
      'environments/qa.json 3 12 region',
      'environments/qa.json 3 17 region',
    ]);
    expect(error.message).toContain('null, with nothing inherited to remove');
    expect(error.message).toContain('"region" a second time');
    expect(error.message).toContain('an AWS region such as eu-west-1');
  });

  it('fails when a parent is not JSON, with line and column and nothing that follows from it', () => {
    const directory = workspaceWith({
      'base.json': '{\n  "tier": "local",\n}',
      'qa.json': { extends: './base.json' },
    });
    expect(errorOf('qa', directory).message).toBe(
      `
Environment "qa" cannot be used: 1 problem.

environments/base.json:3:1
  expected  JSON
  found     property name expected at }
  to do     Correct the JSON here; comments and trailing commas are not JSON.
`.trim(),
    );
  });

  it('fails when a file is empty of values, naming every field that is missing', () => {
    const error = errorOf('qa', workspaceWith({ 'qa.json': {} }));
    expect(error.problems.map(({ path, found }) => `${path} ${found}`)).toEqual(
      ['account', 'region', 'tier', 'state', 'identity', 'api'].map((field) => `${field} nothing`),
    );
  });

  it('fails when the name is not that of an environment', () => {
    const directory = workspaceWith({ 'base.json': {}, 'staging.json': {}, 'prod.json': {} });
    expect(errorOf('stagign', directory).problems).toEqual([
      {
        file: 'environments/stagign.json',
        path: '',
        expected: 'one of the environments prod, staging',
        found: '"stagign"',
        fix: 'Did you mean "staging"?',
      },
    ]);
    expect(errorOf('prd', directory).problems[0]?.fix).toBe('Did you mean "prod"?');
    expect(errorOf('base', directory).problems[0]?.expected).toBe('one of the environments prod, staging');
  });

  it.each(['../prod', 'Prod', '', 'a'.repeat(21), '1', 'a_b', 'dev-', 'prod.json'])(
    'fails when the name is %j',
    (name) => {
      expect(errorOf(name, workspaceWith({ 'prod.json': sound })).problems).toMatchObject([
        { expected: expect.stringContaining('an environment name') as string, found: JSON.stringify(name) },
      ]);
    },
  );
});

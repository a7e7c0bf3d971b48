import { userPool } from '../../testing/api';
import { type Changes, deploys, stays, triggersIn } from '../../testing/deployments';
import { build, document, info, ok } from '../../testing/openapi';
import { IdentitySource, Integration, type OpenApiRestApiProps } from '../index';
import { type ServedApiProps } from '../served-api';

// What an author's document says, and the props next to it; deploys.test.ts has the options of every API.

type Own = Required<Omit<OpenApiRestApiProps, keyof ServedApiProps>>;

const pathsOf = (get: object) => ({ '/a': { get: { ...ok, ...get } } });
const triggers = (given: object, props: Partial<OpenApiRestApiProps> = {}) =>
  triggersIn({ resource: build(given, props) });
const base = document(pathsOf({}));
const [pool] = [userPool];
const callers = { id: 'partners', function: { functionName: 'a', invokeArn: 'arn:a', node: { id: 'a' } } as never };

const options: Changes<Own> = {
  authorizer: deploys({ authorizer: { id: 'people', userPools: [pool] } }),
  customAuthorizer: deploys({ customAuthorizer: { ...callers, identitySources: [IdentitySource.header('X-A')] } }),
  document: deploys({ document: document({ ...base.paths, '/b': { get: ok } }) }),
  integration: deploys({ integration: Integration.mock() }),
  project: stays({ project: 'acme' }),
  source: stays({ source: 'other.yaml' }),
};

it.each(Object.entries(options))('%s', (_option, { deploys: expected, to }) => {
  expect(triggers(base, to) !== triggers(base)).toBe(expected);
});

describe('in a document', () => {
  const open = { 'x-gatehouse-public': 'uptime checks', 'x-gatehouse-mock': { body: { ok: true } } };
  const before = triggers(document(pathsOf(open)));

  it.each<[string, object, object?]>([
    ['the reason for a public operation', { 'x-gatehouse-public': 'load balancers' }],
    ['a description', { description: 'Whether it runs' }],
    ['a summary', { summary: 'Health' }],
    ['tags', { tags: ['ops'] }],
    ['that it is deprecated', { deprecated: true }],
    ['further documentation', { externalDocs: { url: 'https://docs.test' } }],
    ['the words on an answer', { responses: { 200: { description: 'it runs' } } }],
    ['the tags of all operations', {}, { tags: [{ name: 'ops' }] }],
    ['whom to ask', {}, { info: { ...info, contact: { name: 'the team' } } }],
  ])('%s deploys nothing', (_what, get, more = {}) => {
    expect(triggers(document(pathsOf({ ...open, ...get }), more))).toBe(before);
  });

  it.each<[string, object, object?]>([
    ['the answer', { 'x-gatehouse-mock': { body: { ok: false } } }],
    ['the name of the operation', { operationId: 'health' }],
    ['one more answer', { responses: { ...ok.responses, 404: { description: 'none' } } }],
    ['a parameter', { parameters: [{ name: 'tags', in: 'query', required: true, schema: { type: 'string' } }] }],
    ['who may call', { 'x-gatehouse-public': undefined }],
  ])('%s deploys', (_what, get, more = {}) => {
    expect(triggers(document(pathsOf({ ...open, ...get }), more))).not.toBe(before);
  });
});

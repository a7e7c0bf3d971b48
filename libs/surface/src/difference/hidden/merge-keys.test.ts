import { handPlan } from '../../../testing/hand-plan';
import { SCHEMES } from '../../../testing/user-pool-scheme';
import { differences, readPlans } from '../../index';

const API = 'aws_api_gateway_rest_api.shop';

/** `x-s` is what is merged into the operation. */
const yaml = (merged: string, operation = '<<: *s', item = 'get') => `
x-s: &s ${merged}
paths:
  /a:
    ${item}:
      ${operation}
      responses: {}
components:
  securitySchemes: ${JSON.stringify(SCHEMES)}
`;

describe('a YAML merge key', () => {
  const changed = (before: string, after: string) => {
    const plan = handPlan({
      [API]: [
        { id: 'a', name: 'shop', body: before },
        { id: 'a', name: 'shop', body: after },
      ],
    });
    return differences(readPlans([plan]))
      .filter(({ rule }) => ['access-unknown', 'route-public', 'new-public-route'].includes(rule))
      .map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`);
  };
  const unclear = (subject: string, what: string) =>
    `access-unknown: In ${subject}, a YAML merge key (<<) or a $ref that leads nowhere hides ${what}: ` +
    'no one can tell what API Gateway makes of it.';
  const guard = `critical ${unclear('GET /a', 'who may call it')}`;
  const guarded = '{security: [{users: []}]}';

  it('hides who may call a route', () => {
    expect(changed(yaml(guarded), yaml('{security: []}'))).toEqual([guard]);
    expect(changed(yaml('{}', 'security: [{users: []}]'), yaml(guarded))).toEqual([guard]);
    expect(changed(yaml('{}', 'security: [{users: []}]'), yaml('{users: []}', 'security: [{<<: *s}]'))).toEqual([
      guard,
    ]);
  });

  it('hides what operations there are', () => {
    const item = (merged: string) => yaml(merged, '', '<<: *s\n    post');
    expect(changed(item('{get: {security: [{users: []}]}}'), item('{get: {security: []}}'))).toEqual([guard]);
    const paths = (merged: string) => yaml(merged).replace('  /a:', '  <<: *s\n  /b:').replace('      <<: *s\n', '');
    expect(changed(paths('{/a: {get: {security: [{users: []}]}}}'), paths('{/a: {get: {security: []}}}'))).toEqual([
      `critical ${unclear('API shop', 'the operations of /a')}`,
    ]);
  });

  it('says nothing new where the same is written', () => {
    expect(changed(yaml(guarded), yaml(guarded).replace('responses: {}', 'responses: {}\n      summary: new'))).toEqual(
      [],
    );
  });

  it('is none where a merge key stays', () => {
    const document = (summary: string) =>
      yaml('{type: mock}', `summary: ${summary}\n      x-amazon-apigateway-integration: {<<: *s, uri: a}`);
    const plan = handPlan({
      [API]: [
        { id: 'a', name: 'shop', body: document('old') },
        { id: 'a', name: 'shop', body: document('new') },
      ],
    });
    expect(differences(readPlans([plan])).filter(({ rule }) => rule === 'access-unknown')).toEqual([]);
  });

  it('hides nothing that an operation says itself', () => {
    const own = (security: string) => yaml('{security: []}', `<<: *s\n      security: ${security}`);
    expect(changed(own('[{users: []}]'), own('[{users: [], x: []}]'))).toEqual([]);
    expect(changed(own('[{users: []}]'), own('[]'))).toEqual([expect.stringMatching(/^critical route-public: /)]);
    expect(changed(yaml('{}', 'security: [{users: []}]'), yaml('{summary: a}'))).toEqual([
      expect.stringMatching(/^critical route-public: /),
    ]);
  });
});

it('a reference that leads nowhere hides the operations behind it', () => {
  const body = JSON.stringify({ paths: { '/a': { $ref: 'https://example.com/a.json' }, '/b': { $ref: '#/x' } } });
  const plan = handPlan({ [API]: [null, { name: 'shop', body }] });
  expect(differences(readPlans([plan])).filter(({ rule }) => rule === 'access-unknown')).toMatchObject([
    { severity: 'high', message: expect.stringContaining(' hides the operations of /a, the operations of /b: ') },
  ]);
});

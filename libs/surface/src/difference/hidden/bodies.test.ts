import { handPlan, type HandChange } from '../../../testing/hand-plan';
import { accessChanges, differences, readPlans } from '../../index';

const API = 'aws_api_gateway_rest_api.shop';
const SCHEMES = {
  users: {
    type: 'apiKey',
    'x-amazon-apigateway-authorizer': {
      type: 'cognito_user_pools',
      providerARNs: ['arn:aws:cognito-idp:a:1:userpool/p'],
    },
  },
};
const GUARDED = { security: [{ users: [] }] };
const documentOf = (paths: unknown, rest: object = {}) => ({
  paths,
  components: { securitySchemes: SCHEMES },
  ...rest,
});

/** What the code says of a body of which the plan says nothing. */
const review = (body: string, before?: object, changes: Readonly<Record<string, HandChange>> = {}) => {
  const was = before ? { name: 'shop', body: JSON.stringify(before) } : null;
  const plan = handPlan(
    { [API]: [was, { name: 'shop' }, { body: true }], ...changes },
    { [API]: { body: ['local.operation'] } },
  );
  const content = { resource: { aws_api_gateway_rest_api: { shop: { name: 'shop', body } } } };
  const read = readPlans({ shop: plan }, {}, undefined, { shop: { content } });
  const unknown = differences(read).filter(({ rule }) => rule === 'access-unknown');
  return {
    findings: unknown.map(({ severity, message }) => `${severity}: ${message}`),
    advice: unknown.map(({ remediation }) => remediation),
    rows: accessChanges(read).map(({ route, before, after }) => [route, before, after]),
  };
};
/** Nothing reads this function. */
const OPEN = '${reverse(local.all)}';
const hidden = (what: string, subject = 'new API shop') => `Known only after the apply for ${subject}: ${what}.`;
const hcl = (document: unknown): string =>
  `\${jsonencode(${JSON.stringify(document).replace(/"\$\{([^"]*)\}"/g, '$1')})}`;

describe('a part of a body that the code does not say either', () => {
  it('is a finding where routes are in it', () => {
    expect(review(hcl(documentOf(OPEN)))).toMatchObject({
      findings: [`high: ${hidden('its paths')}`],
      rows: [['(routes of shop)', undefined, 'known after apply']],
    });
    expect(review(hcl(documentOf({ '/a': OPEN, '/b': { get: GUARDED } }))).findings).toEqual([
      `high: ${hidden('the operations of /a')}`,
    ]);
  });

  it('is not asked for once more', () => {
    expect(review(hcl(documentOf(OPEN))).advice).toEqual([
      'The code was read and does not say it: apply what it names first, or write it with plain values and references, which plan-review can read.',
    ]);
    expect(review('${local.body}').advice).toEqual([expect.stringMatching(/^The code was read and does not say it: /)]);
  });

  it('is no evidence that a route is gone', () => {
    expect(review(hcl(documentOf(OPEN)), documentOf({ '/a': { get: GUARDED } }))).toMatchObject({
      findings: [`high: ${hidden('its paths', 'API shop')}`],
      rows: [['GET /a', 'signed-in user (ID token)', 'known after apply']],
    });
  });

  it.each([
    ['x-amazon-apigateway-policy', 'critical', 'its resource policy'],
    ['x-amazon-apigateway-gateway-responses', 'medium', 'its gateway responses'],
    ['x-amazon-apigateway-endpoint-configuration', 'medium', 'its default endpoint'],
    ['x-amazon-apigateway-api-key-source', 'medium', 'where it takes API keys from'],
  ])('is a finding where %s is', (name, severity, what) => {
    expect(review(hcl(documentOf({}, { [name]: OPEN }))).findings).toEqual([`${severity}: ${hidden(what)}`]);
  });

  it('is no guard that is missing', () => {
    const paths = { '/a': { get: GUARDED } };
    const message = hidden('who may call it', 'GET /a');
    const open = [
      { paths, components: OPEN },
      { paths, components: { securitySchemes: OPEN } },
      { paths, securityDefinitions: OPEN },
      documentOf({ '/a': { get: { security: [OPEN] } } }),
      documentOf({ '/a': { $ref: '#/x-items/a' } }, { 'x-items': { a: { get: OPEN } } }),
    ];
    for (const document of open) expect(review(hcl(document)).findings).toEqual([`high: ${message}`]);
  });

  it('is not settled by the name of a function that is in it', () => {
    const operation = '${reverse([aws_lambda_function.me.invoke_arn])[0]}';
    const made = { 'aws_lambda_function.me': [null, { function_name: 'me' }, { invoke_arn: true }] } as const;
    expect(review(hcl(documentOf({ '/a': { get: operation } })), undefined, made).findings).toEqual([
      `high: ${hidden('who may call it', 'GET /a')}`,
    ]);
  });

  it('is a finding in a body that is put onto an API', () => {
    const put = 'aws_api_gateway_rest_api_put.shop';
    const api = { id: 'abc', name: 'shop' };
    const plan = handPlan(
      { [API]: [api, api], [put]: [null, { rest_api_id: 'abc' }, { body: true }] },
      { [put]: { body: ['local.operation'] } },
    );
    Object.assign((plan as { resource_changes: { change: object }[] }).resource_changes[0]!.change, {
      actions: ['no-op'],
    });
    const body = hcl(documentOf({ '/a': { get: OPEN } }));
    const content = { resource: { aws_api_gateway_rest_api_put: { shop: { rest_api_id: 'abc', body } } } };
    const findings = differences(readPlans({ shop: plan }, {}, undefined, { shop: { content } }));
    expect(findings.filter(({ rule }) => rule === 'access-unknown').map(({ message }) => message)).toEqual([
      hidden('who may call it', 'GET /a'),
    ]);
  });
});

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
  const body = JSON.stringify(documentOf({ '/a': { $ref: 'https://example.com/a.json' }, '/b': { $ref: '#/x' } }));
  const plan = handPlan({ [API]: [null, { name: 'shop', body }] });
  expect(differences(readPlans([plan])).filter(({ rule }) => rule === 'access-unknown')).toMatchObject([
    { severity: 'high', message: expect.stringContaining(' hides the operations of /a, the operations of /b: ') },
  ]);
});

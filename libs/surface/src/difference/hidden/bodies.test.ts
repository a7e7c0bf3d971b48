import { handPlan, type HandChange } from '../../../testing/hand-plan';
import { SCHEMES } from '../../../testing/user-pool-scheme';
import { accessChanges, differences, readPlans } from '../../index';

const API = 'aws_api_gateway_rest_api.shop';
const GUARDED = { security: [{ users: [] }] };
const documentOf = (paths: unknown, rest: object = {}) => ({
  paths,
  components: { securitySchemes: SCHEMES },
  ...rest,
});

/** What the code says of a body of which the plan says nothing. */
const review = (
  body: string,
  before?: object,
  changes: Readonly<Record<string, HandChange>> = {},
  locals: object = {},
) => {
  const was = before ? { name: 'shop', body: JSON.stringify(before) } : null;
  const plan = handPlan(
    { [API]: [was, { name: 'shop' }, { body: true }], ...changes },
    { [API]: { body: ['local.operation'] } },
  );
  const content = {
    resource: { aws_api_gateway_rest_api: { shop: { name: 'shop', body } }, aws_lambda_function: { me: {} } },
    locals,
  };
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

  it('is a finding where a name in it is', () => {
    const named = (paths: string) =>
      review(hcl(documentOf('${local.paths}')), undefined, {}, { paths: JSON.parse(paths) });
    const key = '${reverse(local.all)[0]}';
    expect(named(`{ "/a": { "${key}": {} } }`).findings).toEqual([`high: ${hidden('the operations of /a')}`]);
    expect(named(`{ "${key}": { "get": {} } }`).findings).toEqual([`high: ${hidden('its paths')}`]);
    expect(named(`{ "/a": { "get": { "${key}": {} } } }`).findings).toEqual([
      `high: ${hidden('who may call it', 'GET /a')}`,
    ]);
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

describe('a part of an operation that the code does not say any more', () => {
  const backend = { type: 'http_proxy', httpMethod: 'GET', uri: 'https://a.example' };
  const cors = {
    statusCode: '200',
    responseParameters: { 'method.response.header.Access-Control-Allow-Origin': "'*'" },
  };
  const operation = (integration: unknown, rest: object = {}) =>
    documentOf({ '/a': { get: { ...GUARDED, 'x-amazon-apigateway-integration': integration, ...rest } } });
  const validator = (name: string) => ({
    ...operation(backend, { 'x-amazon-apigateway-request-validator': name }),
    'x-amazon-apigateway-request-validators': { all: { validateRequestBody: true } },
  });
  const policy = (statements: unknown) =>
    documentOf({}, { 'x-amazon-apigateway-policy': { Version: '2012-10-17', Statement: statements } });
  const statement = { Effect: 'Deny', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' };
  const scheme = (authorizer: object) => ({
    paths: {},
    components: {
      securitySchemes: {
        users: {
          type: 'apiKey',
          'x-amazon-apigateway-authorizer': { ...SCHEMES.users['x-amazon-apigateway-authorizer'], ...authorizer },
        },
      },
    },
  });

  it.each([
    [operation(backend), operation({ ...backend, uri: OPEN }), 'GET /a', 'what answers it', 'high'],
    [operation(backend), operation({ ...backend, type: OPEN }), 'GET /a', 'what answers it', 'high'],
    [
      operation({ ...backend, responses: { default: cors } }),
      operation({ ...backend, responses: OPEN }),
      'CORS of /a',
      'which pages may call',
      'medium',
    ],
    [validator('all'), validator(OPEN), 'GET /a', 'how it checks requests', 'medium'],
    [scheme({}), scheme({ identitySource: OPEN }), 'authorizer users', 'its token source', 'medium'],
    [policy([statement]), policy([OPEN]), 'API shop', 'its resource policy', 'critical'],
    [policy([statement]), policy(OPEN), 'API shop', 'its resource policy', 'critical'],
  ])('is a finding (%#)', (before, after, subject, what, severity) => {
    expect(review(hcl(after), before).findings).toEqual([`${severity}: ${hidden(what, subject)}`]);
  });

  it('is none where the name of a function is all that is not known', () => {
    const made = { 'aws_lambda_function.me': [null, { function_name: 'me' }, { invoke_arn: true }] } as const;
    const after = operation({ ...backend, type: 'aws_proxy', uri: '${aws_lambda_function.me.invoke_arn}' });
    expect(review(hcl(after), operation(backend), made).findings).toEqual([]);
  });
});

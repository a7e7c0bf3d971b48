import { found, handPlan, type HandChange } from '../../testing/hand-plan';
import { entryOf, findingsOf } from '../../testing/real-plan';

const v2 = 'aws_apigatewayv2_integration.orders';
const mappings = (...all: readonly (readonly [status: string, mappings: object])[]) => ({
  response_parameters: all.map(([status_code, each]) => ({ status_code, mappings: each })),
});
const cache = (value: string) => ({ 'overwrite:header.Cache-Control': value });
const integration = (before: object, after: object, unknown?: object): Record<string, HandChange> => {
  const body = { api_id: 'a', integration_type: 'HTTP_PROXY' };
  return { [v2]: [{ ...body, ...before }, { ...body, ...after }, unknown] };
};

describe('a mapping of answers', () => {
  it('is lost where it changes, and the finding says for which status', () => {
    const plan = handPlan(
      integration(
        mappings(['200', cache('a')], ['404', cache('b')]),
        mappings(['200', cache('a')], ['404', cache('c')]),
      ),
    );
    expect(findingsOf(plan)).toMatchObject([
      {
        rule: 'answer-mapping-lost',
        message: 'After the apply, answers with status 404 are passed on without a mapping.',
        of: ['status 404', expect.stringMatching(/^#[0-9a-f]{6}$/)],
      },
    ]);
  });

  it.each([
    ['stays', mappings(['200', cache('a')]), mappings(['200', cache('a')]), undefined],
    ['is new', mappings(), mappings(['200', cache('a')]), undefined],
    ['is removed', mappings(['200', cache('a')]), mappings(), undefined],
    [
      'is not known',
      mappings(['200', cache('a')]),
      mappings(['200', {}]),
      { response_parameters: [{ mappings: true }] },
    ],
  ])('is not lost where it %s', (_, before, after, unknown) => {
    expect(found(integration(before, after, unknown))).toEqual([]);
  });
});

const at = { rest_api_id: 'a', resource_id: 'r', http_method: 'GET', type: 'HTTP' };

/** A replacement in the order of create_before_destroy, or in the other. */
function replaced(address: string, before: object, after: object, actions: readonly string[]): object {
  const plan = handPlan({ [address]: [{ ...before }, { ...after }] }) as {
    resource_changes: { change: { actions: readonly string[] } }[];
  };
  for (const { change } of plan.resource_changes) change.actions = actions;
  return plan;
}
const rules = (plan: object) => findingsOf(plan).map(({ rule }) => rule);

describe('an integration that is replaced', () => {
  it.each(['aws_api_gateway_integration.orders', 'aws_api_gateway_integration_response.orders'])(
    'is gone where the new one overwrites the old: %s',
    (address) => {
      const [before, after] = [
        { ...at, status_code: '200' },
        { ...at, status_code: '200', content_handling: 'CONVERT_TO_TEXT' },
      ];
      expect(rules(replaced(address, before, after, ['create', 'delete']))).toEqual(['integration-gone']);
      expect(rules(replaced(address, before, after, ['delete', 'create']))).toEqual([]);
    },
  );

  it('stays where it moves to another method', () => {
    const address = 'aws_api_gateway_integration.orders';
    expect(rules(replaced(address, at, { ...at, http_method: 'PUT' }, ['create', 'delete']))).toEqual([]);
  });
});

const name = 'api.example.com';
const domain: Record<string, HandChange> = {
  'aws_apigatewayv2_domain_name.it': [{ domain_name: name }, { domain_name: name }],
  'aws_apigatewayv2_api.one': [
    { id: 'one', name: 'one', protocol_type: 'HTTP' },
    { id: 'one', name: 'one', protocol_type: 'HTTP' },
  ],
};
const mapping = (before: object, after: object, unknown?: object): Record<string, HandChange> => ({
  ...domain,
  'aws_apigatewayv2_api_mapping.it': [
    { domain_name: name, api_mapping_key: 'v1', ...before },
    { domain_name: name, api_mapping_key: 'v1', ...after },
    unknown,
  ],
});
const said = (...change: Parameters<typeof mapping>) =>
  findingsOf(handPlan(mapping(...change))).map(({ severity, message }) => `${severity}: ${message}`);

describe('a domain', () => {
  it('leads to another API, also one that is not in the plan', () => {
    expect(said({ api_id: 'one', stage: 'live' }, { api_id: 'two', stage: 'live' })).toEqual([
      'high: Callers of api.example.com/v1 reach two in place of one.',
    ]);
  });

  it('leads to another stage', () => {
    expect(said({ api_id: 'one', stage: 'live' }, { api_id: 'one', stage: 'next' })).toEqual([
      'medium: Callers of api.example.com/v1 reach stage next of one in place of live.',
    ]);
  });

  it('leads where it led, as far as is known', () => {
    expect(said({ api_id: 'one', stage: 'live' }, { api_id: 'one', stage: 'live' })).toEqual([]);
    expect(said({ api_id: 'one', stage: 'live' }, { stage: 'live' }, { api_id: true })).toEqual([]);
  });
});

const plan = (before: object, after: object) =>
  findingsOf(
    handPlan({
      'aws_api_gateway_usage_plan.partners': [
        { name: 'partners', ...before },
        { name: 'partners', ...after },
      ],
    }),
  ).map(({ message }) => message);
const quota = (limit: number, period: string) => ({ quota_settings: [{ limit, period }] });

describe('a usage plan', () => {
  it('allows more calls of one method', () => {
    const limited = (rate_limit: number, path = '/orders/GET') => ({
      api_stages: [{ api_id: 'shop', stage: 'live', throttle: [{ path, rate_limit, burst_limit: 1 }] }],
    });
    expect(plan(limited(1), limited(5))).toEqual([
      'Callers with an API key of partners can make 5 requests a second to /orders/GET in place of 1 requests a second to /orders/GET.',
    ]);
    expect(plan(limited(5), limited(1))).toEqual([]);
    expect(plan(limited(1), limited(5, '/items/GET'))).toEqual([
      'Callers with an API key of partners are no longer limited by method /orders/GET.',
    ]);
  });

  it('limits nobody any more once it is deleted, and as before where Terraform lets go of it', () => {
    const ended = (action: 'delete' | 'forget') => {
      const made = handPlan({
        'aws_api_gateway_usage_plan.partners': [{ name: 'partners', ...quota(1, 'DAY') }, null],
      });
      entryOf(made, 'aws_api_gateway_usage_plan.partners').change.actions = [action];
      return findingsOf(made)
        .filter(({ rule }) => rule === 'usage-plan-removed')
        .map(({ message }) => message);
    };
    expect(ended('delete')).toEqual(['Callers with an API key of partners are no longer limited by the plan itself.']);
    expect(ended('forget')).toEqual([]);
  });

  it.each([
    [quota(100, 'DAY'), quota(1000, 'WEEK'), '1000 requests a week in place of 100 requests a day'],
    [
      { throttle_settings: [{ rate_limit: 1, burst_limit: 2 }] },
      { throttle_settings: [{ rate_limit: 1, burst_limit: 3 }] },
      '3 requests at once in place of 2 requests at once',
    ],
  ])('allows more', (before, after, says) => {
    expect(plan(before, after)).toEqual([`Callers with an API key of partners can make ${says}.`]);
  });

  it('allows no more by another period', () => {
    expect(plan(quota(100, 'DAY'), quota(700, 'WEEK'))).toEqual([]);
    expect(plan(quota(700, 'WEEK'), quota(100, 'DAY'))).toEqual([]);
  });
});

const arn = 'arn:aws:apigateway:eu-west-1:1:/domainnames/shop.internal+abc';
const allow = (...accounts: readonly string[]) =>
  JSON.stringify({
    Statement: [{ Effect: 'Allow', Principal: { AWS: accounts }, Action: 'execute-api:Invoke', Resource: '*' }],
  });
const hidden = (body: object = {}) => ({
  ...{ domain_name: 'shop.internal', endpoint_configuration: [{ types: ['PRIVATE'] }] },
  ...body,
});
const saidOf = (...changes: Parameters<typeof handPlan>) =>
  findingsOf(handPlan(...changes)).map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`);

describe('a private domain', () => {
  const name = 'aws_api_gateway_domain_name.shop';

  it('is opened by a wider policy, and not by a narrower one', () => {
    const [one, two] = [
      hidden({ policy: allow('111111111111') }),
      hidden({ policy: allow('111111111111', '222222222222') }),
    ];
    expect(saidOf({ [name]: [one, two] })).toEqual([
      'high api-policy-opened: More callers can reach shop.internal: account 222222222222.',
    ]);
    expect(saidOf({ [name]: [two, one] })).toEqual([]);
  });

  it('is opened to the internet by another type', () => {
    expect(saidOf({ [name]: [hidden(), hidden({ endpoint_configuration: [{ types: ['REGIONAL'] }] })] })).toEqual([
      'high endpoint-opened: Anyone on the internet can reach shop.internal, which only private networks reached.',
    ]);
  });

  it('is opened to one more VPC endpoint', () => {
    const access = { domain_name_arn: arn, access_association_source: 'vpce-1' };
    const association = 'aws_api_gateway_domain_name_access_association.shop';
    expect(saidOf({ [association]: [null, access] })).toEqual([
      'medium endpoint-opened: Callers behind vpce-1 can reach shop.internal.',
    ]);
    expect(saidOf({ [association]: [access, null] })).toEqual([]);
    expect(saidOf({ [association]: [access, access] })).toEqual([]);
  });
});

import { found } from '../../testing/hand-plan';

const api = { id: 'abc', name: 'shop', root_resource_id: 'root' };
const orders = { id: 'o', rest_api_id: 'abc', path: '/orders' };
const place = (http_method: string) => ({ rest_api_id: 'abc', resource_id: 'o', http_method });
const guarded = (http_method: string) => ({
  ...place(http_method),
  authorization: 'COGNITO_USER_POOLS',
  authorizer_id: 'auth',
});
const options = { ...place('OPTIONS'), authorization: 'NONE' };
const mock = { ...place('OPTIONS'), type: 'MOCK' };
const preflight = (methods: string) => ({
  ...place('OPTIONS'),
  status_code: '204',
  response_parameters: {
    'method.response.header.Access-Control-Allow-Origin': "'https://app.example.com'",
    'method.response.header.Access-Control-Allow-Methods': `'${methods}'`,
  },
});
const M = 'aws_api_gateway_method';

/** An API with GET /orders, whose preflight comes to allow more. */
const plan = (methods: string, more: Parameters<typeof found>[0] = {}) => ({
  'aws_api_gateway_rest_api.shop': [api, api] as const,
  'aws_api_gateway_resource.orders': [orders, orders] as const,
  [`${M}.get`]: [guarded('GET'), guarded('GET')] as const,
  [`${M}.options`]: [options, options] as const,
  'aws_api_gateway_integration.options': [mock, mock] as const,
  'aws_api_gateway_integration_response.options': [preflight('GET,OPTIONS'), preflight(methods)] as const,
  ...more,
});

describe('methods that web pages may use', () => {
  it('are not reported where they come with the route that answers them', () => {
    expect(found(plan('GET,DELETE,OPTIONS', { [`${M}.delete`]: [null, guarded('DELETE')] }))).toEqual([]);
  });

  it('are reported where the route was there, and no page could call it', () => {
    const there = [guarded('DELETE'), guarded('DELETE')] as const;
    const any = [guarded('ANY'), guarded('ANY')] as const;
    for (const route of [there, any]) {
      expect(found(plan('GET,DELETE,OPTIONS', { [`${M}.more`]: route }))).toEqual([`medium cors-widened ${M}.options`]);
    }
  });

  it('are reported where they are all that there are', () => {
    expect(found(plan('*'))).toEqual([`medium cors-widened ${M}.options`]);
  });
});

describe('refusals that every web page may read', () => {
  const PARAMETER = 'Access-Control-Allow-Origin';
  const refusals = (origin: string) => ({
    rest_api_id: 'abc',
    response_type: 'DEFAULT_4XX',
    response_parameters: { [`gatewayresponse.header.${PARAMETER}`]: `'${origin}'` },
  });
  const answers = (origin: string) => ({
    ...preflight('GET,OPTIONS'),
    response_parameters: {
      ...preflight('GET,OPTIONS').response_parameters,
      [`method.response.header.${PARAMETER}`]: `'${origin}'`,
    },
  });
  const ours = 'https://app.example.com';
  const opened = (origins: { readonly ofAnswers: string; readonly ofRefusals: string }) =>
    found(
      plan('GET,OPTIONS', {
        'aws_api_gateway_integration_response.options': [answers(ours), answers(origins.ofAnswers)],
        'aws_api_gateway_gateway_response.refused': [refusals(ours), refusals(origins.ofRefusals)],
      }),
    ).filter((each) => each.includes('cors-widened'));

  it('are reported', () => {
    expect(opened({ ofAnswers: ours, ofRefusals: '*' })).toEqual([
      'medium cors-widened aws_api_gateway_gateway_response.refused',
    ]);
  });

  it('are not reported with answers that every web page may read', () => {
    expect(opened({ ofAnswers: '*', ofRefusals: '*' })).toEqual([`high cors-widened ${M}.options`]);
  });
});

import { found, handPlan } from '../../testing/hand-plan';
import { findingsOf } from '../../testing/real-plan';

const api = { id: 'abc', name: 'shop', root_resource_id: 'root' };
const orders = { id: 'o', rest_api_id: 'abc', path: '/orders' };
const keyed = (http_method: string, api_key_required: boolean) => ({
  ...{ rest_api_id: 'abc', resource_id: 'o', http_method, api_key_required },
  ...{ authorization: 'COGNITO_USER_POOLS', authorizer_id: 'auth' },
});
const M = 'aws_api_gateway_method';

describe('a new route that takes the calls of several', () => {
  const taken = (get: boolean, post: boolean) =>
    found({
      'aws_api_gateway_rest_api.shop': [api, api],
      'aws_api_gateway_resource.orders': [orders, orders],
      [`${M}.get`]: [keyed('GET', get), null],
      [`${M}.post`]: [keyed('POST', post), null],
      [`${M}.any`]: [null, keyed('ANY', false)],
    }).filter((each) => each.includes('api-key-not-required'));

  it('is said once, whichever of them asked for an API key', () => {
    const lost = [expect.stringContaining(`api-key-not-required ${M}.any`)];
    expect(taken(true, true)).toEqual(lost);
    expect(taken(false, true)).toEqual(lost);
    expect(taken(true, false)).toEqual(lost);
    expect(taken(false, false)).toEqual([]);
  });
});

describe('calls that come to another route', () => {
  const proxy = { id: 'p', rest_api_id: 'abc', path: '/{proxy+}' };
  const asking = (resource_id: string, http_method: string, ...authorization_scopes: string[]) => ({
    ...{ rest_api_id: 'abc', resource_id, http_method, authorization_scopes },
    ...{ authorization: 'COGNITO_USER_POOLS', authorizer_id: 'auth' },
  });
  const said = (changes: Parameters<typeof handPlan>[0]) =>
    findingsOf(
      handPlan({
        'aws_api_gateway_rest_api.shop': [api, api],
        'aws_api_gateway_resource.orders': [orders, orders],
        'aws_api_gateway_resource.proxy': [proxy, proxy],
        ...changes,
      }),
    )
      .filter(({ rule }) => rule === 'scope-loosened')
      .map(({ message }) => message);
  const wide = asking('p', 'ANY', 'orders/read');

  it('are said by the route that is gone, and who answers them', () => {
    expect(said({ [`${M}.gone`]: [asking('o', 'GET', 'orders/write'), null], [`${M}.wide`]: [wide, wide] })).toEqual([
      'Tokens with scope orders/read can call GET /orders by ANY /{proxy+}; it asked for orders/write.',
    ]);
  });

  it('are said by the route that is new, and who answered them', () => {
    const strict = asking('p', 'ANY', 'orders/write');
    expect(said({ [`${M}.wide`]: [strict, strict], [`${M}.new`]: [null, asking('o', 'GET', 'orders/read')] })).toEqual([
      'Tokens with scope orders/read can call GET /orders; ANY /{proxy+}, which answered it, asked for orders/write.',
    ]);
  });

  it('are said by the route where it stays', () => {
    expect(said({ [`${M}.get`]: [asking('o', 'GET', 'orders/write'), asking('o', 'GET', 'orders/read')] })).toEqual([
      'Tokens with scope orders/read can call GET /orders; it asked for orders/write.',
    ]);
    expect(said({ [`${M}.get`]: [asking('o', 'GET', 'orders/write'), asking('o', 'ANY', 'orders/read')] })).toEqual([
      'Tokens with scope orders/read can call ANY /orders; it asked for orders/write.',
    ]);
  });
});

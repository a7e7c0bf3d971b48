import { found } from '../../testing/hand-plan';

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

import { appears, becomes, changeOf, goes, rows, stays, type Values } from '../../testing/access-rows';
import { fixture } from '../../testing/fixture';
import { handPlan } from '../../testing/hand-plan';
import { readPlans } from '../read-plans';
import { accessChanges } from './access-changes';

describe('who may call a route of a REST API', () => {
  const resource = (more: Values = {}) => ({
    id: 'me123456',
    rest_api_id: 'rest1234',
    path: '/me',
    path_part: 'me',
    ...more,
  });
  const method = (more: Values = {}) => ({
    id: 'agm-me',
    rest_api_id: 'rest1234',
    resource_id: 'me123456',
    http_method: 'GET',
    authorization: 'AWS_IAM',
    ...more,
  });
  const api = { id: 'rest1234', name: 'reports', root_resource_id: 'root1234' };

  it('is that of the route, not of its address: a renamed API with an opened route is one that opens', () => {
    expect(
      rows(
        goes('aws_api_gateway_rest_api.old', api),
        goes('aws_api_gateway_resource.me', resource()),
        goes('aws_api_gateway_method.me', method()),
        appears('aws_api_gateway_rest_api.new', { ...api, id: 'rest5678' }),
        appears('aws_api_gateway_resource.me2', resource({ rest_api_id: 'rest5678', id: 'me567890' })),
        appears(
          'aws_api_gateway_method.me2',
          method({ rest_api_id: 'rest5678', resource_id: 'me567890', authorization: 'NONE' }),
        ),
      ),
    ).toEqual([['opened', 'GET /me', 'IAM principal', 'anyone']]);
  });

  it('is not reported when only addresses are moved', () => {
    const moved = (address: string, from: string, values: Values) =>
      changeOf(address, { actions: ['no-op'], before: values, after: values }, { previous_address: from });
    expect(
      rows(
        moved('aws_api_gateway_rest_api.new', 'aws_api_gateway_rest_api.old', api),
        moved('aws_api_gateway_resource.new', 'aws_api_gateway_resource.old', resource()),
        moved('aws_api_gateway_method.new', 'aws_api_gateway_method.old', method()),
      ),
    ).toEqual([]);
  });

  it('leaves out what only answers the preflights of browsers', () => {
    const options = method({ http_method: 'OPTIONS', authorization: 'NONE' });
    const integration = {
      rest_api_id: 'rest1234',
      resource_id: 'me123456',
      http_method: 'OPTIONS',
      type: 'MOCK',
    };
    const routes = [stays('aws_api_gateway_rest_api.api', api), stays('aws_api_gateway_resource.me', resource())];
    expect(
      rows(
        ...routes,
        appears('aws_api_gateway_method.options', options),
        appears('aws_api_gateway_integration.options', integration),
      ),
    ).toEqual([]);
    // Something behind it answers: that is a route.
    expect(
      rows(
        ...routes,
        appears('aws_api_gateway_method.options', options),
        appears('aws_api_gateway_integration.options', { ...integration, type: 'HTTP_PROXY' }),
      ),
    ).toEqual([['new', 'OPTIONS /me', undefined, 'anyone']]);
  });

  it('says that an API key is asked for, too', () => {
    expect(
      rows(
        stays('aws_api_gateway_rest_api.api', api),
        stays('aws_api_gateway_resource.me', resource()),
        becomes('aws_api_gateway_method.me', method(), method({ authorization: 'NONE', api_key_required: true })),
      ),
    ).toEqual([['opened', 'GET /me', 'IAM principal', 'anyone with an API key']]);
  });

  it('names another pool beside one that the plan knows', () => {
    const own = 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_Users0001';
    const partners = 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_Partners1';
    const authorizer = (...provider_arns: readonly string[]) => ({
      ...{ id: 'auth12', rest_api_id: 'rest1234', name: 'users', type: 'COGNITO_USER_POOLS', provider_arns },
    });
    const guarded = method({ authorization: 'COGNITO_USER_POOLS', authorizer_id: 'auth12' });

    expect(
      rows(
        stays('aws_cognito_user_pool.users', { id: 'eu-west-1_Users0001', arn: own, name: 'users' }),
        stays('aws_api_gateway_rest_api.api', api),
        stays('aws_api_gateway_resource.me', resource()),
        becomes('aws_api_gateway_authorizer.users', authorizer(own), authorizer(own, partners)),
        stays('aws_api_gateway_method.me', guarded),
      ),
    ).toEqual([
      [
        'changed',
        'GET /me',
        'signed-in user (ID token), pool users',
        `signed-in user (ID token), pool users, ${partners}`,
      ],
    ]);
  });

  it('reads the routes of an OpenAPI body, too', () => {
    const found = accessChanges(readPlans({ api: fixture('openapi', 'created.plan.json') }));
    expect(found.length).toBeGreaterThan(3);
    expect(found.every(({ effect, before }) => effect === 'new' && before === undefined)).toBe(true);
    expect(found.some(({ address }) => address.includes('#/paths/'))).toBe(true);
  });

  it('has one row for the routes of a body that no one can read yet', () => {
    const unread = (type: string, values: Values = {}) => {
      const made = handPlan(
        { [`${type}.shop`]: [null, { name: 'shop', ...values }, { body: true, id: true }] },
        { [`${type}.shop`]: { body: ['aws_lambda_function.f.arn', 'aws_lambda_function.f'] } },
      );
      return accessChanges(readPlans([made])).map(({ route, kind, after, effect }) => [route, kind, after, effect]);
    };
    const row = (kind: string) => [['(routes of shop)', kind, 'known after apply', 'unclear']];
    expect(unread('aws_api_gateway_rest_api')).toEqual(row('rest'));
    expect(unread('aws_apigatewayv2_api', { protocol_type: 'HTTP' })).toEqual(row('http'));
  });
});

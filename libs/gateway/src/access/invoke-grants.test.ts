import { type IGrantee } from '@gatehouse/construct-kit';
import { synth } from '@gatehouse/testing';
import { open, refusal, stage, synthApi } from '../../testing/api';
import { Auth, Integration, RestApi } from '../index';

const signed = { auth: Auth.iam('guests of the app'), integration: Integration.mock() };
const guests: IGrantee = { granteeId: 'people_guest', roleName: 'acme-people-guest' };
const nobody: IGrantee = { granteeId: 'people_guest', roleName: undefined };

const arn = '${aws_api_gateway_rest_api.api.execution_arn}/dev';

function policiesOf(build: (api: RestApi) => void) {
  return synthApi(build).resource.aws_iam_role_policy;
}

const document = (...resources: string[]) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource: resources }],
  });

describe('grantInvoke', () => {
  it('writes a policy of the role, for the route and the stage alone', () => {
    const policies = policiesOf((api) => {
      api.addRoute('GET /prices', signed);
      api.grantInvoke(guests, 'GET /prices');
    });

    expect(policies).toEqual({
      people_guest_api: {
        name: 'invoke-test-api',
        role: 'acme-people-guest',
        policy: document(`${arn}/GET/prices`),
      },
    });
  });

  it('writes one policy for all grants of a role, each route once, and one for each role', () => {
    const policies = policiesOf((api) => {
      for (const key of ['POST /orders', 'GET /', 'ANY /files/{proxy+}', 'GET /orders/{id}/items/{item}'] as const) {
        api.addRoute(key, signed);
      }
      api.grantInvoke(guests, 'POST /orders', 'GET /');
      api.grantInvoke(guests, 'GET /', 'ANY /files/{proxy+}', 'GET /orders/{id}/items/{item}');
      api.grantInvoke({ granteeId: 'reporter', roleName: 'reporter' }, 'GET /');
    });

    expect(Object.keys(policies ?? {})).toEqual(['people_guest_api', 'reporter_api']);
    expect(policies?.people_guest_api?.policy).toBe(
      document(`${arn}/*/files/*`, `${arn}/GET/`, `${arn}/GET/orders/*/items/*`, `${arn}/POST/orders`),
    );
  });

  it('writes nothing where nobody holds the role', () => {
    const policies = policiesOf((api) => {
      api.addRoute('GET /prices', signed);
      api.grantInvoke(nobody, 'GET /prices');
    });

    expect(policies).toBeUndefined();
  });

  it('tells APIs of one stack apart', () => {
    const { resource } = synth((stack) => {
      for (const id of ['api', 'orders']) {
        const api = new RestApi(stack, id, { name: id, stage });
        api.addRoute('GET /prices', signed);
        api.grantInvoke(guests, 'GET /prices');
      }
    });

    expect(Object.entries(resource.aws_iam_role_policy ?? {}).map(([name, policy]) => [name, policy.name])).toEqual([
      ['people_guest_api', 'invoke-test-api'],
      ['people_guest_orders', 'invoke-test-orders'],
    ]);
  });

  it.each([guests, nobody])('fails for a route that does not exist, and suggests one', (grantee) => {
    const message = refusal((api) => {
      api.addRoute('GET /prices', signed);
      api.grantInvoke(grantee, 'GET /prizes');
    });

    expect(message).toBe(
      'test/api, grantInvoke(people_guest, "GET /prizes"): expected an IAM route of the API: GET /prices, found ' +
        '"no such route". Did you mean "GET /prices"?',
    );
  });

  it.each([
    [open.auth, 'Auth.public(...)'],
    [Auth.idToken(), 'Auth.idToken()'],
    [Auth.accessToken('reports/read'), 'Auth.accessToken(...)'],
  ])('fails for a route that takes no signed requests, with both places', (auth, written) => {
    const message = refusal((api) => {
      api.addRoute('GET /me', { ...open, auth });
      api.grantInvoke(guests, 'GET /me');
    });

    expect(message).toBe(
      `test/api, grantInvoke(people_guest, "GET /me"): expected a route with Auth.iam('who'), found "${written} at ` +
        'GET /me of test/api". Such a route does not look at AWS credentials: guard it by Auth.iam, or remove the grant.',
    );
  });
});

import { type GatewayResponse } from '@gatehouse/surface';
import { aRoute } from '../../testing/surface';
import { type Area } from '../area';
import { allow, callers } from '../callers';
import { theFunction } from '../functions';
import { pages } from '../pages';
import { rowsOf } from '../row';
import { conformanceApi } from '../served';
import { callSigned } from '../signed';

const event = aRoute('GET /prices', { integration: theFunction, auth: { kind: 'iam' } });
const says = (type: string): GatewayResponse => ({
  address: `aws_api_gateway_gateway_response.${type.toLowerCase()}`,
  type,
  responseParameters: {},
  responseTemplates: { 'application/json': `{"said":"${type}"}` },
});
const types = ['ACCESS_DENIED', 'EXPIRED_TOKEN', 'INVALID_SIGNATURE', 'MISSING_AUTHENTICATION_TOKEN'];
/** Any signer of these tests may call it: its policy allows the account. */
const api = conformanceApi('iam-identity', {
  routes: [event],
  gatewayResponses: types.map(says),
  policy: [
    {
      effect: 'Allow',
      principals: [
        'AWS:arn:aws:iam::123456789012:role/guest',
        'AWS:arn:aws:iam::123456789012:role/person',
        'AWS:arn:aws:iam::123456789012:role/machine',
      ],
      notPrincipals: [],
      actions: [allow('').Action],
      notActions: [],
      resources: ['execute-api:/*'],
      notResources: [],
      conditions: [],
    },
  ],
});
const { row } = rowsOf(api);

type Who = keyof typeof callers;

const hasIdentity = (name: string, who: Who, expected: Readonly<Record<string, string | null>>) =>
  row(name, pages.context, async (served) => {
    const answer = await callSigned(served, 'GET /prices', callers[who]);
    const { requestContext } = answer.json() as { requestContext: { identity: object; authorizer?: object } };
    const { accessKeyId, principal } = callers[who];
    expect(requestContext.identity).toMatchObject({
      accessKey: accessKeyId,
      accountId: '123456789012',
      caller: 'AROAEXAMPLE:session',
      user: 'AROAEXAMPLE:session',
      userArn: principal.arn,
      ...expected,
    });
    expect(requestContext.authorizer).toBeUndefined();
  });

const said = (
  type: string,
  name: string,
  call: (served: Parameters<typeof callSigned>[0]) => ReturnType<typeof callSigned>,
) =>
  row(name, pages.gatewayResponseTypes, async (served) => {
    const answer = await call(served);
    expect([answer.status, answer.json()]).toEqual([403, { said: type }]);
  });

const pool = 'eu-west-1:11111111-2222-3333-4444-555555555555';
const provider = 'cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Users00001';

/** What function, templates and gateway responses know of a signer. */
export const iamIdentity: Area = {
  apis: [api],
  rows: [
    hasIdentity('A guest is named by its identity, without a provider', 'guest', {
      cognitoIdentityId: 'eu-west-1:guest',
      cognitoIdentityPoolId: pool,
      cognitoAuthenticationType: 'unauthenticated',
      cognitoAuthenticationProvider: null,
    }),
    hasIdentity('A signed-in person is named by identity, provider and user', 'person', {
      cognitoIdentityId: 'eu-west-1:person',
      cognitoIdentityPoolId: pool,
      cognitoAuthenticationType: 'authenticated',
      cognitoAuthenticationProvider: `${provider},${provider}:CognitoSignIn:sub-1`,
    }),
    hasIdentity('Another role has no identity of Cognito', 'machine', {
      cognitoIdentityId: null,
      cognitoIdentityPoolId: null,
      cognitoAuthenticationType: null,
      cognitoAuthenticationProvider: null,
    }),
    row('The function does not get the Authorization header', pages.importantNotes, async (served) => {
      const answer = await callSigned(served, 'GET /prices', callers.machine);
      const names = Object.keys((answer.json() as { headers: object }).headers).map((name) => name.toLowerCase());
      expect(names).toContain('x-amz-date');
      expect(names).not.toContain('authorization');
    }),
    said('MISSING_AUTHENTICATION_TOKEN', 'A request without a signature has the response of its type', ({ call }) =>
      call('GET /prices'),
    ),
    said('INVALID_SIGNATURE', 'A wrong signature has the response of its type', (served) =>
      callSigned(served, 'GET /prices', { ...callers.machine, secretAccessKey: 'wrong' }),
    ),
    said('EXPIRED_TOKEN', 'Credentials that are over have the response of their type', (served) =>
      callSigned(served, 'GET /prices', callers.expired),
    ),
    said('ACCESS_DENIED', 'A signer who may not call has the response of its type', (served) =>
      callSigned(served, 'GET /prices', callers.nothing),
    ),
  ],
};

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RestRoute } from '@gatehouse/surface';
import { strToU8, zipSync } from 'fflate';
import { callerOf } from '../../src/emulator';
import { publishedKeys, startGateway } from '../../src/gateway';
import { anApi, anAuthorizer, aRoute, aSurface, lambdaIntegration, region } from '../../src/gateway/testing/surface';
import { addIdentityPool, allow, makeRole, roleArn, trust } from '../gaps/identity-pool';
import { type Client, type Door } from './door';

/** What the application calls. */
export interface AppApi {
  /** Of the stage. */
  readonly url: string;
  readonly region: string;
  readonly identityPoolId: string;
  /** Whose ID tokens the identity pool takes. */
  readonly provider: string;
  close(): Promise<void>;
}

/** The function tells who called it. */
const CODE = (origin: string): string => `
exports.handler = async ({ requestContext }) => ({
  headers: { 'Access-Control-Allow-Origin': '${origin}' },
  body: JSON.stringify(requestContext.identity),
});
`;

/**
 * `GET /me` takes ID tokens; `GET /prices` is for guests and people of the identity pool, `GET /orders` for people alone.
 *
 * @param origin of the application's page
 */
export async function serveAppApi(door: Door, client: Client, origin: string): Promise<AppApi> {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-app-'));
  writeFileSync(join(folder, 'reports.zip'), zipSync({ 'index.js': strToU8(CODE(origin)) }));
  const api = apiOf(door.poolId, origin);
  const gateway = await startGateway({
    surface: aSurface({ apis: [api] }),
    keys: publishedKeys(door.emulator.url),
    callerOf: (accessKeyId) => callerOf(door.emulator.internal, accessKeyId),
    functionRoots: [folder],
    onAccessLog: () => undefined,
    onRefusal: () => undefined,
  });
  const provider = `cognito-idp.${region}.amazonaws.com/${door.poolId}`;
  return {
    url: `${gateway.url}/local`,
    region,
    identityPoolId: await identityPool(door, provider, client.id, api.executionArn),
    provider,
    close: () => gateway.close().finally(() => rmSync(folder, { recursive: true })),
  };
}

async function identityPool({ aws }: Door, provider: string, app: string, executionArn: string): Promise<string> {
  const [guests, people] = ['app-guests', 'app-people'];
  await makeRole(aws, guests, trust('unauthenticated'));
  await makeRole(aws, people, trust('authenticated'));
  await allow(aws, guests, 'execute-api:Invoke', `${executionArn}/local/GET/prices`);
  await allow(aws, people, 'execute-api:Invoke', `${executionArn}/local/GET/*`);
  const Roles = { unauthenticated: roleArn(guests), authenticated: roleArn(people) };
  return addIdentityPool(aws, { provider, app }, {}, { Roles });
}

function apiOf(poolId: string, origin: string) {
  const userPoolArns = [`arn:aws:cognito-idp:${region}:123456789012:userpool/${poolId}`];
  const signed = { auth: { kind: 'iam' } } as const;
  const token = { auth: { kind: 'cognito', authorizerId: 'auth1', scopes: [] } } as const;
  const routes = [aRoute('GET /me', token), aRoute('GET /prices', signed), aRoute('GET /orders', signed)];
  return anApi({
    authorizers: [anAuthorizer({ userPoolArns })],
    routes: [...routes, ...routes.map(({ path }) => preflight(path, origin))],
    gatewayResponses: [
      {
        address: 'aws_api_gateway_gateway_response.default_4xx',
        type: 'DEFAULT_4XX',
        responseParameters: { 'gatewayresponse.header.Access-Control-Allow-Origin': `'${origin}'` },
        responseTemplates: {},
      },
    ],
  });
}

/** As CORS of a route answers. */
export function preflight(path: string, origin: string): RestRoute {
  const headers = {
    'method.response.header.Access-Control-Allow-Origin': `'${origin}'`,
    'method.response.header.Access-Control-Allow-Headers':
      "'Authorization,Content-Type,X-Amz-Content-Sha256,X-Amz-Date,X-Amz-Security-Token,X-Api-Key'",
  };
  const declared = Object.fromEntries(Object.keys(headers).map((name) => [name, true]));
  return aRoute(`OPTIONS ${path}`, {
    integration: lambdaIntegration({
      type: 'MOCK',
      requestTemplates: { 'application/json': '{"statusCode":200}' },
      responses: [{ statusCode: '200', responseParameters: headers, responseTemplates: {} }],
    }),
    responses: [{ statusCode: '200', responseParameters: declared }],
  });
}

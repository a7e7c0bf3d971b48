import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type FunctionPermission,
  type HttpApi,
  type HttpIntegration,
  type HttpRoute,
  type LambdaFunction,
} from '@gatehouse/surface';
import { strToU8, zipSync } from 'fflate';
import { anHttpApi, anHttpIntegration, anHttpRoute } from '../testing/http-surface';
import { aFunction, aPermission, region } from '../testing/surface';

/** One function does all: what, the first segment of the route or the identity source says. */
const CODE = `
exports.handler = async (event) => {
  if (event.type === 'REQUEST') return authorize(event);
  const [, what] = (event.version === '2.0' ? event.routeKey : event.resource).split('/');
  const body = event.isBase64Encoded ? Buffer.from(event.body, 'base64').toString() : event.body;
  if (what === 'result') return JSON.parse(body);
  if (what === 'throw') throw new Error(body);
  if (what === 'never') return new Promise(() => {});
  return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(event) };
};
let calls = 0;
function authorize(event) {
  calls += 1;
  const said = JSON.parse([event.identitySource ?? []].flat()[0] || '{}');
  if (said.throw) throw new Error(said.throw);
  if ('result' in said) return said.result;
  const context = 'context' in said ? said.context : { calls, event };
  if (!said.effect) return { isAuthorized: said.allow ?? true, context };
  const Resource = said.resource ?? event.routeArn ?? event.methodArn;
  const Statement = [{ Effect: said.effect, Action: 'execute-api:Invoke', Resource }];
  return { principalId: 'ada', policyDocument: { Version: '2012-10-17', Statement }, context };
}
`;

export const httpFunctionArn = `arn:aws:lambda:${region}:123456789012:function:http-api`;

/** No function permission lets an API call it. */
export const closedArn = `arn:aws:lambda:${region}:123456789012:function:closed`;

export const httpFunctions: readonly LambdaFunction[] = [
  aFunction({ name: 'http-api', arn: httpFunctionArn, filename: 'http-api.zip' }),
];

export const httpFunctionPermissions: readonly FunctionPermission[] = [
  aPermission({ functionName: 'http-api', sourceArn: `arn:aws:execute-api:${region}:123456789012:*` }),
];

export const writeHttpFunctions = (folder: string): void =>
  writeFileSync(join(folder, 'http-api.zip'), zipSync({ 'index.js': strToU8(CODE) }));

export const aFunctionCall = (overrides: Partial<HttpIntegration> = {}): HttpIntegration =>
  anHttpIntegration({ uri: httpFunctionArn, ...overrides });

/** A route that the function answers with its event. */
export const echo = (routeKey: string, overrides: Partial<HttpRoute> = {}): HttpRoute =>
  anHttpRoute(routeKey, { integration: aFunctionCall(), ...overrides });

/** An API of an area; where it calls an HTTP backend, `BACKEND` stands for its URL. */
export const conformanceHttpApi = (id: string, overrides: Partial<HttpApi>): HttpApi =>
  anHttpApi({
    address: `aws_apigatewayv2_api.${id}`,
    id,
    name: id,
    executionArn: `arn:aws:execute-api:${region}:123456789012:${id}`,
    ...overrides,
  });

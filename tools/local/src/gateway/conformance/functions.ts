import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FunctionPermission, type LambdaFunction } from '@gatehouse/surface';
import { strToU8, zipSync } from 'fflate';
import { aFunction, aPermission, lambdaIntegration, region } from '../testing/surface';

/** One function does all: what, the resource or the token says. */
const CODE = `
exports.handler = async (event) => {
  if (event.type === 'TOKEN' || event.type === 'REQUEST') return authorize(event);
  const [, what] = (event.resource ?? '/custom').split('/');
  if (what === 'result') return JSON.parse(event.body);
  if (what === 'large') return { body: 'a'.repeat(Number(event.body)) };
  if (what === 'throw') throw new Error(event.body);
  if (what === 'never') return new Promise(() => {});
  if (event.throw) throw new Error(event.throw);
  if (what === 'custom') return event;
  return { body: JSON.stringify(event) };
};
let calls = 0;
function authorize(event) {
  calls += 1;
  const said = event.authorizationToken ?? event.headers['X-Said'] ?? event.queryStringParameters.said;
  if (said.startsWith('throw ')) throw new Error(said.slice(6));
  if (said.startsWith('reject ')) return Promise.reject(said.slice(7));
  const { effect = 'Allow', resource = event.methodArn, ...more } = JSON.parse(said);
  const Statement = [{ Effect: effect, Action: 'execute-api:Invoke', Resource: resource }];
  const context = { calls, event: JSON.stringify(event) };
  return { principalId: 'ada', policyDocument: { Version: '2012-10-17', Statement }, context, ...more };
}
`;

const arnOf = (name: string) => `arn:aws:lambda:${region}:123456789012:function:${name}`;
const invokeArnOf = (arn: string) => `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${arn}/invocations`;

const named = (name: string): LambdaFunction =>
  aFunction({ name, arn: arnOf(name), filename: 'conformance.zip', invokeArn: invokeArnOf(arnOf(name)) });

/** `closed` lets no API call it, `narrow` one method of one stage. */
export const functions: readonly LambdaFunction[] = [named('conformance'), named('closed'), named('narrow')];

const executeApi = `arn:aws:execute-api:${region}:123456789012`;

export const functionPermissions: readonly FunctionPermission[] = [
  aPermission({ functionName: 'conformance', sourceArn: `${executeApi}:*` }),
  aPermission({ functionName: 'conformance', qualifier: 'live', sourceArn: `${executeApi}:*` }),
  aPermission({ functionName: 'narrow', sourceArn: `${executeApi}:failures/local/GET/narrow/*/*` }),
];

/** URI of a function for integrations and authorizers; `conformance:live` is an alias. */
export const uriOf = (name: string): string => invokeArnOf(arnOf(name));

export const theFunction = lambdaIntegration({ uri: uriOf('conformance') });

export const writeFunctions = (folder: string): void =>
  writeFileSync(join(folder, 'conformance.zip'), zipSync({ 'index.js': strToU8(CODE) }));

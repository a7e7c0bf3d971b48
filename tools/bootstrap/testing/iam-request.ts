import { type Context } from '@gatehouse/policy';
import { cloudWatch, sns } from './iam/alarms';
import { apiGateway } from './iam/api-gateway';
import { type Asked, type Reader } from './iam/asked';
import { cognitoIdentity, cognitoUserPools } from './iam/cognito';
import { iam } from './iam/iam';
import { jsonServices } from './iam/json-services';
import { lambda } from './iam/lambda';
import { logs } from './iam/logs';
import { s3 } from './iam/s3';
import { waf } from './iam/waf';
import { type Relayed } from './relay';

/** What IAM decides about: one action on one resource. */
export interface IamRequest extends Asked {
  readonly context: Context;
}

/** By the name that a request is signed for. */
const readers: Readonly<Record<string, Reader>> = {
  s3,
  iam,
  logs,
  lambda,
  apigateway: apiGateway,
  'cognito-idp': cognitoUserPools,
  'cognito-identity': cognitoIdentity,
  wafv2: waf,
  monitoring: cloudWatch,
  sns,
  ...jsonServices,
  // Everybody may ask who they are.
  sts: () => [],
};

/**
 * What a request to the emulator takes in AWS, as the Service Authorization Reference has it. What exists belongs to
 * the environment `local`, and roles have its boundary.
 *
 * @returns nothing for what everybody may ask: GetCallerIdentity, and whether the emulator is there
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function iamRequests(request: Relayed): IamRequest[] {
  const { authorization } = request.headers;
  // Nobody signs the question whether the emulator is there.
  if (authorization === undefined) return [];
  const service = /Credential=[^/]+\/\d+\/[^/]+\/([\w-]+)\//.exec(authorization)?.[1] ?? '';
  const own = { 'aws:ResourceTag/Environment': 'local' };
  const reader = readers[service];
  if (reader === undefined)
    throw new Error(`${request.method} ${request.url}: a request to ${service} was not expected`);
  return reader(request).map((each) => ({
    ...each,
    // Where AWS looks at no single resource, it looks at no tags either.
    context: each.context ?? (each.resource === '*' ? {} : own),
  }));
}

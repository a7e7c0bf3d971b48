import { checkText, currentAccount } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';

/** Ids of APIs and of their parts. */
export const awsId = { pattern: /^[a-z0-9]+$/, expected: 'an id of lower case letters and digits, such as a1b2c3d4e5' };

/**
 * @param command of the AWS CLI that lists such APIs
 * @throws ConstructError for an id that API Gateway does not make.
 */
export function checkApiId(scope: Construct, prop: string, id: string, command: string): void {
  checkText(scope, id, {
    prop,
    fix: `Find it with \`aws ${command}\`; it is the first part of the URL of the API`,
    ...awsId,
  });
}

/** What ARNs of the routes of an API that is made elsewhere begin with. */
export function executionArnOf(scope: Construct, apiId: string): string {
  const { accountId, partition, region } = currentAccount(scope, 'gateway');
  return `arn:${partition}:execute-api:${region}:${accountId}:${apiId}`;
}

/** Where callers find a stage that is made elsewhere. */
export function urlOf(scope: Construct, apiId: string, stageName: string): string {
  const { dnsSuffix, region } = currentAccount(scope, 'gateway');
  const url = `https://${apiId}.execute-api.${region}.${dnsSuffix}`;
  return stageName === '$default' ? url : `${url}/${stageName}`;
}

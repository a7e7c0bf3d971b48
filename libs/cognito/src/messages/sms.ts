import { type CognitoUserPoolSmsConfiguration } from '@cdktf/provider-aws/lib/cognito-user-pool';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import {
  checkText,
  type CurrentAccount,
  currentAccount,
  nameInTerraform,
  policyDocument,
  snakeCase,
} from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';
import { checkRoleArn } from '../role-arn';
import { checkRegion } from './region';

/**
 * How a pool sends SMS.
 * @example sms: { externalId: 'acme-users', region: 'eu-west-1' }
 */
export interface Sms {
  /**
   * Region of SNS that sends, with its spending limit and its sandbox.
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-sms-settings.html
   * @default - the region of the pool
   */
  readonly region?: string;
  /**
   * What Cognito says when it takes the role, so that nobody else's pool can: 2 to 1,224 characters. It is no secret.
   * @default - made of the name of the pool
   */
  readonly externalId?: string;
  /**
   * A role that exists: it trusts Cognito with `externalId` and may publish to phone numbers.
   * @default - a role of the pool's own
   */
  readonly role?: { readonly roleArn: string };
}

/** The block of the pool, which the provider keeps as it is when it is left out: SMS cannot be switched off again. */
export function smsConfiguration(pool: Construct, poolName: string, sms: Sms): CognitoUserPoolSmsConfiguration {
  // Spaces may be in the name of a pool, and not in an external id.
  const externalId = sms.externalId ?? poolName.replace(/\s+/g, '-');
  checkText(pool, externalId, {
    prop: 'sms.externalId',
    pattern: /^[\w+=,.@:/-]{2,1224}$/,
    expected: '2 to 1,224 letters, digits and _ + = , . @ : / -',
    fix: 'IAM takes no other external id; give one that does not change',
  });
  checkRegion(pool, 'sms.region', sms.region);
  if (sms.role !== undefined) checkRoleArn(pool, 'sms.role.roleArn', sms.role.roleArn);
  return {
    externalId,
    snsCallerArn: sms.role?.roleArn ?? ownRole(pool, poolName, externalId),
    snsRegion: sms.region,
  };
}

/** The pool refers to it, so Terraform makes it before and deletes it after the pool. */
function ownRole(pool: Construct, poolName: string, externalId: string): string {
  const address = snakeCase(`${pool.node.id}_sms`);
  const name = `${poolName.replace(/\s+/g, '-')}-sms`;
  checkText(pool, name, {
    prop: 'sms.role',
    pattern: /^.{1,64}$/,
    expected: 'a role of your own, because <name of the pool>-sms has more than the 64 characters that IAM takes',
    fix: 'Give one, or shorten the name of a pool that does not exist yet',
  });
  const here = currentAccount(pool, 'cognito');
  const role = new IamRole(pool, 'sms role', {
    name,
    assumeRolePolicy: trustPolicy(here, externalId),
  });
  nameInTerraform(role, address);
  const policy = new IamRolePolicy(pool, 'sms policy', {
    role: role.name,
    name: 'publish',
    policy: publishPolicy(here),
  });
  nameInTerraform(policy, address);
  return role.arn;
}

/**
 * The pool's own ARN would make a cycle: it refers to the role. So any pool of this account and region may take it that knows
 * the external id.
 */
function trustPolicy({ accountId, partition, region }: CurrentAccount, externalId: string): string {
  return policyDocument([
    {
      Effect: 'Allow',
      Principal: { Service: 'cognito-idp.amazonaws.com' },
      Action: 'sts:AssumeRole',
      Condition: {
        StringEquals: { 'sts:ExternalId': externalId, 'aws:SourceAccount': accountId },
        ArnLike: { 'aws:SourceArn': `arn:${partition}:cognito-idp:${region}:${accountId}:userpool/*` },
      },
    },
  ]);
}

/** A phone number has no ARN, so IAM takes `*`; topics have ARNs, and are denied. */
const publishPolicy = ({ partition }: CurrentAccount): string =>
  policyDocument([
    { Sid: 'PublishToPhoneNumbers', Effect: 'Allow', Action: 'sns:Publish', Resource: '*' },
    { Sid: 'NotToTopics', Effect: 'Deny', Action: 'sns:Publish', Resource: `arn:${partition}:sns:*:*:*` },
  ]);

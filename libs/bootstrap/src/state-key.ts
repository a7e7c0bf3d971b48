import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { policyDocument, type Statement } from '@gatehouse/construct-kit';
import { type BootstrapTarget, partitionOf } from '@gatehouse/environment';
import { Construct } from 'constructs';
import { administration } from './key-administration';
import { stringEquals } from './policy';

/**
 * The key that encrypts every state of an account and region. It rotates every year and works through S3 only.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/kms_key
 */
export class StateKey extends Construct {
  readonly keyArn: string;
  readonly keyId: string;
  readonly aliasArn: string;

  constructor(scope: Construct, id: string, target: BootstrapTarget) {
    super(scope, id);
    const key = new KmsKey(this, 'Resource', {
      description: `Terraform state in ${target.state.bucket}`,
      enableKeyRotation: true,
      deletionWindowInDays: 30,
      policy: policyDocument(keyPolicy(target)),
      // Finds the key again when a run was killed between making the key and its alias.
      tags: { StateBucket: target.state.bucket },
      // Without the key no state can be read, nor any older version of one.
      lifecycle: { preventDestroy: true },
    });
    const alias = new KmsAlias(this, 'alias', { name: target.state.keyAlias, targetKeyId: key.keyId });
    alias.overrideLogicalId(key.friendlyUniqueId);
    this.keyArn = key.arn;
    this.keyId = key.keyId;
    this.aliasArn = alias.arn;
  }
}

/**
 * The account's IAM policies decide who may do what. `Resource: *` means this key.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
function keyPolicy({ account, region }: BootstrapTarget): Statement[] {
  const { id, dnsSuffix } = partitionOf(region);
  const Principal = { AWS: `arn:${id}:iam::${account}:root` };
  return [
    {
      Sid: 'AccountAdministersKey',
      Effect: 'Allow',
      Principal,
      Action: administration,
      Resource: '*',
    },
    {
      Sid: 'AccountUsesKeyThroughS3',
      Effect: 'Allow',
      Principal,
      Action: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'],
      Resource: '*',
      Condition: stringEquals('kms:ViaService', `s3.${region}.${dnsSuffix}`),
    },
  ];
}

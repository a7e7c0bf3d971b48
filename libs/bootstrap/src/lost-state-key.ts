import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { policyDocument } from '@gatehouse/construct-kit';
import { type BootstrapTarget, partitionOf } from '@gatehouse/environment';
import { Construct } from 'constructs';
import { administration } from './key-administration';

/**
 * The key that a workflow encrypts a state for which it could write nowhere. Its public half is committed, so that this takes no
 * credentials; only who may use the key reads such a state.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/symmetric-asymmetric.html
 */
export class LostStateKey extends Construct {
  readonly keyArn: string;

  constructor(scope: Construct, id: string, target: BootstrapTarget) {
    super(scope, id);
    const { account, region, state } = target;
    const Principal = { AWS: `arn:${partitionOf(region).id}:iam::${account}:root` };
    const key = new KmsKey(this, 'Resource', {
      description: `Lost Terraform states of ${state.bucket}`,
      // KMS rotates no asymmetric key.
      customerMasterKeySpec: 'RSA_4096',
      keyUsage: 'ENCRYPT_DECRYPT',
      deletionWindowInDays: 30,
      policy: policyDocument([
        { Sid: 'AccountAdministersKey', Effect: 'Allow', Principal, Action: administration, Resource: '*' },
        {
          Sid: 'AccountReadsLostStates',
          Effect: 'Allow',
          Principal,
          Action: ['kms:Decrypt', 'kms:GetPublicKey'],
          Resource: '*',
        },
      ]),
      // Finds the key again when a run was killed between making the key and its alias.
      tags: { LostStatesOf: state.bucket },
      lifecycle: { preventDestroy: true },
    });
    const alias = new KmsAlias(this, 'alias', { name: `${state.keyAlias}-lost`, targetKeyId: key.keyId });
    alias.overrideLogicalId(key.friendlyUniqueId);
    this.keyArn = key.arn;
  }
}

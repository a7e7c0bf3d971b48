import { policyAt, synthBootstrapStack } from '../testing/bootstrap-target';

describe('the key of lost states', () => {
  it('is an RSA key of which no one but the account has the private half, and is not to be destroyed', () => {
    const stack = synthBootstrapStack();

    expect(stack.resource['aws_kms_key']?.['lost_states']).toEqual({
      description: 'Lost Terraform states of acme-state',
      customer_master_key_spec: 'RSA_4096',
      key_usage: 'ENCRYPT_DECRYPT',
      deletion_window_in_days: 30,
      tags: { LostStatesOf: 'acme-state' },
      lifecycle: { prevent_destroy: true },
      policy: expect.any(String),
    });
    expect(stack.resource['aws_kms_alias']?.['lost_states']).toEqual({
      name: 'alias/state-lost',
      target_key_id: '${aws_kms_key.lost_states.key_id}',
    });
    const { Statement } = policyAt(stack, 'aws_kms_key.lost_states');
    expect(Statement.at(-1)).toEqual({
      Sid: 'AccountReadsLostStates',
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111111111111:root' },
      Action: ['kms:Decrypt', 'kms:GetPublicKey'],
      Resource: '*',
    });
  });
});

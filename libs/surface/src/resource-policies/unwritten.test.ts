import { found, type HandChange } from '../../testing/hand-plan';

import { OWN, OTHER, document, allow, root, ofPolicy } from '../../testing/resource-policy';

describe('what is there without being written', () => {
  const bucket = { bucket: 'photos', policy: document(allow(root(OTHER), 's3:GetObject')) };

  it('is the policy that the bucket has already, where a resource of its own takes it over', () => {
    const [before, after] = [bucket, bucket].map((each) => ({ ...each, force_destroy: false }));
    const takenOver = { bucket: 'photos', policy: bucket.policy };
    expect(
      ofPolicy('aws_s3_bucket_policy.p', null, takenOver, {
        'aws_s3_bucket.b': [before as never, { ...after, tags: { a: 'b' } }],
      }),
    ).toEqual([]);
  });

  it('is the default of KMS, which is the whole account', () => {
    const only = { key_id: 'k', policy: document(allow({ AWS: `arn:aws:iam::${OWN}:role/x` }, 'kms:*')) };
    const key = { key_id: 'k', arn: `arn:aws:kms:eu-west-1:${OWN}:key/k` };
    const more: Record<string, HandChange> = { 'aws_kms_key.k': [key, { ...key, description: 'x' }] };
    expect(ofPolicy('aws_kms_key_policy.p', only, null, more)).toEqual(['high']);
    expect(
      ofPolicy('aws_kms_key_policy.p', { ...only, policy: document(allow(root(OWN), 'kms:*')) }, null, more),
    ).toEqual([]);
  });

  it('is the account of a new key, which its own account must be able to manage', () => {
    const key = (...accounts: string[]) => ({
      policy: document(...accounts.map((each) => allow(root(each), 'kms:*'))),
    });
    expect(found({ 'aws_kms_key.k': [null, key(OWN)] })).toEqual([]);
    expect(found({ 'aws_kms_key.k': [null, key(OWN, OTHER)] })).toEqual([
      'critical resource-policy-widened aws_kms_key.k',
    ]);
    const queue = { name: 'q', policy: document(allow(root(OWN), 'sqs:SendMessage')) };
    expect(found({ 'aws_sqs_queue.q': [null, queue] })).toEqual(['high resource-policy-widened aws_sqs_queue.q']);
  });

  it('is who uses a key, until its policy leaves that to the whole account', () => {
    const dev = allow({ AWS: `arn:aws:iam::${OWN}:role/dev` }, 'kms:Decrypt');
    const key = (...statements: object[]) => ({
      ...{ key_id: 'k', arn: `arn:aws:kms:eu-west-1:${OWN}:key/k` },
      policy: document(...statements),
    });
    expect(ofPolicy('aws_kms_key.k', key(dev), key(dev, allow(root(OWN), 'kms:Decrypt')))).toEqual(['medium']);
    expect(ofPolicy('aws_kms_key.k', key(dev), key(dev))).toEqual([]);
  });

  it('goes with the object itself', () => {
    const policy = { bucket: 'photos', policy: document({ ...allow('*', 's3:*'), Effect: 'Deny' }) };
    expect(
      ofPolicy('aws_s3_bucket_policy.p', policy, null, { 'aws_s3_bucket.b': [{ bucket: 'photos' }, null] }),
    ).toEqual([]);
  });
});

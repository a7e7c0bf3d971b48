import { found, type HandChange } from '../../testing/hand-plan';

const OWN = '111122223333';
const OTHER = '999999999999';
const document = (...Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement });
const allow = (Principal: unknown, Action: string | string[], more: object = {}) => ({
  ...{ Effect: 'Allow', Principal, Action, Resource: '*' },
  ...more,
});
const root = (account: string) => ({ AWS: `arn:aws:iam::${account}:root` });

/** What makes the account of the plan known, and changes nothing. */
const account: Record<string, HandChange> = {
  'aws_sns_topic.known': [
    { arn: `arn:aws:sns:eu-west-1:${OWN}:known`, display_name: 'a' },
    { arn: `arn:aws:sns:eu-west-1:${OWN}:known`, display_name: 'b' },
  ],
};

/** Findings of one object whose policy changes. */
const ofPolicy = (
  address: string,
  before: object | null,
  after: object | null,
  more: Record<string, HandChange> = {},
) =>
  found({ ...account, ...more, [address]: [before && { ...before }, after && { ...after }] })
    .filter((each) => /resource-policy-widened|function-exposed|state-at-risk/.test(each))
    .map((each) => each.split(' ')[0]);

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

  it('goes with the object itself', () => {
    const policy = { bucket: 'photos', policy: document({ ...allow('*', 's3:*'), Effect: 'Deny' }) };
    expect(
      ofPolicy('aws_s3_bucket_policy.p', policy, null, { 'aws_s3_bucket.b': [{ bucket: 'photos' }, null] }),
    ).toEqual([]);
  });
});

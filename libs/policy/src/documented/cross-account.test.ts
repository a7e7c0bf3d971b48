import { allowing, decide, page, policy, session, verdict } from '../../testing/request';

const identity = [
  policy([
    { Sid: 'AllowS3ListRead', Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' },
    {
      Sid: 'AllowS3ProductionObjectActions',
      Effect: 'Allow',
      Action: 's3:*Object*',
      Resource: 'arn:aws:s3:::amzn-s3-demo-bucket-production/*',
    },
    { Sid: 'DenyS3Logs', Effect: 'Deny', Action: 's3:*', Resource: ['arn:aws:s3:::*log*', 'arn:aws:s3:::*log*/*'] },
  ]),
];
const production = 'arn:aws:s3:::amzn-s3-demo-bucket-production/x';
const resource = allowing(
  ['s3:GetObject*', 's3:PutObject*', 's3:ReplicateObject', 's3:RestoreObject'],
  'arn:aws:s3:::amzn-s3-demo-bucket-production/*',
  { Principal: { AWS: 'arn:aws:iam::111111111111:role/Demo' } },
);
const request = { principal: session('Demo', 'carlos', '111111111111'), resourceAccount: '222222222222' };

describe(`two accounts, ${page('reference_policies_evaluation-logic-cross-account')}`, () => {
  it('allows what both allow', () => {
    expect(decide('s3:PutObject', production, { identity, resource }, request)).toMatchObject({
      verdict: 'allowed',
      by: [{ kind: 'resource' }, { kind: 'identity', sid: 'AllowS3ProductionObjectActions' }],
    });
  });

  it('denies what one of them denies', () => {
    const logs = 'arn:aws:s3:::amzn-s3-demo-bucket-production-logs/x';
    expect(decide('s3:PutObject', logs, { identity }, request)).toMatchObject({
      verdict: 'explicitlyDenied',
      by: [{ sid: 'DenyS3Logs' }],
    });
  });

  it('says who must still allow', () => {
    const missing = (policies: object, action = 's3:PutObject') =>
      decide(action, production, policies, request).missing.map(({ kind }) => kind);
    expect(missing({ identity })).toEqual(['resource']);
    expect(missing({ resource })).toEqual(['identity']);
    expect(missing({})).toEqual(['identity', 'resource']);
    // The role cannot delete: the bucket's policy does not allow that.
    expect(missing({ identity, resource }, 's3:DeleteObject')).toEqual(['resource']);
    expect(missing({ identity, resource, boundary: allowing('ec2:*') })).toEqual(['boundary']);
  });

  it('takes a grant to the account, to everyone, or to the session', () => {
    const to = (Principal: unknown) =>
      verdict('s3:PutObject', production, { identity, resource: allowing('s3:*', '*', { Principal }) }, request);
    expect(to({ AWS: '111111111111' })).toBe('allowed');
    expect(to({ AWS: 'arn:aws:iam::111111111111:root' })).toBe('allowed');
    expect(to('*')).toBe('allowed');
    expect(to({ AWS: 'arn:aws:sts::111111111111:assumed-role/Demo/carlos' })).toBe('allowed');
    expect(to({ AWS: '222222222222' })).toBe('implicitlyDenied');
  });

  it('reads the account of the resource from its ARN, where it has one', () => {
    const queue = 'arn:aws:sqs:eu-west-1:222222222222:q';
    const policies = { identity: [allowing('sqs:*')] };
    const rest = { principal: request.principal };
    expect(verdict('sqs:SendMessage', queue, policies, rest)).toBe('implicitlyDenied');
    expect(verdict('sqs:SendMessage', queue.replace('222222222222', '111111111111'), policies, rest)).toBe('allowed');
  });
});

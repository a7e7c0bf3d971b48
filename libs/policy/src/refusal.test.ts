import { allowing, decide, policy, session, user } from '../testing/request';
import { accessDenied, type Policies, type Principal, remedies } from './index';

const object = 'arn:aws:s3:::b/x';
const ann = user('ann');
const who =
  'User: arn:aws:iam::111122223333:user/ann is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::b/x';
const deny = policy({ Sid: 'No', Effect: 'Deny', Action: 's3:*', Resource: '*' }, 'guard');

const message = (policies: Policies, principal: Principal = ann, action = 's3:GetObject', resource = object) =>
  accessDenied({ principal, action, resource }, decide(action, resource, policies, { principal }));

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
describe('the message of a refusal', () => {
  it.each<[string, Policies]>([
    ['because no identity-based policy allows the s3:GetObject action', {}],
    [
      'because no permissions boundary allows the s3:GetObject action',
      { identity: [allowing('*')], boundary: allowing('ec2:*') },
    ],
    [
      'because no session policy allows the s3:GetObject action',
      { identity: [allowing('*')], session: [allowing('ec2:*')] },
    ],
    ['with an explicit deny in an identity-based policy', { identity: [allowing('*'), deny] }],
    ['with an explicit deny in a permissions boundary', { identity: [allowing('*')], boundary: deny }],
    ['with an explicit deny in a session policy', { identity: [allowing('*')], session: [deny] }],
  ])('%s', (end, policies) => {
    expect(message(policies)).toBe(`${who} ${end}`);
  });

  it('names the trust policy of a role, and who has no ARN', () => {
    const role = 'arn:aws:iam::111122223333:role/r';
    expect(message({}, ann, 'sts:AssumeRole', role)).toMatch(
      'because no role trust policy allows the sts:AssumeRole action',
    );
    expect(message({}, { type: 'anonymous' })).toMatch(
      /^User: anonymous is not .* because no resource-based policy allows/,
    );
    expect(message({}, { type: 'service', service: 'sns.amazonaws.com' })).toMatch(/^User: sns.amazonaws.com is not/);
  });

  it('leaves out a resource that is none', () => {
    expect(message({}, ann, 's3:ListAllMyBuckets', '*')).toBe(
      'User: arn:aws:iam::111122223333:user/ann is not authorized to perform: s3:ListAllMyBuckets because no identity-based policy allows the s3:ListAllMyBuckets action',
    );
  });
});

describe('what to change', () => {
  it('is the statement that is missing, and a condition that would do', () => {
    const Condition = { StringEquals: { 'aws:PrincipalTag/team': 'peg' } };
    const found = decide(
      's3:GetObject',
      object,
      { identity: [allowing('s3:Get*', '*', { Condition })] },
      { principal: session('app') },
    );
    expect(remedies(found)).toEqual([
      'The condition StringEquals aws:PrincipalTag/team of statement 0 of policy does not hold.',
      'Missing in an identity-based policy (policy): {"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/x"}',
    ]);
  });

  it('is the statement that denies, or the place that cannot be read', () => {
    expect(remedies(decide('s3:GetObject', object, { identity: [deny] }))).toEqual([
      'Denied by statement No of guard.',
    ]);
    expect(
      remedies(decide('s3:GetObject', object, { identity: [policy({ Effect: 'Allow', Resource: '*' })] })),
    ).toEqual(['Cannot be read: policy: Statement: expected Action or NotAction, found nothing.']);
    expect(remedies(decide('s3:GetObject', object, { identity: [allowing('*')] }))).toEqual([]);
  });
});

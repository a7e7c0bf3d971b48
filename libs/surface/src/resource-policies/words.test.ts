import { handPlan } from '../../testing/hand-plan';
import { findingsOf } from '../../testing/real-plan';
import { document } from '../../testing/resource-policy';

const denyUnless = (...SourceVpce: string[]) => ({
  ...{ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::photos/*' },
  Condition: { StringNotEquals: { 'aws:SourceVpce': SourceVpce } },
});
const said = (before: object[], after: object[]) => {
  const [was, now] = [before, after].map((all) => ({ bucket: 'photos', policy: document(...all) }));
  return findingsOf(handPlan({ 'aws_s3_bucket_policy.b': [was ?? {}, now ?? {}] }))
    .filter(({ rule }) => rule === 'resource-policy-widened')
    .map(({ message }) => message);
};

it('says that a Deny is gone, or that it has other conditions', () => {
  const what = 'A Deny of s3:* on bucket photos';
  const before = '(StringNotEquals aws:SourceVpce vpce-1): principals that it refused may get access.';
  expect(said([denyUnless('vpce-1')], [])).toEqual([`${what} is gone ${before}`]);
  expect(said([denyUnless('vpce-1')], [denyUnless('vpce-1', 'vpce-2')])).toEqual([
    `${what} has other conditions than before ${before}`,
  ]);
});

it('names who gets in once', () => {
  const reads = (Condition: object) => ({
    ...{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::photos/*', Condition },
  });
  const before = reads({ StringEquals: { 'aws:PrincipalAccount': '111122223333' } });
  const after = reads({ StringLike: { 'aws:PrincipalAccount': '*' } });
  expect(said([before], [after])).toEqual([
    'Any AWS account can do s3:GetObject on bucket photos, if StringLike aws:PrincipalAccount * (no longer limited by StringEquals aws:PrincipalAccount as before).',
  ]);
});

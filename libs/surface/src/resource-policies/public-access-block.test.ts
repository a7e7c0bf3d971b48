import { differences, readPlans } from '..';
import { handPlan, type HandChange } from '../../testing/hand-plan';
import { account, allow, document, OTHER, OWN, root } from '../../testing/resource-policy';

const said = (plan: Record<string, HandChange>) =>
  differences(readPlans([handPlan({ ...account, ...plan })]))
    .filter(({ rule }) => rule !== 'not-judged')
    .map(({ severity, message }) => `${severity} ${message}`);

const same = (values: Readonly<Record<string, unknown>>): HandChange => [{ ...values }, { ...values }];
const FLAGS = { block_public_acls: true, block_public_policy: true, ignore_public_acls: true };
const block = { bucket: 'photos', ...FLAGS, restrict_public_buckets: true };
const open = { bucket: 'photos', policy: document(allow('*', 's3:GetObject')) };
const BLOCK = 'aws_s3_bucket_public_access_block.photos';
const POLICY = 'aws_s3_bucket_policy.photos';
const ACL = 'aws_s3_bucket_acl.photos';

describe('a public access block', () => {
  it('holds back a policy for everyone', () => {
    expect(said({ [POLICY]: [null, open] })).toEqual(['critical Anyone can do s3:GetObject on bucket photos.']);
    const held =
      'medium Anyone can do s3:GetObject on bucket photos. The public access block keeps everyone out, as long as it is there.';
    expect(said({ [BLOCK]: same(block), [POLICY]: [null, open] })).toEqual([held]);
    expect(said({ 'aws_s3_account_public_access_block.a': same(block), [POLICY]: [null, open] })).toEqual([held]);
  });

  it('holds back nothing where the flag is off, or it is of another bucket', () => {
    const loose = { ...block, restrict_public_buckets: false };
    for (const other of [loose, { ...block, bucket: 'other' }])
      expect(said({ [BLOCK]: same(other), [POLICY]: [null, open] })).toHaveLength(1);
  });

  it('does not hold back another account', () => {
    const shared = { bucket: 'photos', policy: document(allow(root(OTHER), 's3:GetObject')) };
    expect(said({ [BLOCK]: same(block), [POLICY]: [null, shared] })).toEqual([
      `high Account ${OTHER} can do s3:GetObject on bucket photos.`,
    ]);
  });

  it('holds back access lists for everyone by a flag of their own', () => {
    const acl = { bucket: 'photos', acl: 'public-read' };
    expect(said({ [BLOCK]: same(block), [ACL]: [{ ...acl, acl: 'private' }, acl] })).toEqual([
      expect.stringMatching(/^medium Anyone .* keeps everyone out/),
    ]);
    expect(said({ [BLOCK]: same({ ...block, ignore_public_acls: false }), [ACL]: [null, acl] })).toEqual([
      expect.stringMatching(/^critical Anyone /),
    ]);
  });

  it('holds back the list in a bucket of the plan, whatever names the bucket', () => {
    const bucket = (acl: string) => ({ bucket: 'photos', arn: 'arn:aws:s3:::photos', id: 'photos', acl });
    for (const name of ['photos', 'arn:aws:s3:::photos'])
      expect(
        said({
          [BLOCK]: same({ ...block, bucket: name }),
          'aws_s3_bucket.photos': [bucket('private'), bucket('public-read')],
        }),
      ).toEqual([expect.stringMatching(/^medium Anyone .* keeps everyone out/)]);
  });

  it('is critical to delete while a policy or an access list for everyone waits', () => {
    expect(said({ [BLOCK]: [block, null], [POLICY]: same(open) })).toEqual([expect.stringMatching(/^critical /)]);
    expect(said({ [BLOCK]: [block, null], [ACL]: same({ bucket: 'photos', acl: 'public-read' }) })).toEqual([
      expect.stringMatching(/^critical /),
    ]);
    expect(said({ [BLOCK]: [block, null] })).toEqual([expect.stringMatching(/^medium /)]);
  });
});

describe('what lets others into a bucket', () => {
  it('is a grant in the bucket itself, beside that of its owner', () => {
    const grant = (id: string, ...permissions: string[]) => ({ id, type: 'CanonicalUser', permissions, uri: '' });
    const bucket = (...grants: object[]) => ({ bucket: 'photos', grant: grants });
    const owner = grant('me', 'FULL_CONTROL');
    expect(said({ 'aws_s3_bucket.photos': [bucket(owner), bucket(owner, grant('other', 'READ'))] })).toEqual([
      'high Canonical user other can do s3:ListBucket on bucket photos.',
    ]);
    expect(said({ 'aws_s3_bucket.photos': [bucket(), bucket(owner)] })).toEqual([]);
  });

  it('is a condition that every account can meet', () => {
    const policy = (key: string) => ({
      bucket: 'photos',
      policy: document(allow('*', 's3:GetObject', { Condition: { StringEquals: { [key]: 'a' } } })),
    });
    expect(said({ [POLICY]: [null, policy('aws:PrincipalTag/team')] })).toEqual([
      'critical Any AWS account can do s3:GetObject on bucket photos, if StringEquals aws:PrincipalTag/team.',
    ]);
    expect(said({ [POLICY]: [null, policy('aws:userid')] })).toEqual([expect.stringMatching(/^high /)]);
  });

  it('may be a Deny that is gone and cannot be read', () => {
    const deep = { bucket: 'photos', policy: `{"Statement":${'['.repeat(9000)}${']'.repeat(9000)}}` };
    const own = { bucket: 'photos', policy: document(allow(root(OWN), 's3:GetObject')) };
    expect(said({ [POLICY]: [deep, own] })).toEqual([
      'high The plan does not show what the earlier policy of bucket photos denied (it is nested too deep).',
    ]);
    expect(said({ [POLICY]: [deep, null] })).toEqual([
      'high The plan does not show what the deleted policy of bucket photos denied (it is nested too deep).',
    ]);
    expect(said({ [POLICY]: [own, deep] })).toEqual([
      'critical The plan does not show who can use bucket photos: its policy cannot be read (it is nested too deep).',
    ]);
  });
});

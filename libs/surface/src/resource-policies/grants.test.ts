import { handPlan, type HandChange } from '../../testing/hand-plan';
import { findingsOf } from '../../testing/real-plan';
import { account, OTHER } from '../../testing/resource-policy';

const said = (plan: object): string[] =>
  findingsOf(plan)
    .filter(({ rule }) => rule === 'resource-policy-widened' || rule === 'access-unknown')
    .map(({ severity, message }) => `${severity} ${message}`);

describe('a grant of S3 Access Grants', () => {
  const who = `arn:aws:iam::${OTHER}:role/reader`;
  const GRANT = 'aws_s3control_access_grant.g';
  const grant = (more: object = {}, unknown: object = {}) => {
    const grantee = [{ grantee_type: 'IAM', grantee_identifier: who }];
    const change: HandChange = [
      null,
      { access_grants_location_id: 'l', permission: 'READ', grantee, ...more },
      { ...unknown },
    ];
    return said(handPlan({ ...account, [GRANT]: change }));
  };
  const read = `high Principal ${who} can do s3:GetObject, s3:ListBucket on location l.`;

  it.each([
    ['READ', 's3:GetObject, s3:ListBucket'],
    ['WRITE', 's3:PutObject, s3:DeleteObject'],
    ['READWRITE', 's3:GetObject, s3:ListBucket, s3:PutObject, s3:DeleteObject'],
  ])('lets a principal of another account %s', (permission, actions) => {
    expect(grant({ permission })).toEqual([`high Principal ${who} can do ${actions} on location l.`]);
  });

  it('of a directory names nobody of IAM', () => {
    expect(grant({ grantee: [{ grantee_type: 'DIRECTORY_USER', grantee_identifier: 'ann' }] })).toEqual([]);
  });

  it('may be of IAM where its kind is not known', () => {
    expect(grant({ grantee: [{ grantee_identifier: who }] }, { grantee: [{ grantee_type: true }] })).toEqual([read]);
  });
});

describe('a grant of an access list', () => {
  const ACL = 'aws_s3_bucket_acl.photos';
  const list = (grantee: object) => ({
    bucket: 'photos',
    access_control_policy: [{ owner: [{ id: 'me' }], grant: [{ permission: 'READ', grantee: [grantee] }] }],
  });
  const group = (name: string) => list({ type: 'Group', uri: `http://acs.amazonaws.com/groups/${name}` });

  it('lets in everyone, by the group that they are in', () => {
    expect(said(handPlan({ [ACL]: [null, group('global/AllUsers')] }))).toEqual([
      'high Anyone can do s3:ListBucket on bucket photos.',
    ]);
    expect(said(handPlan({ [ACL]: [null, group('s3/LogDelivery')] }))).toEqual([]);
  });

  it('lets in whom the plan does not show', () => {
    const unknown = { access_control_policy: [{ grant: [{ grantee: [{ uri: true }] }] }] };
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- hand plans have no expressions of blocks
    const plan: any = handPlan({ [ACL]: [null, list({ type: 'Group' }), unknown] });
    const grantee = [{ uri: { references: ['terraform_data.group.output', 'terraform_data.group'] } }];
    plan.configuration.root_module.resources.push({
      ...{ address: ACL, mode: 'managed', type: 'aws_s3_bucket_acl', name: 'photos' },
      expressions: { access_control_policy: [{ grant: [{ grantee }] }] },
    });
    expect(said(plan)).toEqual([`critical Known only after the apply for new ${ACL}: whom its grants let in.`]);
  });

  it('of a bucket itself lets in whom the plan does not show, and nobody where none is written', () => {
    const bucket = (grant: object[] | undefined, unknown: object) =>
      said(handPlan({ 'aws_s3_bucket.photos': [null, { bucket: 'photos', grant }, unknown] }));
    expect(bucket([{ type: 'Group', permissions: ['READ'] }], { grant: [{ uri: true }] })).toEqual([
      'critical The plan does not show who can do s3:ListBucket on bucket photos.',
    ]);
    expect(bucket([{ permissions: ['READ'] }], { grant: [{ id: true, type: true, uri: true }] })).toEqual([]);
    expect(bucket(undefined, { grant: true, acl: true })).toEqual([]);
  });
});

it('a policy of a type without verdicts that sets it itself is found once', () => {
  const domain = (...Statement: object[]) => ({ domain_name: 'd', access_policies: JSON.stringify({ Statement }) });
  const everyone = { Effect: 'Allow', Principal: '*', Action: 'es:*', Resource: '*' };
  const plan = handPlan({ 'aws_opensearch_domain.d': [domain(), domain(everyone)] });
  expect(findingsOf(plan).map(({ severity, message }) => `${severity} ${message}`)).toEqual([
    'critical Anyone can do es:* on domain d.',
  ]);
});

it('a policy of a type that is not reviewed gives everything on its resource alone', () => {
  const auth = (...Statement: object[]) => ({ policy: JSON.stringify({ Statement }) });
  const everyone = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };
  const plan = handPlan({ 'aws_vpclattice_auth_policy.a': [auth(), auth(everyone)] });
  expect(findingsOf(plan).map(({ message }) => message)).toEqual([
    'policy of aws_vpclattice_auth_policy.a lets anyone do everything on that resource.',
  ]);
});

import { account, allow, deny, doc, ofManaged, ofResource, ofRole, summary } from '../../testing/changes';
import { widening } from '../index';

const photos = allow(['s3:GetObject'], ['arn:aws:s3:::photos/*']);
const partner = 'arn:aws:iam::999999999999:root';
const trust = (Principal: unknown, rest: object = {}) =>
  doc({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal, ...rest });

/** The policies of the plans in cases/review of issue 16. */
describe('changes made to dodge the review', () => {
  it('role-policy-notresource: all but one', () => {
    const actions = ['s3:GetObject', 'secretsmanager:GetSecretValue', 'kms:Decrypt', 'dynamodb:Scan'];
    const after = doc({ Effect: 'Allow', Action: actions, NotResource: ['arn:aws:s3:::none'] });
    const { escalations, gains } = ofRole([doc(photos)], [after]);
    expect(gains).toMatchObject([
      { actions, resources: ['everything but arn:aws:s3:::none'], certainty: 'can', broad: { sweeping: true } },
    ]);
    expect(escalations.map(({ name }) => name)).toEqual(['secretsmanager:GetSecretValue', 'kms:Decrypt']);
  });

  it('role-policy-pass-wildcard: wildcards inside actions of IAM', () => {
    const after = doc(allow(['iam:Pass*', 'iam:P*RolePolicy'], ['arn:aws:iam::123456789012:role/platform-admin']));
    const { escalations, gains } = ofRole([doc(photos)], [after]);
    expect(gains).toMatchObject([
      { actions: ['iam:Pass*', 'iam:P*RolePolicy'], certainty: 'can', broad: { sweeping: false } },
    ]);
    expect(gains[0]?.witness?.action).toBe('iam:PassRole');
    expect(escalations.map(({ name }) => name)).toEqual(['iam:PutRolePolicy']);
  });

  it('iam-incomplete-arn: everything of the services', () => {
    const resources = ['arn:aws:secretsmanager', 'arn:aws:s3'];
    const { gains } = ofRole([doc(photos)], [doc(allow(['secretsmanager:GetSecretValue', 's3:GetObject'], resources))]);
    expect(gains).toMatchObject([{ resources, certainty: 'can', broad: { sweeping: true } }]);
  });

  it('iam-ssm-all-instances: every instance is sweeping without being *', () => {
    const resources = ['arn:aws:ec2:*:*:instance/*', 'arn:aws:ssm:*:*:document/*'];
    const { escalations, gains } = ofRole([], [doc(allow(['ssm:SendCommand', 'ssm:StartSession'], resources))]);
    expect(gains).toMatchObject([{ resources, broad: { sweeping: true, everything: false } }]);
    expect(escalations.map(({ name }) => name)).toEqual(['ssm:SendCommand', 'ssm:StartSession']);
  });

  it('boundary-content-widened: what it lets those do who have it', () => {
    const before = doc(
      allow(['dynamodb:GetItem', 'logs:PutLogEvents'], ['arn:aws:dynamodb:eu-west-1:123456789012:table/reports']),
    );
    const after = doc({
      Effect: 'Allow',
      Action: ['dynamodb:GetItem', 'logs:PutLogEvents', 'iam:Pass*', 's3:GetObject'],
      NotResource: ['arn:aws:s3:::none'],
    });
    const sides = { before: { name: 'boundary', document: before }, after: { name: 'boundary', document: after } };
    const { gains } = widening({ kind: 'boundary', account, ...sides });
    expect(gains).toMatchObject([
      {
        statement: { kind: 'boundary' },
        certainty: 'can',
        actions: after.Statement[0] && expect.arrayContaining(['iam:Pass*']),
      },
    ]);
  });

  it('attach-govcloud-admin: by its ARN in another partition', () => {
    const { gains } = ofManaged([], ['arn:aws-us-gov:iam::aws:policy/AdministratorAccess']);
    expect(gains).toMatchObject([{ actions: ['*'], certainty: 'can', broad: { everything: true } }]);
  });

  it('attach-readonly-and-secrets: data, and secrets', () => {
    const arns = ['ReadOnlyAccess', 'SecretsManagerReadWrite'].map((name) => `arn:aws:iam::aws:policy/${name}`);
    const { escalations, gains, undecided } = ofManaged([], arns);
    expect(undecided).toEqual([]);
    expect(gains.some(({ actions, broad }) => actions.includes('s3:Get*') && broad.sweeping)).toBe(true);
    expect(gains.some(({ broad }) => broad.services.includes('secretsmanager'))).toBe(true);
    expect(escalations.map(({ name }) => name)).toContain('secretsmanager:GetSecretValue');
  });

  it('authenticated-pass: code of the function, passwords of users', () => {
    const after = doc(allow(['lambda:UpdateFunctionCode', 'cognito-idp:AdminSetUserPassword']));
    expect(ofRole([], [after]).escalations.map(({ name }) => name)).toEqual([
      'lambda:UpdateFunctionCode',
      'cognito-idp:AdminSetUserPassword',
    ]);
  });

  it('kms-key-policy-resource: any AWS account', () => {
    const after = doc({ Effect: 'Allow', Action: 'kms:*', Principal: { AWS: '*' }, Resource: '*' });
    const { gains } = ofResource('kms', 'none', after);
    expect(gains).toMatchObject([
      { who: [{ type: 'anyAccount' }], certainty: 'can', broad: { public: true, services: ['kms'] } },
    ]);
  });

  it('new-role-foreign-admin: another account', () => {
    const { gains } = ofResource('role', undefined, trust({ AWS: partner }));
    expect(gains).toMatchObject([
      {
        who: [{ type: 'account', account: '999999999999' }],
        certainty: 'can',
        broad: { otherAccounts: true, public: false },
      },
    ]);
  });

  it('a condition that a request may lack: the account that the trust names, whatever its number', () => {
    const named = (account: string, operator: string) =>
      trust({ AWS: `arn:aws:iam::${account}:root` }, { Condition: { [operator]: { 'sts:ExternalId': 'a' } } });
    for (const number of ['999988887777', '999988887776', '111122223333']) {
      const { gains } = ofResource('role', named(number, 'StringEquals'), named(number, 'StringEqualsIfExists'));
      expect(gains).toMatchObject([{ who: [{ type: 'account', account: number }], broad: { public: false } }]);
    }
  });

  it('state-bucket-policy-public: another account', () => {
    const before = doc({
      ...deny('s3:*', ['arn:aws:s3:::example-terraform-state/*']),
      Principal: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    });
    const after = doc({ ...allow('s3:*', ['arn:aws:s3:::example-terraform-state/*']), Principal: { AWS: partner } });
    const { gains } = ofResource('s3', before, after, { arn: 'arn:aws:s3:::example-terraform-state' });
    expect(gains.find(({ lostDeny }) => !lostDeny)).toMatchObject({
      who: [{ type: 'account', account: '999999999999' }],
      certainty: 'can',
      broad: { services: ['s3'], otherAccounts: true },
    });
    expect(gains.find(({ lostDeny }) => lostDeny)).toMatchObject({ conditions: ['Bool aws:SecureTransport false'] });
  });

  it('team-policy-deny-removed: what was denied may be allowed elsewhere', () => {
    const { gains } = ofRole([doc(photos, deny(['iam:*'], ['*']))], [doc(photos)]);
    expect(gains).toMatchObject([
      { lostDeny: true, actions: ['iam:*'], certainty: 'could not rule out', statement: { index: 1 } },
    ]);
  });

  it('a Deny that is gone, of what another statement allows, in an account that nothing tells', () => {
    const policies = (...statements: object[]) => ({ policies: [{ name: 'p', document: doc(...statements) }] });
    const { gains } = widening({
      kind: 'identity',
      name: 'role app',
      before: policies(photos, deny(['s3:*'], ['*'])),
      after: policies(photos),
    });
    expect(gains).toMatchObject([{ lostDeny: true, certainty: 'can', witness: { action: 's3:GetObject' } }]);
  });

  it('sens-role-trust-star, sens-iam-api-policy: everyone, with no condition', () => {
    const before = trust(
      { AWS: `arn:aws:iam::${account}:role/sso-admin` },
      { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } },
    );
    expect(ofResource('role', before, trust({ AWS: '*' })).gains).toMatchObject([
      { who: [{ type: 'anyAccount' }], certainty: 'can', broad: { public: true } },
    ]);
    const invoke = { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' };
    const ip = { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } };
    const one = doc({ ...invoke, Principal: { AWS: partner }, Condition: ip });
    expect(ofResource('restApi', one, doc({ ...invoke, Principal: '*' })).gains).toMatchObject([
      { who: [{ type: 'anyone' }], certainty: 'can', broad: { public: true } },
    ]);
  });

  it('user-new-inline-star: everything', () => {
    expect(ofRole(undefined, [doc(allow('*'))]).gains).toMatchObject([
      { certainty: 'can', broad: { everything: true } },
    ]);
  });
});

describe('harmless changes', () => {
  const api = 'arn:aws:execute-api:us-east-1:123456789012:6dpig0gk8w';
  const invoke = (Principal: unknown, Resource = 'execute-api:/*', rest: object = {}) => ({
    Effect: 'Allow',
    Action: 'execute-api:Invoke',
    Principal,
    Resource,
    ...rest,
  });
  const from = (...ranges: string[]) => ({ Condition: { IpAddress: { 'aws:SourceIp': ranges } } });

  it('equal-policy-called-wider: execute-api:/* is the ARN of the same API', () => {
    const [before, after] = [`${api}/*`, 'execute-api:/*'].map((resource) =>
      doc(invoke('*', resource, from('203.0.113.0/24'))),
    );
    expect(ofResource('restApi', before, after, { arn: api }).gains).toEqual([]);
    expect(ofResource('restApi', after, before, { arn: api }).gains).toEqual([]);
    const other = doc(invoke('*', `${api.replace('6dpig0gk8w', 'other')}/*`));
    expect(ofResource('restApi', other, after, { arn: api }).gains).toHaveLength(1);
  });

  it('ok-api-policy-ip-narrower: a range less', () => {
    const [before, after] = [from('203.0.113.0/24', '198.51.100.0/24'), from('203.0.113.0/24')].map((each) =>
      doc(invoke({ AWS: partner }, 'execute-api:/*', each)),
    );
    expect(ofResource('restApi', before, after).gains).toEqual([]);
    expect(ofResource('restApi', after, before).gains).toMatchObject([{ certainty: 'can' }]);
    expect(
      ofResource('restApi', before, doc(invoke({ AWS: partner }, 'execute-api:/*', from('203.0.113.128/25')))).gains,
    ).toEqual([]);
  });

  it('ok-api-policy-merged, ok-trust-merged: two statements are one', () => {
    const other = 'arn:aws:iam::310987654321:root';
    const before = doc(invoke({ AWS: partner }), invoke({ AWS: other }));
    expect(ofResource('restApi', before, doc(invoke({ AWS: ['999999999999', other] }))).gains).toEqual([]);
    const services = ['lambda.amazonaws.com', 'edgelambda.amazonaws.com'];
    const two = doc(...services.map((Service) => trust({ Service }).Statement[0]));
    expect(ofResource('role', two, trust({ Service: services })).gains).toEqual([]);
  });

  it.each(['cloudwatch:GetMetricData', 'ecr:GetAuthorizationToken', 'rekognition:DetectLabels'])(
    '%s on * is not sweeping: it knows no narrower resource',
    (action) => {
      const table = allow(['dynamodb:GetItem'], ['arn:aws:dynamodb:eu-west-1:123456789012:table/reports']);
      const { escalations, gains } = ofRole([doc(table)], [doc(table, allow([action]))]);
      expect(gains).toMatchObject([{ actions: [action], broad: { sweeping: false, everything: false } }]);
      expect(escalations).toEqual([]);
    },
  );

  it('what is moved, reordered, renamed or said twice is no change', () => {
    const table = allow(
      ['dynamodb:GetItem', 'dynamodb:Query'],
      'arn:aws:dynamodb:eu-west-1:123456789012:table/reports',
    );
    const before = [doc({ Sid: 'Photos', ...photos }, table), doc(deny('iam:*'))];
    const again = allow('DynamoDB:getitem', ['arn:aws:dynamodb:eu-west-1:123456789012:table/reports']);
    const query = allow('dynamodb:Query', 'arn:aws:dynamodb:*:123456789012:table/reports');
    expect(ofRole(before, [doc(again, photos), doc(photos, deny(['iam:*']))]).gains).toEqual([]);
    expect(summary(ofRole(before, [doc(again, query)])).map(({ actions }) => actions)).toEqual([
      ['dynamodb:Query'],
      ['iam:*'],
    ]);
  });

  it('what is deleted lets nobody do anything, whatever it denied', () => {
    expect(ofRole([doc(photos, deny('iam:*'))], undefined)).toEqual({ gains: [], escalations: [], undecided: [] });
    expect(ofResource('s3', doc({ ...deny('s3:*'), Principal: '*' }), undefined).gains).toEqual([]);
  });

  it('a managed policy written out, and the other way round', () => {
    const admin = { policies: [{ managed: 'arn:aws:iam::aws:policy/AdministratorAccess' }] };
    const inline = { policies: [{ name: 'inline', document: doc(allow('*')) }] };
    const change = { kind: 'identity' as const, name: 'role app', account };
    expect(widening({ ...change, before: admin, after: inline }).gains).toEqual([]);
    expect(widening({ ...change, before: inline, after: admin }).gains).toEqual([]);
  });
});

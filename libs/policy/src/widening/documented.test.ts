import { inWords } from '../index';
import { account, allow, deny, doc, ofManaged, ofResource, ofRole } from '../../testing/changes';

const iam = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/';

describe(`elements of policies, ${iam}reference_policies_elements.html`, () => {
  it(`NotAction with Allow allows what is not listed, ${iam}reference_policies_elements_notaction.html`, () => {
    const { gains } = ofRole([doc(allow('s3:*'))], [doc({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' })]);
    expect(gains).toMatchObject([{ actions: ['everything but iam:*'], certainty: 'can', broad: { everything: true } }]);
    expect(gains[0]?.witness?.action).not.toMatch(/^(s3|iam):/);
    expect(ofRole([doc({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' })], [doc(allow('s3:*'))]).gains).toEqual(
      [],
    );
  });

  it(`NotPrincipal with Allow is everyone else, and IAM refuses it, ${iam}reference_policies_elements_notprincipal.html`, () => {
    const after = doc({ ...allow('sqs:*'), NotPrincipal: { AWS: `arn:aws:iam::${account}:user/ann` } });
    const { undecided } = ofResource('sqs', undefined, after);
    expect(undecided).toMatchObject([{ reason: expect.stringContaining('"Effect": "Deny" with it') }]);
  });

  it(`variables need the version of 2012, ${iam}reference_policies_variables.html`, () => {
    const home = allow('s3:GetObject', 'arn:aws:s3:::home/${aws:username}/*');
    const old = { ...doc(home), Version: '2008-10-17' };
    expect(ofRole([doc(home)], [doc(home)]).gains).toEqual([]);
    expect(ofRole([old], [doc(home)]).gains).toHaveLength(1);
    expect(ofRole([doc(home)], [old]).gains).toMatchObject([{ certainty: 'can' }]);
    expect(ofRole([doc(allow('s3:*', 'arn:aws:s3:::home/*'))], [doc(home)]).gains).toEqual([]);
    // A name that the exception of a `Deny` spares.
    const butAnn = { Effect: 'Deny', Action: '*', NotResource: 'arn:aws:s3:::home/ann/*' };
    expect(ofRole([], [doc(home, butAnn)]).gains).toMatchObject([{ certainty: 'could not rule out' }]);
  });

  it(`a missing key meets negated operators, IfExists and ForAllValues, ${iam}reference_policies_elements_condition_operators.html`, () => {
    const when = (Condition: object) => doc(allow('s3:*', '*', { Condition }));
    const vpc = { 'aws:SourceVpc': 'vpc-1' };
    const strict = when({ StringEquals: vpc });
    expect(ofRole([strict], [when({ StringEqualsIfExists: vpc })]).gains).toMatchObject([{ certainty: 'can' }]);
    expect(ofRole([when({ StringEqualsIfExists: vpc })], [strict]).gains).toEqual([]);
    expect(
      ofRole([when({ 'ForAnyValue:StringEquals': vpc })], [when({ 'ForAllValues:StringEquals': vpc })]).gains,
    ).toHaveLength(1);
    expect(
      ofRole([when({ StringNotEquals: vpc })], [when({ StringNotEquals: { 'aws:SourceVpc': ['vpc-1', 'vpc-2'] } })])
        .gains,
    ).toEqual([]);
    expect(
      ofRole([when({ StringNotEquals: { 'aws:SourceVpc': ['vpc-1', 'vpc-2'] } })], [when({ StringNotEquals: vpc })])
        .gains,
    ).toHaveLength(1);
    expect(ofRole([strict], [when({ StringEquals: vpc, Bool: { 'aws:SecureTransport': 'true' } })]).gains).toEqual([]);
  });
});

describe('policies of resources', () => {
  it('a service without a source is any customer of it, https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html', () => {
    const from = (Condition?: object) =>
      doc({
        ...allow('lambda:InvokeFunction', '*'),
        Principal: { Service: 's3.amazonaws.com' },
        ...(Condition && { Condition }),
      });
    const { gains } = ofResource('lambda', undefined, from());
    expect(gains).toMatchObject([
      { who: [{ type: 'service', service: 's3.amazonaws.com' }], conditions: [], certainty: 'can' },
    ]);
    expect(gains.map(inWords)).toEqual([['s3.amazonaws.com for any of its customers']]);
    const bound = from({ StringEquals: { 'aws:SourceAccount': account } });
    expect(ofResource('lambda', from(), bound).gains).toEqual([]);
    expect(ofResource('lambda', bound, from()).gains).toHaveLength(1);
  });

  it(`an account is its root user's ARN; a role of it is less, ${iam}reference_policies_elements_principal.html`, () => {
    const to = (AWS: unknown) => doc({ ...allow('sqs:SendMessage', '*'), Principal: { AWS } });
    const [other, role] = ['444455556666', 'arn:aws:iam::444455556666:role/app'];
    expect(ofResource('sqs', to(other), to(`arn:aws:iam::${other}:root`)).gains).toEqual([]);
    expect(ofResource('sqs', to(other), to(role)).gains).toEqual([]);
    expect(ofResource('sqs', to(role), to(other)).gains).toMatchObject([
      { who: [{ type: 'account', account: other }], delegated: true },
    ]);
    expect(ofResource('sqs', to('AROAEXAMPLEEXAMPLE'), to(role)).gains).toMatchObject([
      { who: [{ type: 'identity', arn: role }] },
    ]);
    expect(ofResource('sqs', undefined, to(account)).gains).toEqual([]);
  });

  it('a key policy that names the account opens the key to its policies, https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html', () => {
    const to = (AWS: string) => doc({ ...allow('kms:*', '*'), Principal: { AWS } });
    const root = `arn:aws:iam::${account}:root`;
    expect(ofResource('kms', to(`arn:aws:iam::${account}:role/admin`), to(root)).gains).toMatchObject([
      { who: [{ type: 'account' }], delegated: true },
    ]);
    expect(ofResource('kms', to(root), 'none').gains).toEqual([]);
    expect(ofResource('kms', to(`arn:aws:iam::${account}:role/admin`), 'none').gains).toHaveLength(1);
  });

  it('a bucket policy is public without a fixed value, https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html', () => {
    const when = (Condition: object) =>
      ofResource('s3', undefined, doc({ ...allow('s3:GetObject', 'arn:aws:s3:::b/*'), Principal: '*', Condition }))
        .gains[0]?.broad.public;
    expect(when({ StringEquals: { 'aws:PrincipalOrgID': 'o-1' } })).toBe(false);
    expect(when({ StringLike: { 'aws:PrincipalOrgID': '*' } })).toBe(true);
    expect(when({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })).toBe(false);
    expect(when({ IpAddress: { 'aws:SourceIp': '0.0.0.0/1' } })).toBe(true);
    expect(when({ Bool: { 'aws:SecureTransport': 'true' } })).toBe(true);
    expect(when({ StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1' } })).toBe(true);
  });

  it(`a token of a provider needs its client, ${iam}id_roles_providers_oidc_secondary.html`, () => {
    const provider = 'token.actions.githubusercontent.com';
    const trust = (Condition?: object) =>
      doc({
        Effect: 'Allow',
        Action: 'sts:AssumeRoleWithWebIdentity',
        Principal: { Federated: `arn:aws:iam::${account}:oidc-provider/${provider}` },
        ...(Condition && { Condition }),
      });
    expect(ofResource('role', undefined, trust()).gains).toMatchObject([{ broad: { unbound: true } }]);
    const bound = trust({ StringEquals: { [`${provider}:aud`]: 'sts.amazonaws.com' } });
    expect(ofResource('role', undefined, bound).gains).toMatchObject([{ broad: { unbound: false } }]);
    expect(ofResource('role', bound, trust()).gains).toMatchObject([{ certainty: 'can' }]);
  });

  it('a REST API without a policy is as open as its methods, https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html', () => {
    const one = doc({ ...allow('execute-api:Invoke', 'execute-api:/*'), Principal: { AWS: '444455556666' } });
    expect(ofResource('restApi', one, 'none').gains).toMatchObject([{ who: [{ type: 'anyone' }] }]);
    expect(ofResource('restApi', one, 'none', { methods: 'iam' }).gains).toEqual([]);
  });
});

describe(`rights that give more, ${iam}id_roles_use_passrole.html`, () => {
  const names = (...statements: unknown[]) => ofRole([], [doc(...statements)]).escalations.map(({ name }) => name);
  const pass = (service?: string) =>
    allow('iam:PassRole', '*', service ? { Condition: { StringEquals: { 'iam:PassedToService': service } } } : {});

  it('PassRole counts with a right to create, to the service that is passed to', () => {
    const create = allow(['lambda:CreateFunction', 'lambda:InvokeFunction']);
    expect(names(pass())).toEqual([]);
    expect(names(create)).toEqual([]);
    expect(names(pass(), create)).toEqual(['iam:PassRole and lambda:CreateFunction and lambda:InvokeFunction']);
    expect(names(pass('lambda.amazonaws.com'), create)).toHaveLength(1);
    expect(names(pass('ec2.amazonaws.com'), create)).toEqual([]);
    expect(names(pass(), create, deny('lambda:Create*'))).toEqual([]);
  });

  it('is a question to all policies together, and news only once', () => {
    const create = doc(allow(['lambda:CreateFunction', 'lambda:InvokeFunction']));
    const { escalations } = ofRole([create], [create, doc(pass())]);
    expect(escalations).toMatchObject([
      { gained: ['iam:PassRole'], actions: ['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction'] },
    ]);
    expect(ofRole([create, doc(pass())], [doc(pass()), create]).escalations).toEqual([]);
  });

  it('of what is usually given for one resource, only all of them', () => {
    expect(
      names(allow('secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:a')),
    ).toEqual([]);
    expect(names(allow('secretsmanager:GetSecretValue'))).toEqual(['secretsmanager:GetSecretValue']);
    expect(names(allow('sts:AssumeRole', `arn:aws:iam::${account}:role/one`))).toEqual([]);
    expect(names(allow('sts:AssumeRole'))).toEqual(['sts:AssumeRole']);
  });

  it('PowerUserAccess passes no role, and takes those of what is there', () => {
    const found = ofManaged([], ['arn:aws:iam::aws:policy/PowerUserAccess']).escalations.map(({ name }) => name);
    expect(found).toEqual(expect.arrayContaining(['lambda:UpdateFunctionCode', 'ssm:SendCommand', 'sts:AssumeRole']));
    expect(found.filter((name) => name.startsWith('iam:'))).toEqual([]);
  });
});

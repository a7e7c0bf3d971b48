import { IamSamlProvider } from '@cdktf/provider-aws/lib/iam-saml-provider';
import { synth } from '@gatehouse/testing';
import { TerraformOutput } from 'cdktf';
import { synthPeople } from '../../testing/people';
import { IdentityPool, type IdentityPoolProps, Login } from '../index';

const poolOf = (props: Partial<IdentityPoolProps>) =>
  synthPeople(
    () => undefined,
    () => props,
  ).resource.aws_cognito_identity_pool?.people;

describe('who signs in to an identity pool', () => {
  it('may be people of other providers', () => {
    const logins = [
      Login.facebook('7346241598935552'),
      Login.google('1.apps.googleusercontent.com'),
      Login.amazon('amzn1.application.1'),
      Login.apple('com.acme.app'),
      Login.openIdConnect('arn:aws:iam::111111111111:oidc-provider/id.acme.com'),
    ];
    expect(poolOf({ clients: [], logins })).toEqual({
      identity_pool_name: 'acme',
      allow_unauthenticated_identities: false,
      allow_classic_flow: false,
      supported_login_providers: {
        'graph.facebook.com': '7346241598935552',
        'accounts.google.com': '1.apps.googleusercontent.com',
        'www.amazon.com': 'amzn1.application.1',
        'appleid.apple.com': 'com.acme.app',
      },
      openid_connect_provider_arns: ['arn:aws:iam::111111111111:oidc-provider/id.acme.com'],
    });
  });

  it('may be people of a SAML provider of the same stack', () => {
    const { resource } = synth((stack) => {
      const saml = new IamSamlProvider(stack, 'saml', { name: 'acme', samlMetadataDocument: '<xml/>' });
      saml.overrideLogicalId('acme');
      new IdentityPool(stack, 'people', { name: 'acme', logins: [Login.saml(saml)] });
    });
    expect(resource.aws_cognito_identity_pool?.people?.saml_provider_arns).toEqual([
      '${aws_iam_saml_provider.acme.arn}',
    ]);
  });

  it('may be people of a backend of your own, or guests alone', () => {
    expect(poolOf({ clients: [], developerProvider: 'login.acme.app' })?.developer_provider_name).toBe(
      'login.acme.app',
    );
    expect(poolOf({ clients: [], guests: true })?.allow_unauthenticated_identities).toBe(true);
  });

  it('fails when the id of an application is none', () => {
    expect(() => poolOf({ logins: [Login.google('')] })).toThrow(
      'test/people, logins["accounts.google.com"]: expected the id of an application, 1 to 128 letters, digits and _ . ; / -, found "".',
    );
  });

  it('chooses a role only where its author said why', () => {
    expect(poolOf({ classicFlow: 'kiosks of 2019' })).toMatchObject({
      allow_classic_flow: true,
      tags: { 'classic-flow': 'kiosks of 2019' },
    });
  });

  it.each<[string, Partial<IdentityPoolProps>, string]>([
    [
      'has a provider twice',
      { logins: [Login.google('a'), Login.google('b')] },
      'test/people, logins: expected each login once, found "accounts.google.com".',
    ],
    [
      'has a provider of IAM that is none',
      { logins: [Login.saml('arn:aws:iam::111111111111:oidc-provider/id.acme.com')] },
      'expected the ARN of a provider in IAM, arn:aws:iam::<account>:saml-provider/<name>, found "arn:aws:iam::111111111111:oidc-provider/id.acme.com".',
    ],
    ['has a backend with a space', { developerProvider: 'my app' }, 'developerProvider: expected 1 to 100 letters'],
    ['has the classic flow for no reason', { classicFlow: ' ' }, 'classicFlow: expected a reason of 1 to 256 letters'],
  ])('fails when it %s', (_, props, message) => {
    expect(() => poolOf(props)).toThrow(message);
  });
});

describe('an identity pool that is made elsewhere', () => {
  const id = 'eu-west-1:1f6e2a30-5b6c-4d7e-8f90-a1b2c3d4e5f6';

  it('takes roles that trust it alone', () => {
    const { resource } = synth((stack) => {
      const role = IdentityPool.fromId(stack, 'people', id).addRole('editors', { name: 'acme-editors', tagged: true });
      role.allow(['s3:GetObject'], ['arn:aws:s3:::a/*']);
    });

    expect(Object.keys(resource)).toEqual(['aws_iam_role', 'aws_iam_role_policy']);
    expect(resource.aws_iam_role?.people_editors?.name).toBe('acme-editors');
    expect(JSON.parse(resource.aws_iam_role?.people_editors?.assume_role_policy as string)).toMatchObject({
      Statement: [
        {
          Action: ['sts:AssumeRoleWithWebIdentity', 'sts:TagSession'],
          Condition: { StringEquals: { 'cognito-identity.amazonaws.com:aud': id } },
        },
      ],
    });
  });

  it('is found by its name', () => {
    const { data, output } = synth((stack) => {
      const people = IdentityPool.fromName(stack, 'people', 'acme-people');
      new TerraformOutput(stack, 'id', { value: people.identityPoolId });
    });
    expect(data).toEqual({ aws_cognito_identity_pool: { people: { identity_pool_name: 'acme-people' } } });
    expect(output.id?.value).toBe('${data.aws_cognito_identity_pool.people.id}');
  });

  it.each([
    ['people', 'expected a region and a GUID, such as eu-west-1:1f6e2a30'],
    [id.replace('eu-west-1', 'eu-west-9'), 'test/people, identityPoolId: expected a region that AWS has'],
  ])('fails when its id is %s', (wrong, message) => {
    expect(() => synth((stack) => IdentityPool.fromId(stack, 'people', wrong))).toThrow(message);
  });

  it('fails when a role has a name that IAM refuses', () => {
    expect(() => synth((stack) => IdentityPool.fromId(stack, 'people', id).addRole('a', { name: 'a b' }))).toThrow(
      'test/people, addRole("a"), name: expected 1 to 64 letters',
    );
  });
});

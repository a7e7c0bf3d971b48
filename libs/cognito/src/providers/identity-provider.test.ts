import { written } from '@gatehouse/construct-kit';
import { synth } from '@gatehouse/testing';
import { type TerraformStack } from 'cdktf';
import { Secret, UserPool } from '../index';

const arn = 'arn:aws:secretsmanager:eu-west-1:111111111111:secret:social-AbCdEf';
const secret = Secret.secretsManager({ arn });
const oidc = {
  name: 'corp',
  clientId: 'gatehouse',
  clientSecret: secret,
  issuer: 'https://login.example.com',
} as const;

const shop = (stack: TerraformStack) =>
  new UserPool(stack, 'users', {
    name: 'acme',
    standardAttributes: { birthdate: { mutable: false } },
    customAttributes: { team: { type: 'string' }, tenant: { type: 'string', mutable: false } },
  });

const built = (build: (users: ReturnType<typeof shop>, stack: TerraformStack) => unknown) =>
  synth((stack) => void build(shop(stack), stack)).resource.aws_cognito_identity_provider;

describe('attributes of an identity provider', () => {
  it('are those of the pool, by the names that Cognito has for them', () => {
    const attributes = { givenName: 'first', team: 'department', emailVerified: 'verified' };

    expect(built((users) => users.addOidc('corp', { ...oidc, attributes }))?.corp?.attribute_mapping).toEqual({
      given_name: 'first',
      'custom:team': 'department',
      email_verified: 'verified',
      username: 'sub',
    });
  });

  it('compile for attributes of the pool only', () => {
    // @ts-expect-error a misspelled custom attribute
    expect(() => built((users) => users.addOidc('corp', { ...oidc, attributes: { taem: 'department' } }))).toThrow(
      'test/users, attribute: expected a standard attribute, such as email, or one of team, tenant, found "taem". Did you mean "team"?',
    );
    // @ts-expect-error the prefix is put there for the author
    const prefixed = () => built((users) => users.addOidc('corp', { ...oidc, attributes: { 'custom:team': 'team' } }));
    expect(prefixed).toThrow('found "custom:team"');
  });

  it('may change, because Cognito writes them at every sign-in', () => {
    const immutable = (attributes: { birthdate: string } | { tenant: string }) => () =>
      built((users) => users.addOidc('corp', { ...oidc, attributes }));

    expect(immutable({ tenant: 'tenant' })).toThrow(
      'test/users/corp, attributes.tenant: expected an attribute that may change, because Cognito writes it at every sign-in, ' +
        'found "an immutable attribute". Map the claim to another attribute: that this one is immutable cannot be changed.',
    );
    expect(immutable({ birthdate: 'born' })).toThrow('attributes.birthdate');
  });

  it('come from a claim that has a name', () => {
    expect(() => built((users) => users.addOidc('corp', { ...oidc, attributes: { email: ' ' } }))).toThrow(
      'test/users/corp, attributes.email: expected the name of a claim of the provider, found " ".',
    );
  });
});

describe('the name of an identity provider', () => {
  it.each(['ab', 'a'.repeat(33), 'my corp', '_corp', 'my_corp', 'corp_'])('is not %j', (name) => {
    expect(() => built((users) => users.addOidc('corp', { ...oidc, name }))).toThrow(
      `test/users/corp, name: expected a name of 3 to 32 characters without spaces and underscores, found "${name}".`,
    );
  });

  it.each(['abc', 'a'.repeat(32), 'my-corp.example', 'Größe'])('is %j', (name) => {
    expect(built((users) => users.addOidc('corp', { ...oidc, name }))?.corp?.provider_name).toBe(name);
  });

  it('is not that of the pool itself', () => {
    expect(() => built((users) => users.addOidc('corp', { ...oidc, name: 'Cognito' }))).toThrow(
      'expected a name other than COGNITO, which is the user pool itself',
    );
  });

  it('is not that of another provider of the pool, in any letter case: their people would have the same user names', () => {
    const two = () =>
      built((users) => {
        users.addOidc('one', oidc);
        users.addOidc('two', { ...oidc, name: 'Corp' });
      });

    expect(two).toThrow(
      'test/users/two, name: expected one that no other identity provider of the pool has, in any letter case, found "Corp". ' +
        'test/users/one has it: choose another one.',
    );
  });

  it('may be that of a provider of another pool', () => {
    const both = built((users, stack) => {
      users.addOidc('one', oidc);
      new UserPool(stack, 'others', { name: 'others' }).addOidc('two', oidc);
    });

    expect(Object.keys(both ?? {})).toEqual(['one', 'two']);
  });

  it('is known at synthesis, and by a reference that is in order', () => {
    built((users, stack) => {
      const corp = users.addOidc('corp', oidc);

      expect([corp.name, corp.providerType, corp.userPool]).toEqual(['corp', 'OIDC', users]);
      expect(written(stack, corp.providerName)).toBe('${aws_cognito_identity_provider.corp.provider_name}');
    });
  });
});

describe('identifiers of an identity provider', () => {
  const identified = (...identifiers: string[]) => built((users) => users.addOidc('corp', { ...oidc, identifiers }));

  it('are other names of it', () => {
    expect(identified('example.com', 'Acme Corp')?.corp?.idp_identifiers).toEqual(['example.com', 'Acme Corp']);
  });

  it('are texts that Cognito takes', () => {
    expect(() => identified('a/b')).toThrow(
      'test/users/corp, identifiers[0]: expected 1 to 40 letters, digits, spaces and _ + = . @ -, found "a/b".',
    );
    expect(() => identified(...Array.from({ length: 51 }, (_, index) => `id${index}`))).toThrow(
      'expected at most 50 identifiers, found 51',
    );
  });

  it('lead to one provider', () => {
    expect(() => identified('example.com', 'Example.com')).toThrow('test/users/corp, identifiers: expected one that');
  });
});

describe('a secret of an identity provider', () => {
  it('is never a text in the code', () => {
    // @ts-expect-error a plain text
    expect(() => built((users) => users.addOidc('corp', { ...oidc, clientSecret: 'hush' }))).toThrow(
      'test/users/corp, clientSecret: expected a secret by reference',
    );
  });
});

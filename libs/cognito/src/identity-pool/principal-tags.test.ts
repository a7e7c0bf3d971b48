import { synthPeople } from '../../testing/people';
import { Login } from '../index';

const nothing = () => undefined;

describe('principal tags', () => {
  it('come from claims, for each user pool, and the role lets Cognito set them', () => {
    const { resource } = synthPeople(nothing, () => ({ guests: true, principalTags: { team: 'custom:team' } }));

    expect(resource.aws_cognito_identity_pool_provider_principal_tag).toEqual({
      people: {
        identity_pool_id: '${aws_cognito_identity_pool.people.id}',
        identity_provider_name: '${aws_cognito_user_pool.users.endpoint}',
        principal_tags: { team: 'custom:team' },
        use_defaults: false,
      },
    });
    const actionOf = (role: string) =>
      (JSON.parse(resource.aws_iam_role?.[role]?.assume_role_policy as string) as { Statement: [{ Action: unknown }] })
        .Statement[0].Action;
    expect(actionOf('people_authenticated')).toEqual(['sts:AssumeRoleWithWebIdentity', 'sts:TagSession']);
    expect(actionOf('people_guest')).toBe('sts:AssumeRoleWithWebIdentity');
  });

  it('come from attributes, which no other login has', () => {
    const { resource } = synthPeople(nothing, ({ users }) => ({
      logins: [Login.google('1.apps.googleusercontent.com')],
      principalTags: { tenant: users.attribute('tenant'), user: 'sub' },
    }));

    expect(resource.aws_cognito_identity_pool_provider_principal_tag).toMatchObject({
      people: { principal_tags: { tenant: 'custom:tenant', user: 'sub' } },
      people_2: { identity_provider_name: 'accounts.google.com', principal_tags: { user: 'sub' } },
    });
  });

  it('may be those of AWS, for each user pool and login', () => {
    const { resource } = synthPeople(nothing, () => ({
      logins: [Login.google('1.apps.googleusercontent.com')],
      principalTags: 'default',
    }));

    const byDefault = {
      identity_pool_id: '${aws_cognito_identity_pool.people.id}',
      use_defaults: true,
      lifecycle: { ignore_changes: ['principal_tags'] },
    };
    expect(resource.aws_cognito_identity_pool_provider_principal_tag).toEqual({
      people: { ...byDefault, identity_provider_name: '${aws_cognito_user_pool.users.endpoint}' },
      people_2: { ...byDefault, identity_provider_name: 'accounts.google.com' },
    });
    expect(resource.aws_iam_role?.people_authenticated?.assume_role_policy).toContain('sts:TagSession');
  });

  it.each<[Record<string, string>, string]>([
    [{}, 'test/people, principalTags: expected 1 to 50 tags, found 0. Leave out principalTags for none.'],
    [{ 'aws:team': 'sub' }, 'principalTags["aws:team"]: expected a name of 1 to 128 letters'],
    [{ team: '' }, 'principalTags["team"]: expected a claim of the ID token, such as sub or custom:team, found "".'],
  ])('fails when they are %j', (principalTags, message) => {
    expect(() => synthPeople(nothing, () => ({ principalTags }))).toThrow(message);
  });
});

import { type People, synthPeople } from '../../testing/people';
import { IdentityPool, Login, UserPool } from '../index';

const roleMapping = (add: (made: People) => void, props: Parameters<typeof synthPeople>[1] = () => ({})) =>
  synthPeople(add, props).resource.aws_cognito_identity_pool_roles_attachment?.people?.role_mapping;

const appKey = '${aws_cognito_user_pool.users.endpoint}:${aws_cognito_user_pool_client.app.id}';

describe('a role mapping', () => {
  it('by token gives the role of the group, and none to people without one', () => {
    expect(roleMapping(({ app, people }) => people.mapRolesByToken(app))).toEqual([
      { identity_provider: appKey, type: 'Token', ambiguous_role_resolution: 'Deny' },
    ]);
  });

  it('by rules gives the role of the first rule that fits', () => {
    const mapping = roleMapping(({ app, people, users }) => {
      const gold = people.addRole('gold');
      people.mapRolesByRules(
        app,
        [
          { claim: users.attribute('tier'), value: 'gold', role: gold },
          { claim: 'email', match: 'contains', value: '@acme.', role: { roleArn: 'arn:aws:iam::111111111111:role/a' } },
        ],
        { otherwise: 'authenticatedRole' },
      );
    });

    expect(mapping).toEqual([
      {
        identity_provider: appKey,
        type: 'Rules',
        ambiguous_role_resolution: 'AuthenticatedRole',
        mapping_rule: [
          {
            claim: 'custom:tier',
            match_type: 'Equals',
            value: 'gold',
            role_arn: '${aws_iam_role.people_gold.arn}',
          },
          { claim: 'email', match_type: 'Contains', value: '@acme.', role_arn: 'arn:aws:iam::111111111111:role/a' },
        ],
      },
    ]);
  });

  it('is for each client and login', () => {
    const saml = Login.saml('arn:aws:iam::111111111111:saml-provider/acme');
    const mapping = roleMapping(
      ({ app, people }) => {
        people.mapRolesByToken(app);
        people.mapRolesByRules(saml, [{ claim: 'dept', match: 'startsWith', value: 'hr', role: people.authenticated }]);
      },
      () => ({ logins: [saml] }),
    );

    expect(mapping).toMatchObject([
      { identity_provider: appKey },
      { identity_provider: 'arn:aws:iam::111111111111:saml-provider/acme', ambiguous_role_resolution: 'Deny' },
    ]);
  });

  it('of what has no groups cannot be by token', () => {
    const google = Login.google('1.apps.googleusercontent.com');
    synthPeople(({ people }) => {
      // @ts-expect-error -- only tokens of user pools name roles
      expect(() => people.mapRolesByToken(google)).toThrow('expected a client or login of this identity pool');
    });
  });

  it('reads only attributes that the pool has', () => {
    // @ts-expect-error -- the pool has no such attribute
    expect(() => synthPeople(({ users }) => users.attribute('teir'))).toThrow('found "teir"');
  });

  it('has no rule without a role, and no other way to compare', () => {
    synthPeople(({ app, people }) => {
      const give = () =>
        // @ts-expect-error -- a rule gives a role
        people.mapRolesByRules(app, [{ claim: 'sub', value: 'a', role: people.guests }]);
      expect(give).toThrow('rules[0].role.roleArn: expected the ARN of a role');
    });
    synthPeople(({ app, people }) => {
      // @ts-expect-error -- AWS compares in four ways
      people.mapRolesByRules(app, [{ claim: 'sub', match: 'endsWith', value: 'a', role: people.authenticated }]);
    });
  });

  it.each<[string, (made: People) => void, string]>([
    [
      'has no rule',
      ({ app, people }) => people.mapRolesByRules(app, []),
      'test/people, mapRolesByRules: expected at least one rule, found [].',
    ],
    [
      'is the second of a client',
      ({ app, people }) => [0, 1].forEach(() => people.mapRolesByToken(app)),
      'test/people, role mapping: expected one mapping for each client and login, found the construct test/users/app. Put all rules into one mapping.',
    ],
    [
      'is of a login that the pool does not have',
      ({ people }) =>
        people.mapRolesByRules(Login.amazon('a'), [{ claim: 'sub', value: 'b', role: people.authenticated }]),
      'expected a client or login of this identity pool, found "www.amazon.com". Give it to the identity pool too',
    ],
    [
      'compares with nothing',
      ({ app, people }) =>
        people.mapRolesByRules(app, [{ claim: 'custom:tier', value: '', role: people.authenticated }]),
      'mapRolesByRules, rules[0].value: expected 1 to 128 characters, found "".',
    ],
    [
      'gives what is no role',
      ({ app, people }) => people.mapRolesByRules(app, [{ claim: 'sub', value: 'a', role: { roleArn: 'acme-gold' } }]),
      'test/people, mapRolesByRules, rules[0].role.roleArn: expected the ARN of a role: arn:aws:iam::<account>:role/<name>, found "acme-gold".',
    ],
    [
      'gives a role of another identity pool',
      ({ app, people }) => {
        const role = new IdentityPool(people, 'others', { name: 'others', clients: [app] }).authenticated;
        people.mapRolesByRules(app, [{ claim: 'sub', value: 'a', role }]);
      },
      'rules[0].role: expected a role that trusts this identity pool, found the construct test/people/others/authenticated.',
    ],
    [
      'reads an attribute of another pool',
      ({ app, people }) => {
        const claim = new UserPool(people, 'others', { name: 'others' }).attribute('email');
        people.mapRolesByRules(app, [{ claim, value: 'a', role: people.authenticated }]);
      },
      'rules[0].claim: expected an attribute of the user pool whose tokens are read, found "email".',
    ],
  ])('fails when it %s', (_, add, message) => {
    expect(() => synthPeople(add)).toThrow(message);
  });

  it('fails beside the classic flow, which AWS then refuses', () => {
    const classic = () => ({ classicFlow: 'kiosks of 2019' });
    expect(() => synthPeople(({ app, people }) => people.mapRolesByToken(app), classic)).toThrow(
      'expected no mapping where classicFlow is on',
    );
  });
});

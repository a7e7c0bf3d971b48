import { differences, readPlans, type ReadPlans } from '..';
import { handPlan } from '../../testing/hand-plan';
import { allow as allowing, document, OTHER, OWN, root } from '../../testing/resource-policy';

/** A trust policy names no resource. */
const allow = (Principal: unknown, Action: string | string[], more: object = {}) =>
  allowing(Principal, Action, { ...more, Resource: undefined });

type Plan = Parameters<typeof handPlan>[0];

const said = (plan: Plan, policy: ReadPlans['policy'] = {}) =>
  differences({ ...readPlans([handPlan(plan)]), policy })
    .filter(({ rule }) => rule !== 'not-judged')
    .map(({ severity, message }) => `${severity} ${message}`);

const lambda = document(allow({ Service: 'lambda.amazonaws.com' }, 'sts:AssumeRole'));
const role = (assume_role_policy: string) => ({
  name: 'app',
  arn: `arn:aws:iam::${OWN}:role/app`,
  assume_role_policy,
});
const trust = (after: string, policy: ReadPlans['policy'] = {}, before = lambda) =>
  said({ 'aws_iam_role.app': [role(before), role(after)] }, policy);

describe('the trust of a role', () => {
  it('that names whom it does not trust is one finding', () => {
    const after = document({ Effect: 'Allow', NotPrincipal: root(OWN), Action: 'sts:AssumeRole' });
    expect(trust(after)).toEqual(['critical Anyone with an AWS account can assume role app.']);
  });

  it('does not give the role with session tags alone', () => {
    const own = (...actions: string[]) => document(allow(root(OWN), actions));
    expect(trust(own('sts:AssumeRole', 'sts:TagSession'), {}, own('sts:AssumeRole'))).toEqual([
      `medium Account ${OWN} can do sts:TagSession with sessions of role app.`,
    ]);
  });

  it('writes an ARN as it is, at the beginning of a sentence too', () => {
    const user = `arn:aws:iam::${OWN}:user/ann`;
    const own = (...actions: string[]) => document(allow({ AWS: user }, actions));
    expect(trust(own('sts:AssumeRole', 'sts:TagSession'), {}, own('sts:AssumeRole'))).toEqual([
      `medium ${user} can do sts:TagSession with sessions of role app.`,
    ]);
  });

  it('says what must hold', () => {
    const Condition = { StringEquals: { 'sts:ExternalId': 'secret' } };
    expect(trust(document(allow(root(OTHER), 'sts:AssumeRole', { Condition })))).toEqual([
      `high Role app can be assumed by account ${OTHER}, if StringEquals sts:ExternalId.`,
    ]);
  });

  const trusted = { accounts: [OTHER], organizations: ['o-abcdefghij'], issuers: ['https://login.example.com'] };
  const everyoneIf = (Condition: object) => document(allow('*', 'sts:AssumeRole', { Condition }));

  it.each([
    [{ StringEquals: { 'aws:PrincipalAccount': OTHER } }],
    [{ ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${OTHER}:role/deploy-*` } }],
    [{ StringEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' } }],
    [{ 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-abcdefghij/r-ab12/*' } }],
  ])('in everyone under %j is news unless the team trusts them', (Condition) => {
    expect(trust(everyoneIf(Condition))).toEqual([expect.stringMatching(/^high /)]);
    expect(trust(everyoneIf(Condition), { trusted })).toEqual([]);
  });

  it('in everyone with a tag is trust in everyone: each account sets its own tags', () => {
    expect(trust(everyoneIf({ StringEquals: { 'aws:PrincipalTag/team': 'a' } }), { trusted })).toEqual([
      expect.stringMatching(/^critical /),
    ]);
  });

  it('in all tokens of an issuer is less where the team trusts it, but not where anyone gets a token', () => {
    const issuer = (name: string) =>
      document(
        allow({ Federated: `arn:aws:iam::${OWN}:oidc-provider/${name}` }, 'sts:AssumeRoleWithWebIdentity', {
          Condition: {},
        }),
      );
    expect(trust(issuer('login.example.com'))).toEqual([expect.stringMatching(/^critical /)]);
    expect(trust(issuer('login.example.com'), { trusted })).toEqual([expect.stringMatching(/^medium /)]);
    const github = 'token.actions.githubusercontent.com';
    expect(trust(issuer(github), { trusted: { ...trusted, issuers: [`https://${github}`] } })).toEqual([
      expect.stringMatching(/^critical /),
    ]);
  });
});

describe('the rights of a role', () => {
  const rights = (policy: string, before: string | null = null) =>
    said({
      'aws_iam_role.app': [role(lambda), role(lambda)],
      'aws_iam_role_policy.own': [
        before === null ? null : { role: 'app', name: 'own', policy: before },
        { role: 'app', name: 'own', policy },
      ],
    });
  const may = (statement: object) => document({ Effect: 'Allow', Resource: '*', ...statement });

  it('are all but what NotAction leaves out', () => {
    expect(rights(may({ NotAction: ['iam:*', 'organizations:*'] }))).toEqual([
      'critical Everyone who can assume role app can do everything but iam:*, organizations:* in this AWS account.',
    ]);
    expect(rights(may({ Action: '*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }))).toEqual([
      'critical Everyone who can assume role app can do everything in this AWS account under conditions.',
    ]);
  });

  it('are one finding where a policy cannot be read', () => {
    const policy = JSON.stringify({ version: '2012-10-17', statement: [{ effect: 'Allow', action: '*' }] });
    expect(rights(policy)).toEqual([
      'high The plan does not show what role app can do: policy own cannot be read (version: expected Version, Id or Statement, found "version").',
    ]);
  });

  it('may have been there before where the earlier policy cannot be read', () => {
    const deep = `{"Statement":${'['.repeat(9000)}${']'.repeat(9000)}}`;
    expect(rights(may({ Action: 's3:*' }), deep)).toEqual([
      expect.stringMatching(/^high .* The plan does not show how much of it was allowed before\.$/),
    ]);
  });
});

import { complaintsAbout, problemsOf } from '../../testing/sound';
import { type JsonObject } from '../read/json';

const reason = 'Agreed with the security team.';
const production = { tier: 'production' };

describe('a broken rule', () => {
  it('says what was expected, why, what to do, and how to acknowledge it', () => {
    expect(problemsOf({ ...production, identity: { mfa: 'off' } })).toEqual([
      {
        file: 'changes.json',
        path: 'identity.mfa',
        rule: 'mfa-off',
        expected:
          '"optional" or "required", because the tier is "production" (rule mfa-off: With MFA off, a leaked password is the whole account, and no user can choose more.)',
        found: '"off"',
        fix: 'Set it to "optional" or "required". Or acknowledge it: "acknowledge": [{ "rule": "mfa-off", "reason": "…" }].',
      },
    ]);
  });
});

describe('an acknowledgement', () => {
  it('fails when its rule does not exist', () => {
    const acknowledge = [{ rule: 'mfa-offf', reason }];
    expect(problemsOf({ acknowledge })).toMatchObject([
      { path: 'acknowledge[0].rule', found: '"mfa-offf"', fix: 'Did you mean "mfa-off"?' },
    ]);
  });

  it('fails when the environment does not break its rule', () => {
    expect(complaintsAbout({ ...production, acknowledge: [{ rule: 'mfa-off', reason }] })).toEqual([
      'acknowledge[0].rule: a rule that this environment breaks',
    ]);
  });

  it.each<JsonObject>([{ rule: 'mfa-off' }, { rule: 'mfa-off', reason: ' ' }])(
    'fails when it has no reason: %j',
    (entry) => {
      expect(complaintsAbout({ ...production, identity: { mfa: 'off' }, acknowledge: [entry] })).toEqual([
        'acknowledge[0].reason: a reason in words',
      ]);
    },
  );

  it('fails when the tier has no rules', () => {
    expect(complaintsAbout({ identity: { mfa: 'off' }, acknowledge: [{ rule: 'mfa-off', reason }] })).toEqual(
      ['acknowledge[0].rule: a rule that this environment breaks'],
    );
  });

  it('fails when it is written twice', () => {
    const acknowledge = [
      { rule: 'mfa-off', reason },
      { rule: 'mfa-off', reason },
    ];
    expect(complaintsAbout({ ...production, identity: { mfa: 'off' }, acknowledge })).toEqual([
      'acknowledge[1].rule: each rule once, or once for each address',
    ]);
  });

  it('is left to check and the plan review when it names an address', () => {
    const acknowledge = [
      { rule: 'public-route', reason, address: 'aws_api_gateway_method.get_health' },
      { rule: 'public-route', reason, address: 'aws_api_gateway_method.get_status' },
    ];
    expect(problemsOf({ acknowledge })).toEqual([]);
  });

  it('fails when one that names an address is written twice, or names nothing', () => {
    const entry = { rule: 'public-route', reason, address: 'aws_api_gateway_method.get_health' };
    expect(complaintsAbout({ acknowledge: [entry, entry, { ...entry, address: '' }] })).toEqual([
      'acknowledge[2].address: a Terraform address, such as aws_api_gateway_method.get_me',
      'acknowledge[1].rule: each rule once, or once for each address',
    ]);
  });

  it('does not answer for the environment when it names an address', () => {
    const acknowledge = [{ rule: 'mfa-off', reason, address: 'aws_cognito_user_pool.users' }];
    expect(problemsOf({ ...production, identity: { mfa: 'off' }, acknowledge })).toMatchObject([
      { path: 'identity.mfa', rule: 'mfa-off' },
    ]);
  });

  it('fails when the rule of one without an address is no environment rule, and says so', () => {
    expect(problemsOf({ acknowledge: [{ rule: 'public-route', reason }] })).toMatchObject([
      {
        path: 'acknowledge[0].rule',
        expected: expect.stringContaining('the id of an environment rule: '),
        fix: 'Correct the id, or add the "address" of the place that breaks it; docs/rules.md lists the rules.',
      },
    ]);
  });

  it('says nothing more about a rule whose field, or whose environment, is itself wrong', () => {
    const acknowledge = [
      { rule: 'mfa-off', reason },
      { rule: 'insecure-redirect', reason },
    ];
    expect(
      complaintsAbout({
        ...production,
        identity: { mfa: 'of' },
        clients: { app: { callbackUrls: 'http://localhost' } },
        acknowledge,
      }),
    ).toEqual(['identity.mfa: one of "off", "optional", "required"', 'clients.app.callbackUrls: a list']);
    expect(complaintsAbout({ tier: 'prod', acknowledge })).toHaveLength(1);
  });

  it('leaves other rules alone', () => {
    const changes = {
      identity: { mfa: 'off', selfSignUp: true },
      acknowledge: [{ rule: 'mfa-off', reason }],
    };
    expect(problemsOf({ ...production, ...changes }).map(({ rule }) => rule)).toEqual(['open-sign-up']);
  });
});

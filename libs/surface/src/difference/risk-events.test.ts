import { handPlan } from '../../testing/hand-plan';
import { findingsOf } from '../../testing/real-plan';

const pool = { id: 'p', name: 'people' };
const risks = (event_action: string, event_filter: readonly string[]) => ({
  ...{ id: 'p', user_pool_id: 'p' },
  compromised_credentials_risk_configuration: [{ event_filter, actions: [{ event_action }] }],
});
const said = (before: object, after: object) =>
  findingsOf(
    handPlan({
      'aws_cognito_user_pool.people': [pool, pool],
      'aws_cognito_risk_configuration.people': [{ ...before }, { ...after }],
    }),
  ).map(({ severity, message }) => `${severity} ${message}`);

describe('where leaked passwords are looked for', () => {
  it('is less with each event that goes, and all of them where none is written', () => {
    const fewer = ['medium Leaked passwords are no longer looked for at PASSWORD_CHANGE, SIGN_UP.'];
    expect(said(risks('BLOCK', []), risks('BLOCK', ['SIGN_IN']))).toEqual(fewer);
    expect(said(risks('BLOCK', ['SIGN_IN', 'PASSWORD_CHANGE', 'SIGN_UP']), risks('BLOCK', ['SIGN_IN']))).toEqual(fewer);
    expect(said(risks('BLOCK', ['SIGN_IN']), risks('BLOCK', []))).toEqual([]);
  });

  it('is of no concern where nothing is done about them any more', () => {
    const leaked = 'high Anyone can sign in with a password that is known to have leaked.';
    expect(said(risks('BLOCK', []), risks('NO_ACTION', ['SIGN_IN']))).toEqual([leaked]);
    expect(said(risks('NO_ACTION', []), risks('NO_ACTION', ['SIGN_IN']))).toEqual([]);
  });
});

it('users are informed of sign-ins of each risk that says so', () => {
  const takeover = (notify: boolean) => ({
    ...{ id: 'p', user_pool_id: 'p' },
    account_takeover_risk_configuration: [
      {
        notify_configuration: [{ source_arn: 'arn:aws:ses:eu-west-1:123456789012:identity/example.com' }],
        actions: [
          {
            high_action: [{ event_action: 'BLOCK', notify }],
            low_action: [{ event_action: 'MFA_REQUIRED', notify: true }],
          },
        ],
      },
    ],
  });
  expect(said(takeover(true), takeover(false))).toEqual([
    'medium Users are no longer informed of sign-ins of high risk.',
  ]);
  expect(said(takeover(false), takeover(true))).toEqual([]);
});

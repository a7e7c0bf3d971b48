import type { OfUserPool } from './of-user-pool';
import type { UserPoolEmail } from './user-pool';
import type { List } from './value';

/** What Cognito does at a sign-in with a risk. */
export type RiskAction = 'BLOCK' | 'MFA_REQUIRED' | 'MFA_IF_CONFIGURED' | 'NO_ACTION';

/** `aws_cognito_risk_configuration`: what threat protection does about a risk. */
export interface RiskConfiguration<U = never> extends OfUserPool<U> {
  /** The pool, and the client where it holds for one only. */
  readonly name: string | U;
  /** What happens at a sign-in of that risk. Absent: nothing is written. */
  readonly low?: RiskAction | U;
  readonly medium?: RiskAction | U;
  readonly high?: RiskAction | U;
  /** At a password that has leaked. */
  readonly compromised?: 'BLOCK' | 'NO_ACTION' | U;
  /** When leaked passwords are looked for. Empty: nothing is written, so always. */
  readonly compromisedEvents: List<string, U>;
  /** The client that it is for. Absent: every client of the pool without one of its own. */
  readonly client?: string | U;
  /** Risks of which users get a mail. */
  readonly notified: List<string, U>;
  /** What those mails are sent with. */
  readonly notices?: Pick<UserPoolEmail<U>, 'from' | 'identity' | 'identityName' | 'sourceArn'>;
  /** That of the provider that makes it, as far as the configuration says. */
  readonly region?: string;
  /** Address ranges that are never checked. */
  readonly skippedRanges: List<string, U>;
  readonly blockedRanges: List<string, U>;
}

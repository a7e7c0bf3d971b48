/**
 * How people sign in to a client through the API of Cognito.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
 * @example authFlows: { userSrp: true }
 */
export interface AuthFlows {
  /**
   * The password itself is sent, under TLS.
   * @default false
   */
  readonly userPassword?: boolean;
  /**
   * The password is proven without being sent (Secure Remote Password).
   * @default false
   */
  readonly userSrp?: boolean;
  /**
   * A server with AWS credentials sends the password (AdminInitiateAuth).
   * @default false
   */
  readonly adminUserPassword?: boolean;
  /**
   * Challenges of your own, by the triggers `defineAuthChallenge`, `createAuthChallenge` and `verifyAuthChallengeResponse`.
   * @default false
   */
  readonly custom?: boolean;
  /**
   * People choose: password, code by e-mail or SMS, passkey (USER_AUTH), as far as the pool allows each.
   * @default false
   */
  readonly user?: boolean;
}

const FLOWS = {
  userPassword: 'ALLOW_USER_PASSWORD_AUTH',
  userSrp: 'ALLOW_USER_SRP_AUTH',
  adminUserPassword: 'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  custom: 'ALLOW_CUSTOM_AUTH',
  user: 'ALLOW_USER_AUTH',
} as const satisfies Record<keyof AuthFlows, string>;

/** Whether people can sign in with the Cognito API. */
export const signsInDirectly = (flows: AuthFlows = {}): boolean => names(flows).length > 0;

/**
 * Always written out: AWS gives a client without a list more flows than anyone asked for. Rotation and REFRESH_TOKEN_AUTH exclude each
 * other, so a client that rotates and has no flow gets the one that needs AWS credentials.
 */
export function explicitAuthFlows(flows: AuthFlows = {}, rotates = false): string[] {
  const listed = names(flows).map((name) => FLOWS[name]);
  if (!rotates) return [...listed, 'ALLOW_REFRESH_TOKEN_AUTH'];
  return listed.length > 0 ? listed : [FLOWS.adminUserPassword];
}

const names = (flows: AuthFlows): (keyof AuthFlows)[] =>
  (Object.keys(FLOWS) as (keyof AuthFlows)[]).filter((name) => flows[name] === true);

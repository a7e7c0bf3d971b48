import { type CognitoUserPoolClientConfig } from '@cdktf/provider-aws/lib/cognito-user-pool-client';
import { check, checkWholeNumber, type IUserPool } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';
import { analyticsConfig } from './analytics';
import { attributesOfClient } from './attribute-lists';
import { explicitAuthFlows, signsInDirectly } from './auth-flows';
import { type UserPoolClientOptions } from './client-options';
import { oauthConfig } from './oauth';
import { rotates, rotationConfig } from './refresh-token-rotation';
import { tokenValidity } from './token-validity';

/** Arguments of a client but its name and pool, and whether it has a secret. */
export type ClientConfig = Omit<Partial<CognitoUserPoolClientConfig>, 'name' | 'userPoolId' | 'generateSecret'>;

/**
 * The provider keeps what it finds for each argument left out, so everything that can be off is written out as off. Arguments
 * that came later are written when they are given.
 *
 * @throws ConstructError when no one could sign in, for what contradicts, and for values that Cognito refuses.
 */
export function clientConfig(construct: IConstruct, pool: IUserPool, options: UserPoolClientOptions): ClientConfig {
  checkSignIn(construct, options);
  checkMachine(construct, options);
  const { preventUserExistenceErrors = true, tokenRevocation = true, refreshTokenRotation } = options;
  return {
    explicitAuthFlows: explicitAuthFlows(options.authFlows, rotates(refreshTokenRotation)),
    ...oauthConfig(construct, pool, options.oauth),
    ...tokenValidity(construct, options.tokenValidity),
    ...rotationConfig(construct, refreshTokenRotation),
    ...sessionConfig(construct, options.authSessionMinutes),
    ...attributesOfClient(
      construct,
      pool,
      options,
      options.oauth?.grant === 'code' ? options.oauth.identityProviders : [],
    ),
    ...contextConfig(construct, options),
    ...analyticsConfig(options.analytics),
    preventUserExistenceErrors: preventUserExistenceErrors ? 'ENABLED' : 'LEGACY',
    enableTokenRevocation: tokenRevocation,
  };
}

/** Whether there is a secret to read. */
export const hasSecretOf = (options: UserPoolClientOptions): boolean => options.generateSecret ?? isMachine(options);

const isMachine = ({ oauth }: UserPoolClientOptions): boolean => oauth?.grant === 'clientCredentials';

function sessionConfig(construct: IConstruct, authSessionMinutes: number | undefined): ClientConfig {
  if (authSessionMinutes === undefined) return {};
  const fix = 'Give minutes; Cognito allows no others';
  checkWholeNumber(construct, authSessionMinutes, { prop: 'authSessionMinutes', min: 3, max: 15, fix });
  return { authSessionValidity: authSessionMinutes };
}

function contextConfig(construct: IConstruct, options: UserPoolClientOptions): ClientConfig {
  if (!('propagateUserContext' in options) || options.propagateUserContext === undefined) return {};
  const { propagateUserContext } = options;
  check(construct, !propagateUserContext || hasSecretOf(options), {
    prop: 'propagateUserContext',
    expected: 'a client with a secret',
    found: propagateUserContext,
    fix: 'Set generateSecret: Cognito takes the address of a person from a server that proves itself only',
  });
  return { enablePropagateAdditionalUserContextData: propagateUserContext };
}

function checkSignIn(construct: IConstruct, { authFlows, oauth }: UserPoolClientOptions): void {
  check(construct, signsInDirectly(authFlows) || oauth !== undefined, {
    prop: 'authFlows',
    expected: 'at least one way to sign in',
    found: authFlows,
    fix: 'Set authFlows.userSrp or authFlows.userPassword, or give oauth',
  });
}

function checkMachine(construct: IConstruct, options: UserPoolClientOptions): void {
  check(construct, options.audience === 'server' || options.audience === undefined || !hasSecretOf(options), {
    prop: 'generateSecret',
    expected: `no secret for a ${options.audience}, which everyone who has it could read`,
    found: true,
    fix: 'Leave it out, or give the part that runs on your server a client of its own',
  });
  if (!isMachine(options)) return;
  check(construct, options.generateSecret !== false, {
    prop: 'generateSecret',
    expected: 'true for the client credentials grant',
    found: false,
    fix: 'Leave it out: the secret is how a machine signs in',
  });
  check(construct, !signsInDirectly(options.authFlows), {
    prop: 'authFlows',
    expected: 'no flow with the client credentials grant',
    found: options.authFlows,
    fix: 'Give people a client of their own: a leaked secret should not open both',
  });
}

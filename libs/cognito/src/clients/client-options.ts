import { type Analytics } from './analytics';
import { type ReadAttributes, type WriteAttributes } from './attribute-lists';
import { type AuthFlows } from './auth-flows';
import { type CodeGrant, type OAuth } from './oauth';
import { type RefreshTokenRotation } from './refresh-token-rotation';
import { type SecretGeneration } from './secret-generation';
import { type TokenValidity } from './token-validity';

/**
 * What every client of a user pool takes.
 * @example users.addClient('app', { authFlows: { userSrp: true }, tokenValidity: { accessMinutes: 15 } })
 */
export interface ClientOptions {
  /** @default - see each field of TokenValidity */
  readonly tokenValidity?: TokenValidity;
  /**
   * Whether each refresh answers with a new refresh token, and for how long the old one still answers. Leave it out of a client that
   * never rotated; write `'off'` to end it: provider 5.100 fails to apply its removal.
   * @default - a refresh token is used until it ends, with REFRESH_TOKEN_AUTH
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html#using-the-refresh-token-rotation
   */
  readonly refreshTokenRotation?: RefreshTokenRotation | 'off';
  /**
   * How long people have for each challenge of a sign-in, in minutes: 3 to 15.
   * @default - what the client has: 3 for a new one
   * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html#CognitoUserPools-CreateUserPoolClient-request-AuthSessionValidity
   */
  readonly authSessionMinutes?: number;
  /**
   * Attributes of users that are in ID tokens and that the application may read; `'all'` of a pool that is made here.
   * @default - what the client has: all for a new one, custom ones too
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html#user-pool-settings-attribute-permissions-and-scopes
   */
  readonly readAttributes?: ReadAttributes;
  /**
   * Attributes that users may give a value through the application; `'all'` of a pool that is made here. Those that identity providers
   * of the client fill are among them.
   * @default - what the client has: every mutable one for a new one, custom ones too
   */
  readonly writeAttributes?: WriteAttributes;
  /**
   * Whether answers hide which accounts exist.
   * @default true
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html
   */
  readonly preventUserExistenceErrors?: boolean;
  /**
   * Whether refresh tokens can be revoked.
   * @default true
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/token-revocation.html
   */
  readonly tokenRevocation?: boolean;
  /**
   * The Amazon Pinpoint project that sign-ins and sign-ups are counted in. AWS ends Pinpoint on 30 October 2026.
   * @default - none
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-pinpoint-integration.html
   */
  readonly analytics?: Analytics;
}

/**
 * A client in the hands of people, which cannot keep a secret: a single-page application, or an app on a phone.
 * @example users.addClient('app', { audience: 'browser', oauth: { grant: 'code', scopes: ['openid'], callbackUrls } })
 */
export interface PublicClientOptions extends ClientOptions {
  readonly audience: 'browser' | 'mobile';
  /**
   * Name shown in AWS.
   * @default - the construct's id
   */
  readonly name?: string;
  /**
   * How people sign in with the Cognito API. `adminUserPassword` is for servers.
   * @default - not at all: through `oauth` only
   */
  readonly authFlows?: Omit<AuthFlows, 'adminUserPassword'>;
  /**
   * How people sign in on the pages of the pool's domain.
   * @default - not at all: through `authFlows` only
   */
  readonly oauth?: CodeGrant;
  readonly generateSecret?: false;
}

/**
 * A client on a server, or of a machine, which can keep a secret.
 * @example users.addClient('server', { generateSecret: true, authFlows: { adminUserPassword: true } })
 */
export interface ServerClientOptions extends ClientOptions {
  /**
   * Where the client runs. With `'browser'` or `'mobile'` a secret does not compile.
   * @default 'server'
   */
  readonly audience?: 'server';
  /**
   * Name shown in AWS.
   * @default - the construct's id
   */
  readonly name?: string;
  /**
   * How people sign in with the Cognito API. Refreshing a token is always allowed.
   * @default - not at all: through `oauth` only
   */
  readonly authFlows?: AuthFlows;
  /**
   * How people or machines sign in with the OAuth endpoints of the pool's domain.
   * @default - not at all: through `authFlows` only
   */
  readonly oauth?: OAuth;
  /**
   * Whether the client has a secret. Browsers and apps cannot keep one. Changing this replaces the client.
   * @default - true for the client credentials grant, otherwise false
   */
  readonly generateSecret?: boolean;
  /**
   * Which secret it is, when it was rotated. In an environment: `"clients": { "machine": { "secret": ... } }`, which `npx gatehouse
   * rotate-secret` writes.
   * @default { generation: 1 }
   */
  readonly secret?: SecretGeneration;
  /**
   * Whether the server may tell threat protection the address of the person behind it. It needs a secret.
   * @default - what the client has: no for a new one
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-adaptive-authentication.html#user-pool-settings-adaptive-authentication-device-fingerprint
   */
  readonly propagateUserContext?: boolean;
}

/**
 * A client of a user pool. `audience` decides whether it can have a secret.
 * @example users.addClient('machine', { oauth: { grant: 'clientCredentials', scopes: [reports.scope('read')] } })
 */
export type UserPoolClientOptions = PublicClientOptions | ServerClientOptions;

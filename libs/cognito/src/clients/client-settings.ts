import { check } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';
import { type AuthFlows, signsInDirectly } from './auth-flows';
import { type PublicClientOptions, type ServerClientOptions, type UserPoolClientOptions } from './client-options';
import { type CodeGrant } from './oauth';
import { type MachineScope, type Scope } from './scopes';
import { type SecretGeneration } from './secret-generation';
import { type TokenValidity } from './token-validity';

/**
 * What differs of a client between environments, as their files say it.
 * @example users.addAppClient('app', { audience: 'browser', scopes: ['openid'], settings: this.clientSettings('app') })
 */
export interface ClientSettings {
  /** @default - people sign in on the pages of the pool's domain only */
  readonly authFlows?: AuthFlows;
  /**
   * Where the pages of the pool's domain send people back to; any switches the code grant on.
   * @default - people sign in by `authFlows` only
   */
  readonly callbackUrls?: readonly string[];
  /** @default - no page to return to after signing out */
  readonly logoutUrls?: readonly string[];
  /**
   * The one of `callbackUrls` that a sign-in without a `redirect_uri` returns to.
   * @default - none
   */
  readonly defaultRedirectUri?: string;
  /** @default - see each field of TokenValidity */
  readonly tokenValidity?: TokenValidity;
  /**
   * Which secret is the current one, when it was rotated: `npx gatehouse rotate-secret` writes it.
   * @default - the first
   */
  readonly secret?: SecretGeneration;
  /**
   * Where they are written, for errors: `environments/dev.json, clients.app`.
   * @default - in code
   */
  readonly writtenIn?: string;
}

interface DeclaredClientOptions {
  /** What it may ask for: `openid`, ..., and scopes of resource servers. */
  readonly scopes: readonly Scope[];
  /** What differs between environments. In a stack of an environment: `this.clientSettings('app')`. */
  readonly settings: ClientSettings;
}

/** What settings say, and what is the client's secret: the environment file has both. */
type InSettings = 'oauth' | 'secret' | 'tokenValidity';

/**
 * An application of people: `settings` of its environment, and what is the same in all of them.
 * @example users.addAppClient('app', { audience: 'browser', scopes: ['openid'], settings: this.clientSettings('app') })
 */
export type AppClientOptions = DeclaredClientOptions &
  Pick<CodeGrant, 'identityProviders' | 'implicit'> &
  (Omit<PublicClientOptions, InSettings> | Omit<ServerClientOptions, InSettings>);

/**
 * A machine: `settings` of its environment.
 * @example users.addMachineClient('machine', { scopes: [reports.scope('read')], settings: this.clientSettings('machine') })
 */
export interface MachineClientOptions extends DeclaredClientOptions {
  readonly scopes: readonly MachineScope[];
}

/**
 * A client of people. Only the sign-in pages give tokens with scopes, so without callback URLs it has none.
 *
 * @throws ConstructError when the settings leave people no way to sign in.
 */
export function appClient(scope: IConstruct, id: string, options: AppClientOptions): UserPoolClientOptions {
  checkGiven(scope, id, 'addAppClient', options);
  const { authFlows: inCode, identityProviders, implicit, scopes, settings, ...rest } = options;
  const { callbackUrls = [], defaultRedirectUri, logoutUrls, secret, tokenValidity } = settings;
  // Of both, so that an environment can switch on what the code leaves off, as SRP on a laptop.
  const authFlows = inCode || settings.authFlows ? { ...inCode, ...settings.authFlows } : undefined;
  check(scope, signsInDirectly(authFlows) || callbackUrls.length > 0, {
    ...problemOf(id, options, 'authFlows'),
    expected: 'a way for people to sign in: userSrp or userPassword, or callbackUrls for the sign-in pages',
    found: authFlows,
    fix: 'Add "authFlows": { "userSrp": true }, or callbackUrls',
  });
  const pages: CodeGrant = {
    grant: 'code',
    scopes,
    callbackUrls,
    logoutUrls,
    defaultRedirectUri,
    identityProviders,
    implicit,
  };
  // Its type knows the audience; the check of the client says where a browser was given a secret.
  const client = { ...rest, authFlows, tokenValidity, ...(secret && { secret }) } as UserPoolClientOptions;
  return callbackUrls.length === 0 ? client : { ...client, oauth: pages };
}

/**
 * A client of a machine, with the client credentials grant and a secret.
 *
 * @throws ConstructError when the settings have what only people use.
 */
export function machineClient(scope: IConstruct, id: string, options: MachineClientOptions): UserPoolClientOptions {
  checkGiven(scope, id, 'addMachineClient', options);
  const { settings, scopes } = options;
  for (const field of ['authFlows', 'callbackUrls', 'logoutUrls', 'defaultRedirectUri'] as const) {
    check(scope, isEmpty(settings[field]), {
      ...problemOf(id, options, field),
      expected: 'nothing, because it is a machine client and no person signs in to it',
      found: settings[field],
      fix: 'Remove it (write null to remove an inherited one), or declare the client with addAppClient',
    });
  }
  const { secret, tokenValidity } = settings;
  return { tokenValidity, secret, oauth: { grant: 'clientCredentials', scopes } };
}

/** Synthesis does not check types: what is missing is reported here. */
function checkGiven(scope: IConstruct, id: string, method: string, options?: Partial<DeclaredClientOptions>): void {
  const missing = (['scopes', 'settings'] as const).find((each) => options?.[each] === undefined);
  check(scope, missing === undefined, {
    prop: `client ${id}, ${missing}`,
    expected: 'scopes, and settings, which say what differs of it between environments',
    found: undefined,
    fix: `Write ${method}('${id}', { scopes: [...], settings: this.clientSettings('${id}') })`,
  });
}

const isEmpty = (value: AuthFlows | readonly string[] | string | undefined): boolean =>
  Object.values(value ?? {}).every((each) => each === false || each === undefined);

const problemOf = (id: string, { settings: { writtenIn } }: DeclaredClientOptions, field: string) => ({
  prop: writtenIn === undefined ? `client ${id}, ${field}` : `client ${id}, ${field} (${writtenIn})`,
});

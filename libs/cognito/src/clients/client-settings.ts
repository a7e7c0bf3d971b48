import { check } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';
import { type Scope } from './oauth';
import { type TokenValidity } from './token-validity';
import { type AuthFlows, type UserPoolClientOptions } from './user-pool-client';

/** What differs of a client between environments, as their files say it. */
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
  /** @default - see each field of TokenValidity */
  readonly tokenValidity?: TokenValidity;
  /**
   * Where they are written, for errors: `environments/dev.json, clients.app`.
   * @default - in code
   */
  readonly writtenIn?: string;
}

export interface DeclaredClientOptions {
  /** What it may ask for: `openid`, ..., and scopes of resource servers. */
  readonly scopes: readonly Scope[];
  /** What differs between environments. In a stack of an environment: `this.clientSettings('app')`. */
  readonly settings: ClientSettings;
}

/**
 * A client of people. Only the sign-in pages give tokens with scopes, so without callback URLs it has none.
 *
 * @throws ConstructError when the settings leave people no way to sign in.
 */
export function appClient(scope: IConstruct, id: string, options: DeclaredClientOptions): UserPoolClientOptions {
  checkGiven(scope, id, 'addAppClient', options);
  const { authFlows, callbackUrls = [], logoutUrls, tokenValidity } = options.settings;
  const signsIn = authFlows?.userPassword === true || authFlows?.userSrp === true;
  check(scope, signsIn || callbackUrls.length > 0, {
    ...problemOf(id, options, 'authFlows'),
    expected: 'a way for people to sign in: userSrp or userPassword, or callbackUrls for the sign-in pages',
    found: authFlows,
    fix: 'Add "authFlows": { "userSrp": true }, or callbackUrls',
  });
  if (callbackUrls.length === 0) return { authFlows, tokenValidity };
  return { authFlows, tokenValidity, oauth: { grant: 'code', scopes: options.scopes, callbackUrls, logoutUrls } };
}

/**
 * A client of a machine, with the client credentials grant and a secret.
 *
 * @throws ConstructError when the settings have what only people use.
 */
export function machineClient(scope: IConstruct, id: string, options: DeclaredClientOptions): UserPoolClientOptions {
  checkGiven(scope, id, 'addMachineClient', options);
  const { settings, scopes } = options;
  for (const field of ['authFlows', 'callbackUrls', 'logoutUrls'] as const) {
    check(scope, isEmpty(settings[field]), {
      ...problemOf(id, options, field),
      expected: 'nothing, because it is a machine client and no person signs in to it',
      found: settings[field],
      fix: 'Remove it (write null to remove an inherited one), or declare the client with addAppClient',
    });
  }
  return { tokenValidity: settings.tokenValidity, oauth: { grant: 'clientCredentials', scopes } };
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

const isEmpty = (value: AuthFlows | readonly string[] | undefined): boolean =>
  Object.values(value ?? {}).every((each) => each === false || each === undefined);

const problemOf = (id: string, { settings: { writtenIn } }: DeclaredClientOptions, field: string) => ({
  prop: writtenIn === undefined ? `client ${id}, ${field}` : `client ${id}, ${field} (${writtenIn})`,
});

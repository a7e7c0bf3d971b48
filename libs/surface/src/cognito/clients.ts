import { own } from '../own';
import type { Unknown, UserPoolClient } from '../model';
import { isUnknown, unknown } from '../model/value';
import { optional } from '../optional';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';
import type { Values } from '../terraform/values';
import { poolOf } from './pool-of';
import { scopesOf } from './resource-servers';

const SECONDS: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

export const readClients = (catalog: Catalog): UserPoolClient<Unknown>[] =>
  catalog.managed('aws_cognito_user_pool_client', 'aws_cognito_managed_user_pool_client').map((client) => ({
    id: client.computed('id'),
    name: client.text('name', unknown()),
    authFlows: client.texts('explicit_auth_flows'),
    hasSecret: readHasSecret(client),
    oauthEnabled: client.flag('allowed_oauth_flows_user_pool_client', false),
    oauthFlows: client.texts('allowed_oauth_flows'),
    scopes: readScopes(client, catalog),
    callbackUrls: client.texts('callback_urls'),
    logoutUrls: client.texts('logout_urls'),
    identityProviders: client.texts('supported_identity_providers'),
    hidesUserExistence: readHidesUserExistence(client),
    tokenRevocation: client.flag('enable_token_revocation', true),
    readAttributes: client.texts('read_attributes'),
    writeAttributes: client.texts('write_attributes'),
    accessTokenValidity: readValidity(client, 'access_token', 3600, 'hours'),
    idTokenValidity: readValidity(client, 'id_token', 3600, 'hours'),
    refreshTokenValidity: readValidity(client, 'refresh_token', 30 * 86_400, 'days'),
    authSessionValidity: readAuthSession(client),
    ...readRotation(client),
    propagatesContext: client.flag('enable_propagate_additional_user_context_data', false),
    ...client.located,
    ...poolOf(client, catalog),
    ...optional('defaultRedirect', client.text('default_redirect_uri')),
  }));

/** Those of a resource server are computed from its arguments, which are known before they are. */
function readScopes(client: Resource, catalog: Catalog): UserPoolClient<Unknown>['scopes'] {
  const scopes = client.texts('allowed_oauth_scopes');
  if (!isUnknown(scopes)) return scopes;
  const known = (scopes.references ?? []).map((reference) => {
    const whole = reference.endsWith('.scope_identifiers') ? scopes.with({ references: [reference] }) : undefined;
    const server = catalog.target(client, whole, 'aws_cognito_resource_server');
    return server && scopesOf(server);
  });
  const all = known.flatMap((each) => each ?? []);
  return known.length > 0 && known.every((each) => each !== undefined) ? [...new Set(all)].sort() : scopes;
}

/** Whether there is one; the secret itself is never read. */
function readHasSecret(client: Resource): boolean | Unknown {
  if (client.has('generate_secret')) return client.flag('generate_secret', false);
  if (client.type === 'aws_cognito_user_pool_client') return false;
  const secret = client.peek('client_secret');
  if (secret === undefined) return unknown();
  return isUnknown(secret) ? (secret.sensitive ?? unknown()) : secret !== '';
}

function readHidesUserExistence(client: Resource): boolean | Unknown {
  const mode = client.text<'LEGACY' | 'ENABLED'>('prevent_user_existence_errors', 'LEGACY');
  return isUnknown(mode) ? mode : mode === 'ENABLED';
}

/** Seconds. Cognito reads 0 as "not set". */
function readValidity(client: Values, token: string, fallback: number, defaultUnit: string): number | Unknown {
  const amount = client.number(`${token}_validity`, 0);
  if (isUnknown(amount)) return amount;
  if (amount === 0) return fallback;
  const unit = client.blockOrEmpty('token_validity_units').text(token, defaultUnit);
  if (isUnknown(unit)) return unit;
  const seconds = own(SECONDS, unit);
  return seconds === undefined ? unknown() : amount * seconds;
}

/** Seconds; Terraform has minutes. */
function readAuthSession(client: Values): number | Unknown {
  const minutes = client.number('auth_session_validity', 3);
  return isUnknown(minutes) ? minutes : minutes * 60;
}

function readRotation(client: Values): Pick<UserPoolClient<Unknown>, 'refreshRotation' | 'refreshGracePeriod'> {
  const rotation = client.blockOrEmpty('refresh_token_rotation');
  const feature = rotation.text('feature', 'DISABLED');
  return {
    refreshRotation: isUnknown(feature) ? feature : feature === 'ENABLED',
    refreshGracePeriod: rotation.number('retry_grace_period_seconds', 0),
  };
}

import { type Complaint } from '../problem';
import { type EnvironmentFile } from '../schema/environment';
import { type Check, type Unverified, clientsOf, unless } from './check';

type Client = Unverified<EnvironmentFile['clients'][string]>;
type ClientPath = readonly ['clients', string];

/**
 * A machine client uses the client_credentials flow and nothing else; a user client needs a way to sign in.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-app-idp-settings.html
 */
export const clientKind: Check = (environment) =>
  clientsOf(environment).flatMap(({ client, path }) => {
    if (client.kind === 'machine') return machine(client, path);
    return client.kind === 'user' ? user(client, path) : [];
  });

function machine(client: Client, path: ClientPath): Complaint[] {
  const lists = ['callbackUrls', 'logoutUrls'] as const;
  return [
    ...lists.flatMap((list) =>
      unless((client[list] ?? []).length === 0, {
        path: [...path, list],
        expected: 'no addresses, because no person signs in to a machine client',
        fix: 'Remove the list (write null to remove an inherited one), or make the client of kind "user".',
      }),
    ),
    ...unless(!signsInDirectly(client), {
      path: [...path, 'authFlows'],
      expected: 'no sign-in flow, because a machine client has only client_credentials',
      fix: 'Remove authFlows (write null to remove inherited ones), or make the client of kind "user".',
    }),
    ...unless((client.scopes ?? []).length > 0, {
      path: [...path, 'scopes'],
      expected: 'at least one scope of a resource server: client_credentials needs one',
      fix: 'Add the scopes of the routes that the machine calls, such as "reports/read".',
    }),
  ];
}

function user(client: Client, path: ClientPath): Complaint[] {
  const redirects = (client.callbackUrls ?? []).length > 0;
  const scopes = (client.scopes ?? []).length > 0;
  return [
    ...unless(redirects || signsInDirectly(client), {
      path: [...path, 'authFlows'],
      reads: [[...path, 'callbackUrls']],
      expected: 'a way to sign in: userSrp or userPassword, or callbackUrls for the sign-in pages',
      fix: 'Add "authFlows": { "userSrp": true }.',
    }),
    ...unless(!redirects || scopes, {
      path: [...path, 'scopes'],
      expected: 'at least one scope, because callbackUrls turn the authorization code flow on',
      fix: 'Add "openid", and the scopes of the routes that the app calls.',
    }),
    ...unless(redirects || !scopes, {
      path: [...path, 'scopes'],
      reads: [[...path, 'callbackUrls']],
      expected: 'no scopes without callbackUrls: only the sign-in pages give a user a token with scopes',
      fix: 'Add callbackUrls, or remove the scopes and guard the routes with the ID token.',
    }),
  ];
}

function signsInDirectly(client: Client): boolean {
  return client.authFlows?.userPassword === true || client.authFlows?.userSrp === true;
}

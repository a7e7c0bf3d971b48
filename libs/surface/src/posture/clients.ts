import { type Surface, type Unknown, type UserPoolClient } from '../model';
import { isEmpty, knownItems, nameOf } from './known';

/** App clients, with what a person calls them. */
export const appClients = ({
  clients,
}: Surface<Unknown>): readonly { readonly client: UserPoolClient<Unknown>; readonly subject: string }[] =>
  clients.map((client) => ({ client, subject: `app client ${nameOf(client)}` }));

/** True: people are known to sign in with it. Programs with a secret have no session to steal, and nobody guesses them. */
export const servesUsers = ({ oauthFlows, authFlows }: UserPoolClient<Unknown>): boolean =>
  knownItems(authFlows).length > 0 ||
  knownItems(oauthFlows).some((flow) => flow !== 'client_credentials') ||
  (isEmpty(authFlows) && isEmpty(oauthFlows));

import type { Unknown, UserPoolClient } from '../model';
import { isEmpty, knownItems } from '../model/lists';

/** True: people are known to sign in with it. Programs with a secret have no session to steal, and nobody guesses them. */
export const servesUsers = ({ oauthFlows, authFlows }: UserPoolClient<Unknown>): boolean =>
  knownItems(authFlows).length > 0 ||
  knownItems(oauthFlows).some((flow) => flow !== 'client_credentials') ||
  (isEmpty(authFlows) && isEmpty(oauthFlows));

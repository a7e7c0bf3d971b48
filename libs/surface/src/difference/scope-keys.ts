import { standardScopes } from '@gatehouse/checks';
import type { Unknown, UserPoolClient } from '../model';
import { addedTo, knownItems } from '../model/lists';

type Client = UserPoolClient<Unknown>;

/** Scopes that a client can get tokens with: for its users, and for itself. */
export interface ScopeKeys {
  readonly people: readonly string[];
  readonly machine: readonly string[];
}

/** Scopes of a resource server that tokens of a client can have now, and could not before. */
export function newKeys(before: Client, after: Client): ScopeKeys {
  const [was, now] = [keysOf(before), keysOf(after)];
  return { people: addedTo(was.people, now.people), machine: addedTo(was.machine, now.machine) };
}

/** Cognito gives scopes through OAuth flows alone; a sign-in by its API gets `aws.cognito.signin.user.admin`. */
export function keysOf({ oauthEnabled, oauthFlows, scopes }: Client): ScopeKeys {
  if (oauthEnabled === false) return NONE;
  const flows = knownItems(oauthFlows);
  const custom = knownItems(scopes).filter((scope) => !standardScopes.some((standard) => standard === scope));
  return {
    people: flows.some((flow) => flow !== MACHINE) ? custom : [],
    machine: flows.includes(MACHINE) ? custom : [],
  };
}

const MACHINE = 'client_credentials';
/** With it an app can change the user's own attributes and password. */
export const SELF_SERVICE = 'aws.cognito.signin.user.admin';
const NONE: ScopeKeys = { people: [], machine: [] };

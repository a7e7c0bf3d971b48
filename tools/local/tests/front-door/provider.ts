import { claims } from '../gaps/user-pool';
import { asking, CALLBACK, type Client, type Door, post } from './door';
import { type Seen, Visitor } from './visitor';

/** Goes to the provider's page, types in a person, and comes back to the application. */
export async function through(
  door: Pick<Door, 'visitor' | 'web'>,
  person: Record<string, unknown>,
  more: Record<string, string> = {},
  visitor = door.visitor(),
): Promise<Seen> {
  const query = asking(door.web, { identity_provider: 'Google', ...more });
  const begun = await visitor.get(`/oauth2/authorize?${query}`);
  const provider = new Visitor(begun.location);
  const form = await provider.get((await provider.get(begun.location)).location);
  const chosen = await provider.fill(form, { claims: JSON.stringify(person) }, 1);
  const back = await provider.get(chosen.location);
  return visitor.get(back.location);
}

/** Claims of the ID token that the application gets. */
export async function claimsThrough(door: Door, person: Record<string, unknown>, more: Record<string, string> = {}) {
  const seen = await through(door, person, more);
  const code = seen.params.get('code');
  if (code === null) throw new Error(`No code: ${seen.status} ${seen.location} ${seen.body}`);
  return redeem(door, code);
}

async function redeem(door: Door, code: string, client: Client = door.web) {
  const form = { grant_type: 'authorization_code', code, redirect_uri: CALLBACK, client_id: client.id };
  const { body } = await post(`${door.url}/oauth2/token`, form);
  return claims(body['id_token']!);
}

export const user = (door: Door, Username: string) =>
  door.aws.idp('AdminGetUser', { UserPoolId: door.poolId, Username });

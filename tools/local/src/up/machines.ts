import { isMachine } from '@gatehouse/terraform';
import { type Surface, type UserPoolClient } from '@gatehouse/surface';
import { type ClientSecret } from './client-secret';
import { type Outputs } from './outputs';

/** A machine client's credentials. Printed for copy and paste, never written to a file. */
export interface Machine {
  readonly client: UserPoolClient;
  readonly secret: string;
}

export async function readMachines({ clients }: Surface, secretOf: ClientSecret): Promise<Machine[]> {
  const machines = clients.filter((client) => isMachine(client) && client.hasSecret);
  return Promise.all(machines.map(async (client) => ({ client, secret: (await secretOf(client)) ?? '' })));
}

/** Where a client gets its tokens. @throws Error when its pool is not in the outputs */
export function tokenUrlOf({ userPools }: Pick<Outputs, 'userPools'>, { name, userPoolId }: UserPoolClient): string {
  const pool = Object.values(userPools).find(({ id }) => id === userPoolId);
  if (pool?.domain === undefined) throw new Error(`The user pool of client ${name} is not served here`);
  return `${pool.domain}/oauth2/token`;
}

/** An access token by client_credentials (RFC 6749, section 4.4). */
export async function machineToken(tokenUrl: string, { client, secret }: Machine, scope: string): Promise<string> {
  const basic = Buffer.from(`${client.id}:${secret}`).toString('base64');
  const response = await fetch(tokenUrl, {
    method: 'POST',
    headers: { Authorization: `Basic ${basic}`, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope }).toString(),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`POST ${tokenUrl} for ${client.name}, scope ${scope}: ${response.status} ${text}`);
  return (JSON.parse(text) as { access_token: string }).access_token;
}

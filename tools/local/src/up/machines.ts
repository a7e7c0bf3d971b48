import { isMachine } from '@gatehouse/terraform';
import { type Surface, type UserPoolClient } from '@gatehouse/surface';
import { type ClientSecret } from '../gateway';

/** A machine client's credentials. Printed for copy and paste, never written to a file. */
export interface Machine {
  readonly client: UserPoolClient;
  readonly secret: string;
}

export async function readMachines({ clients }: Surface, secretOf: ClientSecret): Promise<Machine[]> {
  const machines = clients.filter((client) => isMachine(client) && client.hasSecret);
  return Promise.all(machines.map(async (client) => ({ client, secret: (await secretOf(client)) ?? '' })));
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

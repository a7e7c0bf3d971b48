import { type MachineClient } from '../contract';

/** An access token by client_credentials (RFC 6749, section 4.4), with every scope of the client. @throws Error of OAuth */
export async function machineToken({ id, scopes, secret, tokenUrl }: MachineClient): Promise<string> {
  const answer = await fetch(tokenUrl, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(`${id}:${secret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: scopes.join(' ') }),
  });
  const json = (await answer.json()) as Record<string, string>;
  if (!answer.ok) throw new Error(`${json['error'] ?? answer.status} from ${tokenUrl} for client ${id}`);
  return json['access_token'] ?? '';
}

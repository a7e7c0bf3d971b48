import { type Outputs } from './outputs';

/** The sign-in page of a pool, for its first client that has a callback URL; without one where the pages are. */
export function signInUrl({ clients, domain = '' }: Outputs['userPools'][string]): string {
  const client = Object.values(clients).find(({ callbackUrls }) => callbackUrls.length > 0);
  if (client === undefined) return domain;
  const redirect_uri = client.callbackUrls.find((url) => url.startsWith('http://localhost')) ?? client.callbackUrls[0]!;
  const query = new URLSearchParams({ response_type: 'code', client_id: client.id, redirect_uri });
  return `${domain}/login?${query.toString()}`;
}

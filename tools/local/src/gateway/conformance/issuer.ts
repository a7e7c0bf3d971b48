import { testSigner } from '../testing/call';

/** How often its keys were asked for, by path. */
const asked = new Map<string, number>();

/** What an outside issuer below `/issuer/<name>` publishes; nothing for other paths. */
export async function issuerDocument(base: string, url: string): Promise<object | undefined> {
  const [, issuer, file] = /^(\/issuer\/(?!down)\w+)\/\.well-known\/(.+)$/.exec(url) ?? [];
  if (issuer === undefined) return undefined;
  asked.set(url, (asked.get(url) ?? 0) + 1);
  if (file === 'openid-configuration')
    return { issuer: `${base}${issuer}`, jwks_uri: `${base}${issuer}/.well-known/keys` };
  return { keys: [(await testSigner()).key] };
}

export const askedFor = (url: string): number => asked.get(url) ?? 0;

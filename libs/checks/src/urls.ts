/** The parsed URL, when it is nothing but `scheme://host[:port]` as a browser writes it in an Origin header. */
export function parseOrigin(value: string): URL | undefined {
  const url = parseUrl(value);
  return url && /^https?:$/.test(url.protocol) && url.origin === value ? url : undefined;
}

/** The parsed URL; a host with `*` is none, because no browser and no service here reads it as "any". */
export function parseUrl(value: string): URL | undefined {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return url?.hostname.includes('*') ? undefined : url;
}

export function isLoopback(url: URL): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
}

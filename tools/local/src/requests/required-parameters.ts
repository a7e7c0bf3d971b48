import { type RestRoute } from '@gatehouse/surface';

/** Some value for each parameter that the route's validator asks for. */
export function requiredParameters({ requestParameters }: RestRoute): {
  readonly headers: Record<string, string>;
  readonly query: string;
} {
  const required = Object.keys(requestParameters).filter((name) => requestParameters[name]);
  const named = (prefix: string): string[] =>
    required.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
  const query = named('method.request.querystring.')
    .map((name) => `${encodeURIComponent(name)}=1`)
    .join('&');
  return {
    headers: Object.fromEntries(named('method.request.header.').map((name) => [name, '1'])),
    query: query && `?${query}`,
  };
}

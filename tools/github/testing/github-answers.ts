import { type Answer, type GitHubRequest, type GitHubServer } from './github-server';

export const refuse = (status: number, message: string, more: object = {}): Answer => ({
  status,
  body: { message, documentation_url: 'https://docs.github.com/rest', status: String(status), ...more },
});

/** https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api */
export function page<T>(server: GitHubServer, { path, query }: GitHubRequest, all: readonly T[]): Answer {
  const size = Math.min(Number(query.get('per_page') ?? 30), 100);
  const number = Number(query.get('page') ?? 1);
  const last = Math.max(1, Math.ceil(all.length / size));
  const link = (to: number, rel: string): string => {
    const target = new URLSearchParams(query);
    target.set('page', String(to));
    return `<${server.url}${path}?${target}>; rel="${rel}"`;
  };
  const links = number < last ? [link(number + 1, 'next'), link(last, 'last')] : [];
  return {
    status: 200,
    body: all.slice((number - 1) * size, number * size),
    headers: links.length > 0 ? { link: links.join(', ') } : {},
  };
}

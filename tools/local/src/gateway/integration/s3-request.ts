import { notServedLocally } from '../errors';
import { type ServiceUri } from '../services';
import { type Described } from './aws-service';

/** The request of an operation that an `action` URI names. */
const OPERATIONS: Readonly<Record<string, Pick<Described, 'method' | 'query'>>> = {
  DeleteObject: { method: 'DELETE', query: {} },
  GetObject: { method: 'GET', query: {} },
  HeadObject: { method: 'HEAD', query: {} },
  ListObjectsV2: { method: 'GET', query: { 'list-type': '2' } },
  PutObject: { method: 'PUT', query: {} },
};

/** S3 by path, `<bucket>/<key>`, below a bucket's host, or by `action/GetObject&Bucket=…&Key=…`; addressed in path style. */
export function s3Request({ kind, rest, subdomain }: ServiceUri, request: Described): Described {
  const sent = { ...request, body: ['GET', 'HEAD', 'DELETE'].includes(request.method) ? '' : request.body };
  if (kind === 'path') return { ...sent, path: encoded(subdomain ? `/${subdomain}${request.path}` : request.path) };
  const [name = '', ...pairs] = rest.split('&');
  const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
  if (!operation) throw notServedLocally(`S3 ${name} by its name; use a path URI`);
  const {
    Bucket = subdomain ?? '',
    Key = '',
    ...more
  } = {
    ...Object.fromEntries(pairs.map((pair) => pair.split('=', 2) as [string, string])),
    ...(request.query as Record<string, string>),
  };
  return {
    ...request,
    ...operation,
    body: operation.method === 'PUT' ? request.body : '',
    path: encoded(`/${Bucket}${Key === '' ? '' : `/${Key}`}`),
    query: { ...operation.query, ...more },
  };
}

/** As S3 encodes a key when it verifies a signature: what was sent encoded in another way is the same key. */
const encoded = (path: string): string =>
  decoded(path)
    .split('/')
    .map((segment) =>
      encodeURIComponent(segment).replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`),
    )
    .join('/');

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

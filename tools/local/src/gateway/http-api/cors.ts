import { type Cors } from '@gatehouse/surface';
import { type Answer, type GatewayRequest } from '../exchange';
import { header } from '../headers';

/** A browser asks before it calls. */
export const isPreflight = ({ method, rawHeaders }: GatewayRequest): boolean =>
  method === 'OPTIONS' &&
  header(rawHeaders, 'origin') !== undefined &&
  header(rawHeaders, 'access-control-request-method') !== undefined;

export const preflightAnswer: Answer = { status: 204, headers: [], body: '' };

/**
 * Puts the API's CORS headers in the place of the integration's own; without a CORS configuration those stay.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
 */
export function withCors(cors: Cors | undefined, request: GatewayRequest, answer: Answer): Answer {
  if (cors === undefined) return answer;
  const own = answer.headers.filter(([name]) => !name.toLowerCase().startsWith('access-control-'));
  const origin = header(request.rawHeaders, 'origin');
  if (origin === undefined || !allows(cors, origin)) return { ...answer, headers: own };
  return { ...answer, headers: [...own, ...headersFor(cors, origin, isPreflight(request))] };
}

/** Exact, `*`, `https://*` or `http://*`. */
const allows = ({ origins }: Cors, origin: string): boolean =>
  origins.some(
    (each) => each === '*' || each === origin || (each.endsWith('://*') && origin.startsWith(each.slice(0, -1))),
  );

function headersFor(cors: Cors, origin: string, preflight: boolean): [string, string][] {
  const list = (name: string, values: readonly string[]): [string, string][] =>
    values.length === 0 ? [] : [[`access-control-${name}`, values.join(',')]];
  return [
    ['access-control-allow-origin', cors.origins.includes('*') ? '*' : origin],
    ...(cors.origins.includes('*') ? [] : ([['vary', 'Origin']] as [string, string][])),
    ...(cors.credentials ? list('allow-credentials', ['true']) : []),
    ...list('expose-headers', cors.exposed ?? []),
    ...(preflight
      ? [
          ...list('allow-methods', cors.methods),
          ...list('allow-headers', cors.headers),
          ...list('max-age', cors.maxAge === undefined ? [] : [String(cors.maxAge)]),
        ]
      : []),
  ];
}

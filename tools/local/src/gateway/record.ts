import { type HandledRequest } from '../requests-log';
import { type Answer, type Exchange, type GatewayRequest } from './exchange';
import { header } from './headers';
import { printable } from '../printable';

/** What is looked at of a request to an API of either kind. */
interface Recorded extends Pick<Exchange, 'caller' | 'fullPath' | 'request' | 'requestId' | 'startedAt'> {
  readonly served: {
    readonly stage: { readonly name: string };
    readonly deployment: { readonly api: { readonly id: string; readonly name: string } };
  };
  readonly route?: { readonly method: string; readonly path: string; readonly caller: string };
  readonly failure?: { readonly message: string; readonly status: number };
}

/** A request that was answered, for the log. */
export function recordOf(exchange: Recorded, { status }: Answer): HandledRequest {
  const { failure, fullPath, request, requestId, route, served, startedAt } = exchange;
  const { api } = served.deployment;
  return {
    id: requestId,
    at: new Date(startedAt).toISOString(),
    apiId: api.id,
    api: api.name,
    stage: served.stage.name,
    ...described(request, fullPath),
    route: route && `${route.method} ${route.path}`,
    who: printable(exchange.caller ?? unverified(request)),
    status,
    why: failure && printable(whyOf(failure, exchange)),
    milliseconds: Date.now() - startedAt,
  };
}

/** The members that a request has though no stage answers it. */
export const described = (request: GatewayRequest, fullPath: string) => {
  const origin = header(request.rawHeaders, 'origin');
  return {
    method: printable(request.method),
    path: printable(fullPath),
    origin: origin && printable(origin),
  };
};

/** Of a request whose credentials nobody looked at, or found good. */
export function unverified({ rawHeaders, target }: GatewayRequest): string {
  const authorization = header(rawHeaders, 'authorization');
  if (authorization?.startsWith('AWS4-') || target.includes('X-Amz-Signature=')) return 'signature not verified';
  return authorization ? 'token not verified' : 'nobody';
}

/** A 401 or 403 also says who may call, in the words of the review. */
function whyOf({ message, status }: NonNullable<Recorded['failure']>, { route }: Recorded): string {
  if (!route || (status !== 401 && status !== 403)) return message;
  // Some reasons are AWS's own sentences.
  return `${message.replace(/\.$/, '')}. Who may call it: ${route.caller}.`;
}

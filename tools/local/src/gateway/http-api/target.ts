import { type GatewayRequest } from '../exchange';
import { header } from '../headers';

/** Where a request goes. */
export interface Target {
  /** Of the stage; absent where none answers. */
  readonly stage?: string;
  readonly path: string;
  readonly rawPath: string;
  readonly fullPath: string;
  readonly queryString: string;
  /** True: it came by the endpoint that AWS gives an API. */
  readonly byDefaultEndpoint: boolean;
}

/** A mapping of a custom domain to this API. */
export interface Mapping {
  readonly domain: string;
  /** `v1/orders`; empty for the whole domain. */
  readonly key: string;
  readonly stage: string;
}

/**
 * Chooses the stage: of a custom domain, whose name is the host, by the longest key; otherwise the named stage that is the first
 * segment, or `$default`.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-mappings.html
 */
export function targetOf(request: GatewayRequest, stages: ReadonlySet<string>, mappings: readonly Mapping[]): Target {
  const question = request.target.indexOf('?');
  const fullPath = question < 0 ? request.target : request.target.slice(0, question);
  const queryString = question < 0 ? '' : request.target.slice(question + 1);
  const host = (header(request.rawHeaders, 'host') ?? '').replace(/:\d+$/, '').toLowerCase();
  const ofDomain = mappings.filter(({ domain }) => domain.toLowerCase() === host);
  const way = ofDomain.length > 0 ? byMapping(fullPath, ofDomain) : byStage(fullPath, stages);
  return { ...way, fullPath, queryString, byDefaultEndpoint: ofDomain.length === 0 };
}

type Way = Pick<Target, 'stage' | 'path' | 'rawPath'>;

function byStage(fullPath: string, stages: ReadonlySet<string>): Way {
  const path = withOneSlash(fullPath);
  const [, first = '', rest = ''] = /^\/([^/]*)(.*)$/s.exec(path) ?? [];
  if (stages.has(first)) return { stage: first, path: withOneSlash(rest), rawPath: fullPath };
  return { ...(stages.has('$default') && { stage: '$default' }), path, rawPath: fullPath };
}

/** No stage is looked for in the path. */
function byMapping(fullPath: string, mappings: readonly Mapping[]): Way {
  const path = withOneSlash(fullPath);
  const fitting = mappings.filter(({ key }) => key === '' || path === `/${key}` || path.startsWith(`/${key}/`));
  const [found] = fitting.sort((one, other) => other.key.length - one.key.length);
  if (found === undefined) return { path, rawPath: fullPath };
  const rest = found.key === '' ? path : withOneSlash(path.slice(found.key.length + 1));
  return { stage: found.stage, path: rest, rawPath: found.stage === '$default' ? rest : `/${found.stage}${rest}` };
}

const withOneSlash = (path: string): string => `/${path.replace(/^\/+/, '')}`;

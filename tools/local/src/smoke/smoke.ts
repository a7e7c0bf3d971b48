import { boundaryArn } from '@gatehouse/environment';
import { type NamedStage, stagesByName } from '@gatehouse/terraform';
import { signedHeaders } from '../sigv4';
import { apiChecks } from './api-checks';
import { gatherCallers, type NotTried, type SmokeContext } from './callers';
import { type CheckResult, evaluate } from './check';
import { type Answer, call } from './http';
import { httpApiChecks } from './http-api-checks';
import { httpRouteChecks } from './http-route-checks';
import { type Check, type Checks, routeChecks, type RouteChecksOptions } from './route-checks';
import { expiredCredentials } from './signers';

export interface SmokeResults {
  readonly results: readonly CheckResult[];
  /** What could not be tried, and why. */
  readonly notTried: readonly NotTried[];
}

/**
 * Calls every route of every running API over HTTP as everyone: nobody, people, machines, and with tokens that must not work.
 * What to call and what to expect follows from what is applied.
 */
export async function smokeTest(context: SmokeContext): Promise<SmokeResults> {
  const { environment, outputs, sign, surface } = context;
  const gathered = await gatherCallers(context);
  const results = [...gathered.results];
  const notTried = [...gathered.notTried, ...unserved(context)];
  const stages = [...stagesByName(environment, surface)];
  const expiredKeys = await expiredCredentials(context);
  const options = { surface, boundary: boundaryArn(environment), callers: gathered.callers, sign, expiredKeys };
  for (const [name, served] of stages) {
    const prefix = stages.length > 1 ? `${name}: ` : '';
    const url = outputs.apis[name]?.url ?? '';
    const tried = await checksOf(served, options);
    notTried.push(...tried.notTried.map((each) => ({ ...each, name: `${prefix}${each.name}` })));
    for (const check of tried.checks) {
      results.push(evaluate(`${prefix}${check.name}`, await send(`${url}${check.path}`, check), check.expected));
    }
  }
  return { results, notTried };
}

async function checksOf(served: NamedStage, options: Omit<RouteChecksOptions, 'stage'>): Promise<Checks> {
  if (served.kind === 'HTTP') {
    const { checks, notTried } = await httpRouteChecks(served.api, { ...options, stage: served.stage });
    return { checks: [...checks, ...httpApiChecks(served.api)], notTried };
  }
  const { checks, notTried } = await routeChecks(served.api, { ...options, stage: served.stage });
  return { checks: [...checks, ...apiChecks(served.api)], notTried };
}

async function send(url: string, { init, sign }: Check): Promise<Answer> {
  return call(url, sign ? { ...init, headers: await signedHeaders(url, init, sign) } : init);
}

const unserved = ({ surface: { apis, httpApis, unread } }: SmokeContext): NotTried[] => [
  ...httpApis
    .filter(({ protocol }) => protocol === 'WEBSOCKET')
    .map(({ name }) => ({ name: `WebSocket API ${name}`, why: 'WebSocket APIs are not served here' })),
  ...withoutStage('REST API', apis),
  ...withoutStage(
    'HTTP API',
    httpApis.filter(({ protocol }) => protocol === 'HTTP'),
  ),
  ...unread.map(({ address, why }) => ({ name: address, why })),
  ...(apis.length + httpApis.length + unread.length === 0 ? [{ name: 'routes', why: 'no API is deployed' }] : []),
];

const withoutStage = (kind: string, apis: SmokeContext['surface']['apis' | 'httpApis']): NotTried[] =>
  apis
    .filter(({ stages }) => stages.length === 0)
    .map(({ name }) => ({ name: `${kind} ${name}`, why: 'it has no stage, so nothing serves its routes' }));

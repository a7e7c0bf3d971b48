import { boundaryArn } from '@gatehouse/environment';
import { stagesByName } from '@gatehouse/terraform';
import { signedHeaders } from '../sigv4';
import { apiChecks } from './api-checks';
import { gatherCallers, type NotTried, type SmokeContext } from './callers';
import { type CheckResult, evaluate } from './check';
import { type Answer, call } from './http';
import { type Check, routeChecks } from './route-checks';
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
  for (const [name, { api, stage }] of stages) {
    const prefix = stages.length > 1 ? `${name}: ` : '';
    const url = outputs.apis[name]?.url ?? '';
    const ofRoutes = await routeChecks(api, {
      surface,
      boundary: boundaryArn(environment),
      stage,
      callers: gathered.callers,
      sign,
      expiredKeys,
    });
    notTried.push(...ofRoutes.notTried.map((each) => ({ ...each, name: `${prefix}${each.name}` })));
    for (const check of [...ofRoutes.checks, ...apiChecks(api)]) {
      results.push(evaluate(`${prefix}${check.name}`, await send(`${url}${check.path}`, check), check.expected));
    }
  }
  return { results, notTried };
}

async function send(url: string, { init, sign }: Check): Promise<Answer> {
  return call(url, sign ? { ...init, headers: await signedHeaders(url, init, sign) } : init);
}

const unserved = ({ surface: { apis, httpApis, unread } }: SmokeContext): NotTried[] => [
  ...httpApis.map(({ name }) => ({ name: `HTTP API ${name}`, why: 'HTTP APIs are not served here' })),
  ...apis
    .filter(({ stages }) => stages.length === 0)
    .map(({ name }) => ({ name: `REST API ${name}`, why: 'it has no stage, so nothing serves its routes' })),
  ...unread.map(({ address, why }) => ({ name: address, why })),
  ...(apis.length + unread.length === 0 ? [{ name: 'routes', why: 'no REST API is deployed' }] : []),
];

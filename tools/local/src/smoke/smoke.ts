import { stagesByName } from '@gatehouse/terraform';
import { apiChecks } from './api-checks';
import { gatherCallers, type NotTried, type SmokeContext } from './callers';
import { type CheckResult, evaluate } from './check';
import { call } from './http';
import { routeChecks } from './route-checks';

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
  for (const [name, { api }] of stages) {
    const prefix = stages.length > 1 ? `${name}: ` : '';
    const url = outputs.apis[name]?.url ?? '';
    const ofRoutes = await routeChecks(api, { surface, callers: gathered.callers, sign });
    notTried.push(...ofRoutes.notTried.map((each) => ({ ...each, name: `${prefix}${each.name}` })));
    for (const check of [...ofRoutes.checks, ...apiChecks(api)]) {
      results.push(evaluate(`${prefix}${check.name}`, await call(`${url}${check.path}`, check.init), check.expected));
    }
  }
  return { results, notTried };
}

const unserved = ({ surface: { apis, httpApis, unread } }: SmokeContext): NotTried[] => [
  ...httpApis.map(({ name }) => ({ name: `HTTP API ${name}`, why: 'HTTP APIs are not served here' })),
  ...apis
    .filter(({ stages }) => stages.length === 0)
    .map(({ name }) => ({ name: `REST API ${name}`, why: 'it has no stage, so nothing serves its routes' })),
  ...unread.map(({ address, why }) => ({ name: address, why })),
  ...(apis.length + unread.length === 0 ? [{ name: 'routes', why: 'no REST API is deployed' }] : []),
];

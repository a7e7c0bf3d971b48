import { check } from '@gatehouse/construct-kit';
import { type Environment, resourceName } from '@gatehouse/environment';
import { type RestApi, type RestApiProps } from '@gatehouse/gateway';
import { type EnvironmentStack } from '@gatehouse/platform';

/**
 * Name, stage, limits and logs of an API, as the environment file has them for every API. A new API is one OpenAPI body: whatever
 * applies it, a removed route is gone (docs/decisions/0006).
 */
export function apiProps(environment: Environment, name: string): RestApiProps {
  const { cache, cors, logs, metrics, stage, throttle, tracing } = environment.api;
  return {
    name: resourceName(environment, name),
    definition: 'openapi',
    cors,
    stage: {
      name: stage,
      throttle,
      accessLog: { retentionDays: logs.retentionDays },
      loggingLevel: logs.level,
      metrics,
      tracing,
      cache,
    },
  };
}

/**
 * What protects an API, and who is notified when it fails.
 *
 * @param users whose sign-in is behind the same web ACL, where the environment file says so
 */
export function protectApi(api: RestApi, environment: Environment, users?: { userPoolArn: string }): void {
  const { alarms, api: settings } = environment;
  if (settings.waf !== undefined) {
    const { userPool = false, ...rules } = settings.waf;
    api.addWebAcl({ ...rules, userPools: userPool && users ? { users: users.userPoolArn } : undefined });
  }
  if (alarms !== undefined) api.addAlarms(alarms);
}

/**
 * Publishes where an API is, after its construct's id: `orders_url`, `orders_rest_api_id` and `orders_stage_name`. That of the
 * id `api` has `rest_api_id` and `stage_name`.
 *
 * @throws ConstructError where the environment has a domain, and this API none: `api.domain` is for one API, so others would
 * answer under another host than people expect.
 */
export function publishApi(stack: EnvironmentStack, { domainTarget, node, restApiId, stageName, url }: RestApi): void {
  const { api, name: environment } = stack.environment;
  check(stack, api.domain === undefined || domainTarget !== undefined, {
    prop: `API ${node.id}, domain`,
    expected: `a domain for each API, as environments/${environment}.json has api.domain, which is for one`,
    found: undefined,
    fix: 'Call addDomain on it before publishApi, with a name from the settings of your own',
  });
  const name = node.id.replaceAll('-', '_');
  const prefix = name === 'api' ? '' : `${name}_`;
  stack.addOutput(`${name}_url`, url);
  if (domainTarget !== undefined) stack.addOutput(`${name}_domain_target`, domainTarget);
  stack.addOutput(`${prefix}rest_api_id`, restApiId);
  stack.addOutput(`${prefix}stage_name`, stageName);
}

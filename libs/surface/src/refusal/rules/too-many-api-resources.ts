import { isUnknown } from '../../model/value';
import { apiQuota } from '../api-quota';

export const tooManyApiResources = apiQuota({
  id: 'too-many-api-resources',
  what: 'resources',
  quota: 300,
  raised: true,
  kind: 'REST API',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html',
  instead: 'Split it into several APIs under one domain, or use {proxy+} paths',
  amount: (api) => (api.kind === 'REST' ? resourcesOf(api.api.routes.map(({ path }) => path)).size : 0),
});

/** Every part of every path is a resource; of a path that is not known yet nothing counts. */
function resourcesOf(paths: readonly unknown[]): ReadonlySet<string> {
  const resources = new Set<string>();
  for (const path of paths) {
    if (isUnknown(path) || typeof path !== 'string') continue;
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) resources.add(path.slice(0, end));
  }
  resources.delete('/');
  return resources;
}

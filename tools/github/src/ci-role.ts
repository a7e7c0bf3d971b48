import { type LoadOptions, loadEnvironment, partitionOf, resourceName } from '@gatehouse/environment';

/** What a workflow takes to work in an environment's account; bootstrap makes the roles, see docs/bootstrap.md. */
export function ciRole(
  name: string,
  purpose: 'plan' | 'deploy',
  options?: LoadOptions,
): { role: string; region: string } {
  const environment = loadEnvironment(name, options);
  const { account, region } = environment;
  const role = `arn:${partitionOf(region).id}:iam::${account}:role/${resourceName(environment, purpose)}`;
  return { role, region };
}

import { ciRoleArn, type LoadOptions, loadEnvironment } from '@gatehouse/environment';

/** What a workflow takes to work in an environment's account; bootstrap makes the roles, see docs/bootstrap.md. */
export function ciRole(
  name: string,
  purpose: 'plan' | 'deploy',
  options?: LoadOptions,
): { role: string; region: string } {
  const environment = loadEnvironment(name, options);
  return { role: ciRoleArn(environment, purpose), region: environment.region };
}

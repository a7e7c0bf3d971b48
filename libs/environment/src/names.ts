import { type Environment } from './schema/environment';

/** `<env>-identity` is a stack, so a name is what a stack and a Terraform state key may be called. */
export const environmentName = {
  pattern: /^[a-z]([a-z0-9-]{0,18}[a-z0-9])?$/,
  rule: '1 to 20 lowercase letters, digits and hyphens, starting with a letter and not ending with a hyphen',
};

type Named = Pick<Environment, 'name'>;
type Owned = Pick<Environment, 'name' | 'project'>;

/** Name of a stack, such as `dev-identity`; it is also what `cdktf deploy` takes. */
export function stackName(environment: Named, stack: string): string {
  return `${environment.name}-${stack}`;
}

/** Name of a resource in AWS, such as `gatehouse-dev-users`; tells environments in one account apart. */
export function resourceName(environment: Owned, resource: string): string {
  return `${environment.project}-${environment.name}-${resource}`;
}

/** Key of a stack's Terraform state in the state bucket; no two stacks of any environment share one. */
export function stateKey(environment: Named, stack: string): string {
  return `${environment.name}/${stack}.tfstate`;
}

/** Where an environment's snapshot of its user pools is, from the top of the workspace: written once it is deployed. */
export const snapshotPath = (environment: string): string => `apps/${environment}/user-pools.json`;

import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { policyDocument, type Statement } from '@gatehouse/construct-kit';
import { bootstrapPath, ciRoleName, type Environment } from '@gatehouse/environment';
import { Construct } from 'constructs';
import { boundaryStatements } from './boundary';
import { type GithubProvider } from './github-provider';
import { boundaryName } from '@gatehouse/environment';
import { deployPermissions, planPermissions, type StateStore } from './permissions';

export interface EnvironmentRolesProps {
  readonly environment: Environment;
  readonly github: GithubProvider;
  readonly store: StateStore;
  /** Branch whose workflows may plan. */
  readonly branch: string;
}

/**
 * What workflows need for one environment: a role that plans (pull requests and the main branch) and one that deploys
 * (jobs of the GitHub environment of that name, which is where GitHub asks for approval), and the boundary of the roles
 * that deploys make.
 */
export class EnvironmentRoles extends Construct {
  readonly planRoleArn: string;
  readonly deployRoleArn: string;

  constructor(scope: Construct, id: string, props: EnvironmentRolesProps) {
    super(scope, id);
    const { branch, environment, github, store } = props;
    this.addBoundary(environment);
    this.planRoleArn = this.addRole(environment, 'plan', {
      description: `Plans ${environment.name} and changes nothing`,
      trust: github.trust(['pull_request', `ref:refs/heads/${branch}`]),
      permissions: planPermissions(store, environment),
    });
    this.deployRoleArn = this.addRole(environment, 'deploy', {
      description: `Deploys ${environment.name}`,
      trust: github.trust([`environment:${environment.name}`]),
      permissions: deployPermissions(store, environment),
    });
  }

  private addBoundary(environment: Environment): void {
    new IamPolicy(this, `${environment.name}-boundary`, {
      name: boundaryName(environment),
      path: bootstrapPath,
      description: `The most that a role made by a deploy of ${environment.name} can do`,
      policy: policyDocument(boundaryStatements(environment)),
    });
  }

  private addRole(
    environment: Environment,
    does: 'plan' | 'deploy',
    role: { description: string; trust: string; permissions: readonly Statement[] },
  ): string {
    const id = `${environment.name}-${does}`;
    const resource = new IamRole(this, id, {
      name: ciRoleName(environment, does),
      path: bootstrapPath,
      description: role.description,
      assumeRolePolicy: role.trust,
    });
    const policy = new IamRolePolicy(this, `${id}-policy`, {
      name: does,
      role: resource.name,
      policy: policyDocument(role.permissions),
    });
    policy.overrideLogicalId(resource.friendlyUniqueId);
    return resource.arn;
  }
}

import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { boundaryArn, defaultTags, type Environment, stackName, stateKey } from '@gatehouse/environment';
import { type Construct } from 'constructs';
import { DeployableStack } from './deployable-stack';

/**
 * A stack of one environment, named `<environment>-<name>`, with the state, account, region and tags of its file. Every
 * role in it has the environment's permissions boundary: CI may make no other ones.
 */
export class EnvironmentStack<Settings = unknown> extends DeployableStack {
  constructor(
    scope: Construct,
    name: string,
    readonly environment: Environment<Settings>,
  ) {
    const { account, endpoint, region, state } = environment;
    super(scope, stackName(environment, name), {
      name,
      state: { ...state, key: stateKey(environment, name), account, endpoint },
      provider: { account, region, endpoint, tags: defaultTags(environment) },
    });
  }

  /** cdktf asks for this before it reads what the stack holds. */
  override prepareStack(): void {
    const roles = this.node.findAll().filter((construct) => construct instanceof IamRole);
    for (const role of roles) role.permissionsBoundary = boundaryArn(this.environment);
    super.prepareStack();
  }
}

import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { type EnvironmentStack } from '../environment-stack';
import { boundaryArn } from './names';

/**
 * Gives every role of these stacks the boundary that bootstrap made for their environment: the role that deploys may
 * make no other ones.
 */
export function boundRoles(...stacks: readonly EnvironmentStack[]): void {
  for (const stack of stacks) {
    const roles = stack.node.findAll().filter((construct) => construct instanceof IamRole);
    for (const role of roles) role.permissionsBoundary = boundaryArn(stack.environment);
  }
}

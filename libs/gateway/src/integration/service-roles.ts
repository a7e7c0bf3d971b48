import { createHash } from 'node:crypto';
import type * as IamRoleModule from '@cdktf/provider-aws/lib/iam-role';
import type * as IamRolePolicyModule from '@cdktf/provider-aws/lib/iam-role-policy';
import { keepPolicyVariables, nameInTerraform, type Permission, policyDocument } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { type ApiContext } from '../api-context';
import { addressOf, reference } from '../terraform';

/**
 * Roles with which API Gateway calls AWS services: one for each integration, which may do what that integration does and nothing else.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services.html
 */
export class ServiceRoles extends Construct {
  private readonly policies: string[] = [];

  constructor(
    scope: Construct,
    id: string,
    private readonly api: Pick<ApiContext, 'apiName' | 'partName'>,
  ) {
    super(scope, id);
  }

  /** Terraform addresses of the policies made so far: before them a call would be refused. */
  list(): readonly string[] {
    return this.policies;
  }

  /**
   * @param routeName of the route in Terraform
   * @returns reference to the ARN of a new role
   */
  roleFor(routeName: string, permissions: readonly Permission[]): string {
    const { IamRole, IamRolePolicy } = load();
    const role = new IamRole(this, routeName, {
      name: roleName(`${this.api.apiName}-${routeName}`),
      assumeRolePolicy: policyDocument([
        { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'apigateway.amazonaws.com' } },
      ]),
    });
    nameInTerraform(role, this.api.partName(routeName));
    const policy = new IamRolePolicy(this, `${routeName} permissions`, {
      name: 'call-service',
      role: reference(role, 'name'),
      policy: policyDocument(
        permissions.map(({ actions, resources, sid }) => ({
          ...{ Sid: sid, Effect: 'Allow', Action: actions },
          Resource: resources.map(keepPolicyVariables),
        })),
      ),
    });
    this.policies.push(addressOf(nameInTerraform(policy, this.api.partName(routeName))));
    return reference(role, 'arn');
  }
}

/** IAM takes 64 characters; a longer name ends in a digest of the whole. */
function roleName(name: string): string {
  const allowed = name.replace(/[/#]/g, '-');
  if (allowed.length <= 64) return allowed;
  return `${allowed.slice(0, 55)}-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
}

/** Few APIs call AWS services: the provider's modules are loaded when one does. */
function load(): typeof IamRoleModule & typeof IamRolePolicyModule {
  /* eslint-disable @typescript-eslint/no-require-imports -- an import would load them in every synthesis */
  return {
    ...(require('@cdktf/provider-aws/lib/iam-role') as typeof IamRoleModule),
    ...(require('@cdktf/provider-aws/lib/iam-role-policy') as typeof IamRolePolicyModule),
  };
}

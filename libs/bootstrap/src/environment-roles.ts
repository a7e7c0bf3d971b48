import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import { policyDocument, type Statement } from '@gatehouse/construct-kit';
import { bootstrapPath, boundaryName, ciRoleName, type Environment, placeOf } from '@gatehouse/environment';
import { boundaryOf, noRights, permissionsOf, type Rights, type RoleName } from '@gatehouse/rights';
import { type TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { type CiProvider } from './ci-provider';
import { checkBoundary, checkPolicy } from './policy-size';
import { readState, type StateStore, writeState } from './state-access';

export interface EnvironmentRolesProps {
  readonly environment: Environment;
  readonly ci: CiProvider;
  readonly store: StateStore;
  /** What the environments need; an environment that is not in there reaches its state and nothing else. */
  readonly rights: Rights;
}

/**
 * What CI needs for one environment: a role that plans, one that deploys (on GitHub to jobs of the environment of that name, which is
 * where it asks for approval), and the boundary of the roles that deploys make.
 *
 * @throws ConstructError when a policy is longer than IAM takes
 */
export class EnvironmentRoles extends Construct {
  readonly planRoleArn: string;
  readonly deployRoleArn: string;
  /** Everything that gives the roles their rights. */
  readonly policies: TerraformResource[] = [];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: EnvironmentRolesProps,
  ) {
    super(scope, id);
    const { ci, environment, store } = props;
    this.addBoundary();
    this.planRoleArn = this.addRole('plan', {
      description: `Plans ${environment.name} and changes nothing`,
      trust: ci.trustToPlan(),
      state: readState(store, environment),
    });
    this.deployRoleArn = this.addRole('deploy', {
      description: `Deploys ${environment.name}`,
      trust: ci.trustToDeploy(environment.name),
      state: [...readState(store, environment), ...writeState(store, environment)],
    });
  }

  private get rights() {
    return this.props.rights.environments[this.props.environment.name] ?? noRights;
  }

  private addBoundary(): void {
    const { environment } = this.props;
    const policy = policyDocument(nonEmpty(boundaryOf(this.rights, placeOf(environment))));
    checkBoundary(this, policy);
    const boundary = new IamPolicy(this, `${environment.name}-boundary`, {
      name: boundaryName(environment),
      path: bootstrapPath,
      description: `The most that a role made by a deploy of ${environment.name} can do`,
      policy,
    });
    this.policies.push(boundary);
  }

  private addRole(does: RoleName, role: { description: string; trust: string; state: readonly Statement[] }): string {
    const { environment } = this.props;
    const id = `${environment.name}-${does}`;
    const resource = new IamRole(this, id, {
      name: ciRoleName(environment, does),
      path: bootstrapPath,
      description: role.description,
      assumeRolePolicy: role.trust,
    });
    const attachments = this.attachPolicies(does, resource);
    const policy = new IamRolePolicy(this, `${id}-policy`, {
      name: does,
      role: resource.name,
      policy: policyDocument(role.state),
      // Before there were managed policies, this one held everything. What it gives up, the role has by then.
      dependsOn: attachments,
    });
    policy.overrideLogicalId(resource.friendlyUniqueId);
    this.policies.push(...attachments, policy);
    return resource.arn;
  }

  /** One policy for each group of services, which holds all that the catalogue grants there within IAM's limit. */
  private attachPolicies(does: RoleName, role: IamRole): IamRolePolicyAttachment[] {
    const { environment, rights } = this.props;
    const groups = permissionsOf(does, this.rights, rights.types, placeOf(environment));
    return Object.entries(groups).map(([group, statements]) => {
      const id = `${environment.name}-${does}-${group}`;
      const document = policyDocument(statements);
      checkPolicy(this, `${does} policy "${group}"`, document);
      const policy = new IamPolicy(this, id, {
        name: `${ciRoleName(environment, does)}-${group}`,
        path: bootstrapPath,
        description: `What ${does} of ${environment.name} takes: ${group}`,
        policy: document,
      });
      const attachment = new IamRolePolicyAttachment(this, `${id}-attachment`, {
        role: role.name,
        policyArn: policy.arn,
      });
      attachment.overrideLogicalId(policy.friendlyUniqueId);
      return attachment;
    });
  }
}

/** A policy has at least one statement; roles that may do nothing get one that says so. */
const nonEmpty = (statements: readonly Statement[]): readonly Statement[] =>
  statements.length > 0 ? statements : [{ Sid: 'Nothing', Effect: 'Deny', Action: '*', Resource: '*' }];

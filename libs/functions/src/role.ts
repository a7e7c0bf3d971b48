import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import {
  describe,
  keepPolicyVariables,
  nameInTerraform,
  type Permission,
  policyDocument,
  type Statement,
  written,
} from '@gatehouse/construct-kit';
import { Construct } from 'constructs';

/** All inline policies of a role together. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const LONGEST_POLICIES = 10_240;

export interface FunctionRoleProps {
  readonly functionName: string;
  /** Name in Terraform of everything that belongs to the function. */
  readonly terraformName: string;
  /** What Lambda itself needs to run the function. */
  readonly own: readonly Statement[];
}

/**
 * The role of one function. It has two policies: what Lambda itself needs, which is there before the function, and what
 * the function's author allows, which may name what is made after the function.
 */
export class FunctionRole extends Construct {
  readonly arn: string;
  /** Reference to its name. */
  readonly roleName: string;
  /** Lambda checks this one when it makes the function. */
  readonly ownPolicy: IamRolePolicy;
  private readonly role: IamRole;
  private readonly statements: Statement[] = [];
  private allowed: IamRolePolicy | undefined;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: FunctionRoleProps,
  ) {
    super(scope, id);
    this.role = new IamRole(this, 'Resource', {
      name: props.functionName,
      assumeRolePolicy: policyDocument([
        { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } },
      ]),
    });
    nameInTerraform(this.role, props.terraformName);
    this.arn = this.role.arn;
    this.roleName = this.role.name;
    this.node.addValidation({ validate: () => this.tooLong() });
    this.ownPolicy = this.addPolicy('own', { name: 'write-logs', statements: props.own, suffix: '' });
  }

  /** @param anyResource why the permission is for any resource */
  allow({ sid, actions, resources }: Permission, anyResource?: string): void {
    const statement = { Effect: 'Allow', Action: actions, Resource: resources.map(keepPolicyVariables) } as const;
    if (this.statements.some(({ Sid: _, ...known }) => JSON.stringify(known) === JSON.stringify(statement))) return;
    const name = this.freeSid(sid);
    this.statements.push({ Sid: name, ...statement });
    this.allowed ??= this.addPolicy('allowed', { name: 'permissions', statements: [], suffix: '_permissions' });
    this.allowed.policy = policyDocument(this.statements);
    if (anyResource !== undefined) this.allowed.addOverride(`//.anyResource.${name}`, anyResource);
  }

  private addPolicy(
    id: string,
    { name, statements, suffix }: { readonly name: string; readonly statements: readonly Statement[]; suffix: string },
  ): IamRolePolicy {
    const policy = new IamRolePolicy(this, id, { name, role: this.role.name, policy: policyDocument(statements) });
    return nameInTerraform(policy, this.props.terraformName + suffix);
  }

  /** The ids of one policy's statements differ. */
  private freeSid(sid: string): string {
    const taken = new Set(this.statements.map(({ Sid }) => Sid));
    let free = sid;
    for (let number = 2; taken.has(free); number += 1) free = `${sid}${number}`;
    return free;
  }

  private tooLong(): string[] {
    const text = written(this, policyDocument([...this.props.own, ...this.statements]));
    if (text.length <= LONGEST_POLICIES) return [];
    return [
      describe({
        prop: 'allow',
        expected: `policies of at most ${LONGEST_POLICIES} characters, which is what AWS takes`,
        found: `${text.length} characters`,
        fix: 'Allow fewer actions, name resources by a common prefix, or split the function',
      }),
    ];
  }
}

import { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule';
import { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target';
import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { CloudwatchLogResourcePolicy } from '@cdktf/provider-aws/lib/cloudwatch-log-resource-policy';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { check, checkText, nameInTerraform, policyDocument, type Statement } from '@gatehouse/construct-kit';
import { type TerraformResource } from 'cdktf';
import { Construct } from 'constructs';

export interface LoggedRoleProps {
  /** Name in AWS of the role and the rule; the log group is `/aws/events/<name>`. */
  readonly name: string;
  /** Name in Terraform. */
  readonly address: string;
  /** ARNs of the roles and users that may assume it. */
  readonly trusted: readonly string[];
  readonly allows: readonly Statement[];
}

/**
 * A role whose every use is written into a log group: who assumes it, and each request that its sessions make in this region.
 * CloudTrail reports both, so the account needs a trail for management events.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
 */
export class LoggedRole extends Construct {
  readonly roleArn: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: LoggedRoleProps,
  ) {
    super(scope, id);
    checkProps(this, props);
    const { allows, name, trusted } = props;
    const trust = { Effect: 'Allow', Principal: { AWS: trusted }, Action: 'sts:AssumeRole' } as const;
    const role = this.named(new IamRole(this, 'Resource', { name, assumeRolePolicy: policyDocument([trust]) }));
    this.roleArn = role.arn;
    const policy = { role: role.name, name: 'permissions', policy: policyDocument(allows) };
    this.named(new IamRolePolicy(this, 'Policy', policy));
    this.logUse();
  }

  private logUse(): void {
    const { name } = this.props;
    const rule = this.named(
      new CloudwatchEventRule(this, 'Rule', {
        name,
        description: `Who uses the role ${name}`,
        eventPattern: JSON.stringify(usesOf(this.roleArn)),
        // Otherwise EventBridge leaves out what reads only, and AssumeRole counts as that.
        state: 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS',
      }),
    );
    const logs = this.named(
      new CloudwatchLogGroup(this, 'Logs', { name: `/aws/events/${name}`, retentionInDays: 400 }),
    );
    const principals = ['events.amazonaws.com', 'delivery.logs.amazonaws.com'];
    const write: Statement = {
      Effect: 'Allow',
      Principal: { Service: principals },
      Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      Resource: `${logs.arn}:*`,
    };
    const allowed = { policyName: name, policyDocument: policyDocument([write]) };
    const policy = this.named(new CloudwatchLogResourcePolicy(this, 'LogPolicy', allowed));
    this.named(new CloudwatchEventTarget(this, 'Target', { rule: rule.name, arn: logs.arn, dependsOn: [policy] }));
  }

  private named<T extends TerraformResource>(resource: T): T {
    return nameInTerraform(resource, this.props.address);
  }
}

const usesOf = (roleArn: string) => ({
  'detail-type': ['AWS API Call via CloudTrail'],
  detail: {
    $or: [
      { eventName: ['AssumeRole'], requestParameters: { roleArn: [roleArn] } },
      { userIdentity: { sessionContext: { sessionIssuer: { arn: [roleArn] } } } },
    ],
  },
});

function checkProps(construct: Construct, { name, trusted }: LoggedRoleProps): void {
  checkText(construct, name, {
    prop: 'name',
    pattern: /^[\w.-]{1,64}$/,
    expected: '1 to 64 letters, digits and _ . -',
    fix: 'It is the name of a role and of a rule',
  });
  check(construct, trusted.length > 0, {
    prop: 'trusted',
    expected: 'at least one ARN',
    found: trusted,
    fix: 'Say which roles or users may assume the role',
  });
  for (const arn of trusted) {
    checkText(construct, arn, {
      prop: 'trusted',
      pattern: /^arn:[\w-]+:iam::\d{12}:(root|(role|user)\/[\w+=,.@/-]+)$/,
      expected: 'the ARN of a role or user, such as arn:aws:iam::111111111111:role/administrator',
      fix: 'Anyone else would read or write the data of all users',
    });
  }
}

import { ApiGatewayAccount } from '@cdktf/provider-aws/lib/api-gateway-account';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import { type AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { policyDocument } from '@gatehouse/construct-kit';
import { bootstrapPath, type BootstrapTarget, loggingRoleName, partitionOf } from '@gatehouse/environment';
import { Construct } from 'constructs';

/**
 * Lets API Gateway write logs: one setting for each account and region, for all APIs there. Destroying it leaves the
 * setting, because APIs of others may use it.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
 */
export class ApiGatewayLogging extends Construct {
  /** @param providers by region, one for each region that environments deploy to */
  constructor(scope: Construct, id: string, target: BootstrapTarget, providers: ReadonlyMap<string, AwsProvider>) {
    super(scope, id);
    const role = new IamRole(this, 'Resource', {
      // Roles have no region; without one here, two bootstraps of an account would share the name.
      name: loggingRoleName({ project: target.environments[0].project, region: target.region }),
      path: bootstrapPath,
      description: 'Lets API Gateway write logs',
      assumeRolePolicy: policyDocument([
        {
          Sid: 'ApiGateway',
          Effect: 'Allow',
          Principal: { Service: 'apigateway.amazonaws.com' },
          Action: 'sts:AssumeRole',
        },
      ]),
    });
    const permission = new IamRolePolicyAttachment(this, 'permission', {
      role: role.name,
      policyArn: `arn:${partitionOf(target.region).id}:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs`,
    });
    permission.overrideLogicalId(role.friendlyUniqueId);
    for (const [region, provider] of providers) {
      new ApiGatewayAccount(this, region, {
        cloudwatchRoleArn: role.arn,
        provider,
        // API Gateway tries the role when it is set.
        dependsOn: [permission],
      });
    }
  }
}

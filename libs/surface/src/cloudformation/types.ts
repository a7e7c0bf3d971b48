import type { ResourceType } from '@gatehouse/policy';

/** A resource of Terraform that says the same. */
export interface Made {
  readonly type: string;
  readonly values: Readonly<Record<string, unknown>>;
}

type Properties = Readonly<Record<string, unknown>>;

type Reader = (properties: Properties, name: string) => readonly Made[];

/** Types of CloudFormation that are read as what Terraform calls them. */
export const READ: Readonly<Record<string, Reader>> = {
  'AWS::IAM::Role': (of, name) => [
    { type: 'aws_iam_role', values: { name, ...holder(of), assume_role_policy: of['AssumeRolePolicyDocument'] } },
  ],
  'AWS::IAM::User': (of, name) => [
    { type: 'aws_iam_user', values: { name, ...holder(of) } },
    ...some(of['Groups'], (groups) => ({ type: 'aws_iam_user_group_membership', values: { user: name, groups } })),
  ],
  'AWS::IAM::Group': (of, name) => [{ type: 'aws_iam_group', values: { name, ...holder(of) } }],
  'AWS::IAM::ManagedPolicy': (of, name) => [
    { type: 'aws_iam_policy', values: { name, policy: of['PolicyDocument'] } },
    ...inlineOf(of, name),
  ],
  'AWS::IAM::Policy': (of, name) => inlineOf(of, name),
  'AWS::IAM::RolePolicy': (of, name) => [
    { type: 'aws_iam_role_policy', values: { name, role: of['RoleName'], policy: of['PolicyDocument'] } },
  ],
  'AWS::IAM::UserPolicy': (of, name) => [
    { type: 'aws_iam_user_policy', values: { name, user: of['UserName'], policy: of['PolicyDocument'] } },
  ],
  'AWS::IAM::GroupPolicy': (of, name) => [
    { type: 'aws_iam_group_policy', values: { name, group: of['GroupName'], policy: of['PolicyDocument'] } },
  ],
  'AWS::IAM::UserToGroupAddition': (of) => [
    { type: 'aws_iam_group_membership', values: { group: of['GroupName'], users: of['Users'] } },
  ],
  'AWS::Lambda::Permission': (of) => [
    {
      type: 'aws_lambda_permission',
      values: {
        action: of['Action'],
        function_name: of['FunctionName'],
        principal: of['Principal'],
        principal_org_id: of['PrincipalOrgID'],
        source_account: of['SourceAccount'],
        source_arn: of['SourceArn'],
        function_url_auth_type: of['FunctionUrlAuthType'],
      },
    },
  ],
  'AWS::Lambda::Url': (of) => [
    {
      type: 'aws_lambda_function_url',
      values: { function_name: of['TargetFunctionArn'], authorization_type: of['AuthType'] },
    },
  ],
};

const some = (value: unknown, make: (value: unknown) => Made): readonly Made[] =>
  value === undefined ? [] : [make(value)];

/** What a role, a user and a group have in common. */
const holder = (of: Properties): Properties => ({
  ...(of['ManagedPolicyArns'] === undefined ? {} : { managed_policy_arns: of['ManagedPolicyArns'] }),
  ...(of['PermissionsBoundary'] === undefined ? {} : { permissions_boundary: of['PermissionsBoundary'] }),
  ...(Array.isArray(of['Policies'])
    ? {
        inline_policy: (of['Policies'] as Properties[]).map(({ PolicyDocument: policy, PolicyName: name }) => ({
          name,
          policy,
        })),
      }
    : {}),
});

/** A policy says itself who has it. */
const inlineOf = (of: Properties, name: string): readonly Made[] =>
  (['role', 'user', 'group'] as const).flatMap((kind) => {
    const holders = of[`${kind[0]?.toUpperCase()}${kind.slice(1)}s`];
    return (Array.isArray(holders) ? (holders as unknown[]) : []).map((each) => ({
      type: `aws_iam_${kind}_policy`,
      values: { name, [kind]: each, policy: of['PolicyDocument'] },
    }));
  });

/** Policies of resources, by where they are. */
export const POLICIES: Readonly<Record<string, readonly [type: ResourceType, property: string]>> = {
  'AWS::ECR::Repository': ['ecr', 'RepositoryPolicyText'],
  'AWS::Events::EventBusPolicy': ['eventBus', 'Statement'],
  'AWS::KMS::Key': ['kms', 'KeyPolicy'],
  'AWS::S3::BucketPolicy': ['s3', 'PolicyDocument'],
  'AWS::SNS::TopicPolicy': ['sns', 'PolicyDocument'],
  'AWS::SQS::QueuePolicy': ['sqs', 'PolicyDocument'],
  'AWS::SecretsManager::ResourcePolicy': ['secret', 'ResourcePolicy'],
};

/** Nobody gains or loses access by them. */
export const HARMLESS =
  /^AWS::(Logs::LogGroup|CloudWatch::\w+|CloudFormation::WaitCondition(Handle)?|CDK::Metadata|S3::Bucket|SNS::Topic|SQS::Queue|DynamoDB::Table|Lambda::(Function|Version|Alias|EventInvokeConfig|EventSourceMapping)|IAM::(InstanceProfile|ServiceLinkedRole)|Scheduler::ScheduleGroup|Events::Rule)$/;

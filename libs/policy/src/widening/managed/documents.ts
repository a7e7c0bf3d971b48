/**
 * What AWS's managed policies allow that are often attached or give much, as they were on 2026-09-01. AWS changes them,
 * and no plan shows it, so what is not here is not known. What they list of descriptions is left out: of
 * `ReadOnlyAccess` here is what reads data.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 * @see https://github.com/zoph-io/MAMIP
 */
export const policies: Readonly<Record<string, readonly object[]>> = {
  AdministratorAccess: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
  PowerUserAccess: [
    { Effect: 'Allow', NotAction: ['iam:*', 'organizations:*', 'account:*'], Resource: '*' },
    on('*', 'iam:CreateServiceLinkedRole', 'iam:DeleteServiceLinkedRole', 'iam:ListRoles', 'account:ListRegions'),
  ],
  ReadOnlyAccess: [
    on(
      '*',
      ...['apigateway:GET', 'athena:Batch*', 'athena:Get*', 'cloudformation:Get*', 'cloudtrail:LookupEvents'],
      ...[
        'cognito-identity:GetOpenIdToken',
        'cognito-idp:AdminGet*',
        'cognito-idp:AdminList*',
        'cognito-idp:Describe*',
      ],
      ...['cognito-idp:Get*', 'cognito-idp:List*', 'dynamodb:BatchGet*', 'dynamodb:Get*', 'dynamodb:Query'],
      ...['dynamodb:Scan', 'ecr:BatchGet*', 'ecr:GetAuthorizationToken', 'iam:Get*', 'iam:List*', 'kinesis:Get*'],
      ...['kms:Describe*', 'kms:Get*', 'kms:List*', 'lambda:Get*', 'lambda:List*', 'logs:FilterLogEvents', 'logs:Get*'],
      ...['s3:Get*', 's3:List*', 'secretsmanager:Describe*', 'secretsmanager:List*', 'sns:Get*', 'sns:List*'],
      ...[
        'sqs:Get*',
        'sqs:List*',
        'sqs:Receive*',
        'ssm:Get*',
        'ssm:Describe*',
        'ssm:List*',
        'states:GetExecutionHistory',
      ],
    ),
  ],
  SecurityAudit: [on('*', 'iam:Get*', 'iam:List*', 's3:GetBucket*', 's3:ListAllMyBuckets')],
  ViewOnlyAccess: [on('*', 'iam:List*', 's3:ListAllMyBuckets', 's3:ListBucket')],
  IAMReadOnlyAccess: [on('*', 'iam:Get*', 'iam:List*', 'iam:Simulate*')],
  AmazonS3ReadOnlyAccess: [
    on('*', 's3:Get*', 's3:List*', 's3:Describe*', 's3-object-lambda:Get*', 's3-object-lambda:List*'),
  ],
  AmazonDynamoDBReadOnlyAccess: [on('*', 'dynamodb:BatchGet*', 'dynamodb:Get*', 'dynamodb:Query', 'dynamodb:Scan')],
  AWSLambda_FullAccess: [on('*', 'lambda:*', 'iam:GetRole', 'iam:ListRoles'), passing('lambda.amazonaws.com')],
  AmazonDynamoDBFullAccess: [
    on('*', 'dynamodb:*', 'dax:*', 'lambda:CreateFunction', 'lambda:CreateEventSourceMapping', 'lambda:DeleteFunction'),
    on(
      '*',
      'sns:CreateTopic',
      'sns:DeleteTopic',
      'sns:Subscribe',
      'sns:SetTopicAttributes',
      'cloudwatch:PutMetricAlarm',
    ),
    passing('application-autoscaling.amazonaws.com', 'dax.amazonaws.com'),
  ],
  AmazonEventBridgeFullAccess: [
    on('*', 'events:*', 'schemas:*', 'scheduler:*', 'pipes:*'),
    passing('events.amazonaws.com', 'scheduler.amazonaws.com', 'pipes.amazonaws.com'),
    on('arn:aws:secretsmanager:*:*:secret:events!*', 'secretsmanager:GetSecretValue', 'secretsmanager:PutSecretValue'),
  ],
  SecretsManagerReadWrite: [
    on('*', 'secretsmanager:*', 'cloudformation:CreateChangeSet', 'cloudformation:ExecuteChangeSet'),
    on(
      'arn:aws:lambda:*:*:function:SecretsManager*',
      ...[
        'lambda:AddPermission',
        'lambda:CreateFunction',
        'lambda:InvokeFunction',
        'lambda:UpdateFunctionConfiguration',
      ],
    ),
  ],
  AmazonAPIGatewayAdministrator: [on('arn:aws:apigateway:*::/*', 'apigateway:*')],
  AmazonAPIGatewayInvokeFullAccess: [
    on('arn:aws:execute-api:*:*:*', 'execute-api:Invoke', 'execute-api:ManageConnections'),
  ],
  AWSLambdaBasicExecutionRole: [on('*', 'logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents')],
  AWSLambdaVPCAccessExecutionRole: [
    on(
      '*',
      ...['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents', 'ec2:CreateNetworkInterface'],
      ...['ec2:DescribeNetworkInterfaces', 'ec2:DescribeSubnets', 'ec2:DeleteNetworkInterface'],
      ...['ec2:AssignPrivateIpAddresses', 'ec2:UnassignPrivateIpAddresses'],
    ),
  ],
  AWSXRayDaemonWriteAccess: [
    on('*', 'xray:PutTraceSegments', 'xray:PutTelemetryRecords', 'xray:GetSamplingRules', 'xray:GetSamplingTargets'),
  ],
  AmazonSSMManagedInstanceCore: [
    on(
      '*',
      'ssm:GetDocument',
      'ssm:GetParameter',
      'ssm:GetParameters',
      'ssm:UpdateInstanceInformation',
      'ssmmessages:*',
    ),
    on('*', 'ec2messages:*'),
  ],
  AmazonAPIGatewayPushToCloudWatchLogs: [
    on(
      '*',
      ...['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:DescribeLogGroups', 'logs:DescribeLogStreams'],
      ...['logs:PutLogEvents', 'logs:GetLogEvents', 'logs:FilterLogEvents'],
    ),
  ],
  AWSDenyAll: [{ Effect: 'Deny', Action: '*', Resource: '*' }],
};

/** Policies that allow everything of services. */
export const wholeServices: Readonly<Record<string, string>> = {
  IAMFullAccess: 'iam',
  AmazonS3FullAccess: 's3 s3-object-lambda',
  AmazonSNSFullAccess: 'sns',
  AmazonSQSFullAccess: 'sqs',
  AmazonCognitoPowerUser: 'cognito-identity cognito-idp cognito-sync',
  CloudWatchLogsFullAccess: 'logs',
  AmazonEC2FullAccess: 'ec2 elasticloadbalancing cloudwatch autoscaling',
  AmazonRoute53FullAccess: 'route53',
  AWSCloudFormationFullAccess: 'cloudformation',
  AWSStepFunctionsFullAccess: 'states',
  AmazonSSMFullAccess: 'ssm ssmmessages ec2messages',
  AmazonEC2ContainerRegistryFullAccess: 'ecr',
  AWSCertificateManagerFullAccess: 'acm',
  AmazonKinesisFullAccess: 'kinesis',
  AWSWAFFullAccess: 'waf waf-regional wafv2',
};

function on(Resource: string, ...Action: readonly string[]) {
  return { Effect: 'Allow', Action, Resource };
}

/** A role to one of the services. */
function passing(...services: readonly string[]) {
  return { ...on('*', 'iam:PassRole'), Condition: { StringEquals: { 'iam:PassedToService': services } } };
}

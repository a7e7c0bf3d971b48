/** Services of which the table has every action: those that carry access, and those that run code with a role. */
export const detailed = [
  ...['apigateway', 'cognito-identity', 'cognito-idp', 'execute-api', 'iam', 'lambda', 'sts'],
  ...[
    'acm',
    'acm-pca',
    'cloudformation',
    'cloudfront',
    'cloudtrail',
    'dynamodb',
    'ecr',
    'elasticloadbalancing',
    'events',
  ],
  ...['kms', 'logs', 'route53', 's3', 'secretsmanager', 'sns', 'sqs', 'ssm', 'ssmmessages', 'states', 'wafv2'],
  ...['apprunner', 'appsync', 'autoscaling', 'batch', 'codebuild', 'ec2-instance-connect', 'ecs', 'elasticmapreduce'],
  ...['glue', 'imagebuilder', 'organizations', 'pipes', 'ram', 'rolesanywhere', 'scheduler', 'sso', 'kinesis'],
];

import { form, json, rest } from './requests';
import { allows, denies, deny, grant, nothing, type RoleRow } from './row';

const logic = 'reference_policies_evaluation-logic_policy-eval-denyallow';

/** What requests to other services ask for. */
export const otherRequests: RoleRow[] = [
  allows(
    'SendMessageBatch asks for sqs:SendMessage',
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-api-permissions-reference.html',
    [grant('sqs:SendMessage', 'arn:aws:sqs:*:*:jobs')],
    json('sqs', 'SendMessageBatch', {
      QueueUrl: 'http://127.0.0.1/123456789012/jobs',
      Entries: [{ Id: '1', MessageBody: 'm' }],
    }),
  ),
  denies(
    'Another queue is another resource',
    'reference_policies_elements_resource',
    [grant('sqs:*', 'arn:aws:sqs:*:*:jobs')],
    json('sqs', 'ReceiveMessage', { QueueUrl: 'http://127.0.0.1/123456789012/other' }),
    'arn:aws:sqs:eu-west-1:123456789012:other',
  ),
  allows(
    'SNS: a topic is named by its ARN',
    'reference_policies_elements_resource',
    [grant('sns:Publish', 'arn:aws:sns:*:*:news')],
    form('sns', 'Publish', { TopicArn: 'arn:aws:sns:eu-west-1:123456789012:news', Message: 'm' }),
  ),
  denies(
    'SNS answers in XML',
    logic,
    [],
    form('sns', 'Publish', { TopicArn: 'arn:aws:sns:eu-west-1:123456789012:news', Message: 'm' }),
    nothing,
  ),
  allows(
    'A secret is asked for by its ARN, also when it is named',
    'https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html',
    [grant('secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:*:*:secret:db-??????')],
    json('secretsmanager', 'GetSecretValue', { SecretId: 'db' }),
  ),
  denies(
    'GetParameters asks for each parameter',
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html',
    [grant('ssm:GetParameters', 'arn:aws:ssm:*:*:parameter/shop/*')],
    json('ssm', 'GetParameters', { Names: ['/shop/url', '/admin/key'] }),
    'parameter/admin/key',
  ),
  allows(
    'A log group with :* allows its streams',
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html',
    [grant('logs:CreateLogStream', 'arn:aws:logs:*:*:log-group:/shop/log:*')],
    json('logs', 'CreateLogStream', { logGroupName: '/shop/log', logStreamName: 'one' }),
  ),
  denies(
    'PutEvents asks for the bus of each event',
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-manage-iam-access.html',
    [grant('events:PutEvents', 'arn:aws:events:*:*:event-bus/default')],
    json('events', 'PutEvents', {
      Entries: [
        { Source: 's', DetailType: 'd', Detail: '{}' },
        { Source: 's', DetailType: 'd', Detail: '{}', EventBusName: 'other' },
      ],
    }),
    'event-bus/other',
  ),
  denies(
    'Management of APIs asks for the HTTP method on the path',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-iam-policy-examples.html',
    [grant('apigateway:GET', 'arn:aws:apigateway:*::/restapis/a1/*')],
    rest('apigateway', 'GET', '/restapis'),
    'apigateway:GET on resource: arn:aws:apigateway:eu-west-1::/restapis',
  ),
  denies(
    'Invoke asks for lambda:InvokeFunction, with the alias that is named',
    'https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html',
    [grant('lambda:InvokeFunction', 'arn:aws:lambda:*:*:function:hello')],
    rest('lambda', 'POST', '/2015-03-31/functions/hello/invocations?Qualifier=live', {}),
    'function:hello:live',
  ),
  allows(
    'GetCallerIdentity needs no permission, and no deny stops it',
    'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html',
    [deny('*')],
    form('sts', 'GetCallerIdentity'),
  ),
  {
    name: 'What asks Cognito for tokens needs no permission',
    source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-public-server-side.html',
    prove: async (world) => {
      const request = json('cognito-idp', 'SignUp', { ClientId: 'none', Username: 'u', Password: 'p' });
      const { code } = await world.send(request, await world.role({ inline: [deny('*')] }));
      expect(code).toBe('ResourceNotFoundException');
    },
  },
  denies(
    'A role is passed to a function by who has iam:PassRole on it',
    'id_roles_use_passrole',
    [
      grant('lambda:*'),
      grant('iam:PassRole', 'arn:aws:iam::*:role/allowed', {
        StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' },
      }),
    ],
    rest('lambda', 'POST', '/2015-03-31/functions', {
      FunctionName: 'f',
      Runtime: 'nodejs22.x',
      Role: 'arn:aws:iam::123456789012:role/admin',
      Handler: 'i.h',
      Code: { ZipFile: 'UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==' },
    }),
    'iam:PassRole on resource: arn:aws:iam::123456789012:role/admin',
  ),
];

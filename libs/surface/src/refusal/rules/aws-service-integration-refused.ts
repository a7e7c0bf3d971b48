import { own } from '../../own';
import type { HttpIntegration, Unknown } from '../../model';
import { isUnknown } from '../../model/value';
import { refusalRule } from '../../findings/rule';
import { violationsAt, type Found } from '../../findings/violations';

/** What each must be given. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  'AppConfig-GetConfiguration': ['Application', 'Environment', 'Configuration', 'ClientId'],
  'EventBridge-PutEvents': ['Detail', 'DetailType', 'Source'],
  'Kinesis-PutRecord': ['StreamName', 'Data', 'PartitionKey'],
  'SQS-DeleteMessage': ['QueueUrl', 'ReceiptHandle'],
  'SQS-PurgeQueue': ['QueueUrl'],
  'SQS-ReceiveMessage': ['QueueUrl'],
  'SQS-SendMessage': ['QueueUrl', 'MessageBody'],
  'StepFunctions-StartExecution': ['StateMachineArn'],
  'StepFunctions-StartSyncExecution': ['StateMachineArn'],
  'StepFunctions-StopExecution': ['ExecutionArn'],
};

export const awsServiceIntegrationRefused = refusalRule({
  id: 'aws-service-integration-refused',
  severity: 'high',
  title: 'AWS service that an HTTP API cannot call',
  why: 'An HTTP API calls a few actions of AWS services, each with parameters that it must be given, with a role and payload version 1.0.',
  remediation:
    'Use one of those actions and set its parameters and credentials_arn; for other services call a function, or use a REST API.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html',
  find: ({ httpApis }) =>
    httpApis.flatMap(({ integrations = [] }) =>
      integrations.flatMap((each) => violationsAt(each, `integration ${each.address}`, refused(each))),
    ),
});

function refused(integration: HttpIntegration<Unknown>): readonly Found[] {
  const { subtype, credentials, payloadFormat, requestParameters } = integration;
  if (subtype === undefined || isUnknown(subtype)) return [];
  const needed = own(NEEDED, subtype);
  if (!needed) return [{ message: `API Gateway refuses ${subtype}, which an HTTP API cannot call.`, after: subtype }];
  const missing = isUnknown(requestParameters) ? [] : needed.filter((name) => !(name in requestParameters));
  return [
    { when: missing.length > 0, message: `API Gateway refuses ${subtype} without ${missing.join(' and ')}.` },
    { when: credentials === undefined, message: `API Gateway refuses ${subtype} without a role to call it with.` },
    {
      when: payloadFormat === '2.0',
      message: `API Gateway refuses payload version 2.0 for ${subtype}; it needs 1.0.`,
    },
  ];
}

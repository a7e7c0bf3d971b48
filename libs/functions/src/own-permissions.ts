import { type Statement } from '@gatehouse/construct-kit';
import { type LambdaFunctionProps } from './props';

/**
 * What Lambda does with the function's role: write its logs, send traces, attach it to a VPC, hand over failed events.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
 */
export function ownPermissions(
  { deadLetter, tracing = false, vpc }: Pick<LambdaFunctionProps, 'deadLetter' | 'tracing' | 'vpc'>,
  logGroupArn: string,
): Statement[] {
  return [
    {
      Effect: 'Allow',
      Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      Resource: `${logGroupArn}:*`,
    },
    ...(tracing ? [sendTraces] : []),
    ...(vpc !== undefined ? [attachToVpc] : []),
    ...(deadLetter !== undefined ? [handOver(deadLetter)] : []),
  ];
}

/** X-Ray has no resources. */
const sendTraces: Statement = {
  Effect: 'Allow',
  Action: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
  Resource: '*',
};

/** As AWSLambdaVPCAccessExecutionRole; the network interfaces are not known before Lambda makes them. */
const attachToVpc: Statement = {
  Sid: 'AttachToVpc',
  Effect: 'Allow',
  Action: [
    'ec2:AssignPrivateIpAddresses',
    'ec2:CreateNetworkInterface',
    'ec2:DeleteNetworkInterface',
    'ec2:DescribeNetworkInterfaces',
    'ec2:DescribeSubnets',
    'ec2:UnassignPrivateIpAddresses',
  ],
  Resource: '*',
};

const handOver = (target: NonNullable<LambdaFunctionProps['deadLetter']>): Statement => ({
  Sid: 'HandOverFailedEvents',
  Effect: 'Allow',
  Action: 'queue' in target ? 'sqs:SendMessage' : 'sns:Publish',
  Resource: deadLetterArn(target),
});

export const deadLetterArn = (target: NonNullable<LambdaFunctionProps['deadLetter']>): string =>
  'queue' in target ? target.queue.arn : target.topic.arn;

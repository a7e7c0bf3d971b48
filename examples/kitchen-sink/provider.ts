import { AwsProvider, type AwsProviderEndpoints } from '@cdktf/provider-aws/lib/provider';
import { type Construct } from 'constructs';

/** Every service that the kitchen sinks use; the emulator answers for all of them. */
const services: readonly (keyof AwsProviderEndpoints)[] = [
  'acm',
  'apigateway',
  'apigatewayv2',
  'cloudwatch',
  'cognitoidentity',
  'cognitoidp',
  'dynamodb',
  'ec2',
  'elbv2',
  'events',
  'firehose',
  'iam',
  'kinesis',
  'kms',
  'lambda',
  'logs',
  'route53',
  's3',
  'secretsmanager',
  'ses',
  'sesv2',
  'sfn',
  'sns',
  'sqs',
  'ssm',
  'sts',
  'wafv2',
];

/** The AWS provider: of the emulator that AWS_ENDPOINT_URL names, or of AWS itself. A region of its own is for what AWS has only there. */
export function addProvider(scope: Construct, region?: string): AwsProvider {
  const endpoint = process.env.AWS_ENDPOINT_URL;
  return new AwsProvider(scope, region ?? 'aws', {
    region: region ?? 'eu-west-1',
    alias: region,
    ...(endpoint !== undefined && emulator(endpoint)),
  });
}

const emulator = (endpoint: string) => ({
  accessKey: 'test',
  secretKey: 'test',
  skipCredentialsValidation: true,
  skipMetadataApiCheck: 'true',
  s3UsePathStyle: true,
  endpoints: [Object.fromEntries(services.map((service) => [service, endpoint]))],
});

import { AwsProvider, type AwsProviderEndpoints } from '@cdktf/provider-aws/lib/provider';
import { type Construct } from 'constructs';

/** Every service that the kitchen sink uses; the emulator answers for all of them. */
const services: readonly (keyof AwsProviderEndpoints)[] = [
  'acm',
  'cloudwatch',
  'cognitoidentity',
  'cognitoidp',
  'events',
  'iam',
  'kms',
  'lambda',
  'logs',
  'route53',
  's3',
  'secretsmanager',
  'ses',
  'sesv2',
  'sns',
  'ssm',
  'sts',
  'wafv2',
];

/** The AWS provider: of an emulator, or, without an endpoint, of AWS itself. */
export function addProvider(scope: Construct, endpoint: string | undefined): void {
  new AwsProvider(scope, 'aws', { region: 'eu-west-1', ...(endpoint !== undefined && emulator(endpoint)) });
}

const emulator = (endpoint: string) => ({
  accessKey: 'test',
  secretKey: 'test',
  skipCredentialsValidation: true,
  skipMetadataApiCheck: 'true',
  s3UsePathStyle: true,
  endpoints: [Object.fromEntries(services.map((service) => [service, endpoint]))],
});

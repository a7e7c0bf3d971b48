import { type AwsProviderEndpoints } from '@cdktf/provider-aws/lib/provider';
import { TerraformDataSource, TerraformResource, type TerraformStack } from 'cdktf';

/** What an emulator takes as credentials. Written out, so that a person's own are never sent to one. */
export const emulatorCredentials = { accessKey: 'test', secretKey: 'test' };

/** The service that makes each kind of resource, by how the kind begins. */
const serviceOf: Readonly<Record<string, keyof AwsProviderEndpoints>> = {
  aws_api_gateway_: 'apigateway',
  aws_cloudwatch_log_: 'cloudwatchlogs',
  aws_cloudwatch_metric_: 'cloudwatch',
  aws_cognito_: 'cognitoidp',
  aws_cognito_identity_: 'cognitoidentity',
  aws_iam_: 'iam',
  aws_kms_: 'kms',
  aws_lambda_: 'lambda',
  aws_route53_: 'route53',
  aws_s3_: 's3',
  aws_sns_: 'sns',
  aws_wafv2_: 'wafv2',
};

/** Sends every service in use to the emulator; the provider has no one setting for all. */
export function emulatorEndpoints(endpoint: string): AwsProviderEndpoints {
  const services = [...Object.values(serviceOf), 'sts'];
  return Object.fromEntries(services.map((service) => [service, endpoint]));
}

/** Resources that an emulated environment would make in real AWS, because their service is not listed here. */
export function resourcesBesideEmulator(stack: TerraformStack): string[] {
  const types = stack.node
    .findAll()
    .filter((child) => TerraformResource.isTerraformResource(child) || TerraformDataSource.isTerraformDataSource(child))
    .map(({ terraformResourceType }) => terraformResourceType)
    .filter((type) => !Object.keys(serviceOf).some((beginning) => type.startsWith(beginning)));
  return [...new Set(types)].map(
    (type) =>
      `${type}: expected a service that is sent to the emulator, found none, so the provider would call AWS itself. ` +
      'Add the service to `serviceOf` in libs/platform/src/emulator.ts.',
  );
}

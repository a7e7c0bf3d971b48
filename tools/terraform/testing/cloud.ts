import { type Moto } from './moto';

/** Configuration of the AWS provider for the emulator. */
export const emulatedAws = ({ endpoint }: Moto) => ({
  terraform: { required_providers: { aws: { source: 'aws', version: '5.100.0' } } },
  provider: {
    aws: [
      {
        region: 'eu-west-1',
        access_key: 'emulator',
        secret_key: 'emulator',
        skip_metadata_api_check: 'true',
        endpoints: [Object.fromEntries(SERVICES.map((service) => [service, endpoint]))],
      },
    ],
  },
});

const SERVICES = [
  'apigateway',
  'apigatewayv2',
  'cloudwatchlogs',
  'cognitoidentity',
  'cognitoidp',
  'iam',
  'lambda',
  'ssm',
  'sts',
];

/** Asks the emulator itself, in AWS's JSON protocol, what exists. */
export async function ask<T>({ endpoint }: Moto, service: string, action: string, input: object): Promise<T> {
  const signing = SIGNING[service] ?? 'cognito-idp';
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.1',
      'X-Amz-Target': `${service}.${action}`,
      Authorization: `AWS4-HMAC-SHA256 Credential=emulator/20260101/eu-west-1/${signing}/aws4_request, SignedHeaders=host, Signature=0`,
    },
    body: JSON.stringify(input),
  });
  if (!response.ok) throw new Error(`${action}: ${response.status} ${await response.text()}`);
  return JSON.parse((await response.text()) || '{}') as T;
}

/** What a service is called in a signature. */
const SIGNING: Readonly<Record<string, string>> = {
  AmazonSSM: 'ssm',
  Logs_20140328: 'logs',
  AWSCognitoIdentityService: 'cognito-identity',
};

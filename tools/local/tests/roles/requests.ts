import { type Sent } from './wire';

const targets: Readonly<Record<string, string>> = {
  'cognito-identity': 'AWSCognitoIdentityService',
  'cognito-idp': 'AWSCognitoIdentityProviderService',
  dynamodb: 'DynamoDB_20120810',
  events: 'AWSEvents',
  kms: 'TrentService',
  logs: 'Logs_20140328',
  secretsmanager: 'secretsmanager',
  sqs: 'AmazonSQS',
  ssm: 'AmazonSSM',
  states: 'AWSStepFunctions',
};

/** A request of a service that speaks JSON: `json('dynamodb', 'GetItem', { ... })`. */
export const json = (service: string, operation: string, parameters: object): Sent => ({
  service,
  headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `${targets[service]}.${operation}` },
  body: JSON.stringify(parameters),
});

const versions: Readonly<Record<string, string>> = {
  iam: '2010-05-08',
  monitoring: '2010-08-01',
  sns: '2010-03-31',
  sts: '2011-06-15',
};

/** A request of a service that takes a form. */
export const form = (service: string, Action: string, parameters: Record<string, string> = {}): Sent => ({
  service,
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams({ Action, Version: versions[service] as string, ...parameters }).toString(),
});

/** `s3('GET', '/bucket/key')`, with a query in the path. */
export const s3 = (method: string, address: string, body?: string, headers: Record<string, string> = {}): Sent => ({
  service: 's3',
  method,
  ...partsOf(address),
  body,
  headers,
});

/** A request of a service that is addressed by paths. */
export const rest = (service: string, method: string, address: string, body?: object): Sent => ({
  service,
  method,
  ...partsOf(address),
  body: body && JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
});

function partsOf(address: string): Pick<Sent, 'path' | 'query'> {
  const [path = '', search = ''] = address.split('?');
  return { path, query: Object.fromEntries(new URLSearchParams(search)) };
}

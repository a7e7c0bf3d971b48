/** How a service is spoken to. */
export type Protocol =
  /** Parameters in a query string or a form, beside `Action`. */
  | { readonly kind: 'query'; readonly version: string }
  /** JSON, the operation in `X-Amz-Target`; `targetByGateway`: API Gateway writes that header itself for an `action` URI. */
  | {
      readonly kind: 'json';
      readonly version: '1.0' | '1.1';
      readonly target: string;
      readonly targetByGateway: boolean;
    }
  /** The operation is method and path. */
  | { readonly kind: 'rest' };

/** The services that the emulator carries requests of an API out for, by their name in URIs and in signatures. */
const SERVICES: Readonly<Record<string, Protocol>> = {
  dynamodb: { kind: 'json', version: '1.0', target: 'DynamoDB_20120810', targetByGateway: true },
  // An `action` URI does not do: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
  events: { kind: 'json', version: '1.1', target: 'AWSEvents', targetByGateway: false },
  kinesis: { kind: 'json', version: '1.1', target: 'Kinesis_20131202', targetByGateway: true },
  s3: { kind: 'rest' },
  sns: { kind: 'query', version: '2010-03-31' },
  sqs: { kind: 'query', version: '2012-11-05' },
  states: { kind: 'json', version: '1.0', target: 'AWSStepFunctions', targetByGateway: true },
};

/** Undefined for a service that only AWS carries out. */
export const protocolOf = (service: string): Protocol | undefined =>
  Object.hasOwn(SERVICES, service) ? SERVICES[service] : undefined;

export const servedServices: readonly string[] = Object.keys(SERVICES);

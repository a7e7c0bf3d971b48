import { type SynthesizedStack } from '@gatehouse/surface';

/** Terraform JSON of one stack. */
export interface StackJson {
  readonly resource: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
}

const ACCOUNT = '123456789012';
const REGION = 'eu-west-1';
const here: Readonly<Record<string, string>> = { partition: 'aws', name: REGION, account_id: ACCOUNT };

/**
 * A synthesized stack as it is when it is applied: what AWS would compute is made of names, so that a test of what is served needs no apply.
 * Ids are those of the resources in Terraform.
 */
export function asApplied(stack: StackJson): StackJson & SynthesizedStack {
  const asked: Record<string, Record<string, string>> = {};
  const computed = (type: string, name: string, attribute: string): string => {
    const body = stack.resource[type]?.[name] ?? {};
    if (typeof body[attribute] === 'string') return body[attribute];
    const value = attribute === 'arn' ? arnOf(type, body) : `${name}-${attribute}`;
    asked[`${type}.${name}`] = { ...asked[`${type}.${name}`], [attribute]: value };
    return value;
  };
  const text = JSON.stringify(stack.resource, (_, value: unknown) =>
    typeof value === 'string' ? resolved(value, computed) : value,
  );
  const resource = JSON.parse(text) as StackJson['resource'];
  return { resource: withComputed(resource, asked) };
}

function resolved(text: string, computed: (type: string, name: string, attribute: string) => string): string {
  return text
    .replace(/(?<!\$)\$\{data\.\w+\.\w+\.(\w+)\}/g, (_, attribute: string) => here[attribute] ?? attribute)
    .replace(/(?<!\$)\$\{(aws_\w+)\.(\w+)\.(\w+)\}/g, (_, type: string, name: string, attribute: string) =>
      computed(type, name, attribute),
    );
}

const withComputed = (
  resource: StackJson['resource'],
  asked: Readonly<Record<string, object>>,
): StackJson['resource'] =>
  Object.fromEntries(
    Object.entries(resource).map(([type, named]) => [
      type,
      Object.fromEntries(
        Object.entries(named).map(([name, body]) => [
          name,
          { ...always(type, name), ...asked[`${type}.${name}`], ...body },
        ]),
      ),
    ]),
  );

const always = (type: string, name: string): object => ({
  id: `${name}-id`,
  ...(type === 'aws_api_gateway_rest_api' && { execution_arn: `arn:aws:execute-api:${REGION}:${ACCOUNT}:${name}-id` }),
});

function arnOf(type: string, body: Readonly<Record<string, unknown>>): string {
  const name = String(body['name'] ?? body['bucket']);
  const arn = (service: string, rest: string) => `arn:aws:${service}:${REGION}:${ACCOUNT}:${rest}`;
  const known: Readonly<Record<string, string>> = {
    aws_cloudwatch_event_bus: arn('events', `event-bus/${name}`),
    aws_cognito_user_pool: arn('cognito-idp', `userpool/${REGION}_Users00001`),
    aws_dynamodb_table: arn('dynamodb', `table/${name}`),
    aws_iam_role: `arn:aws:iam::${ACCOUNT}:role/${name}`,
    aws_s3_bucket: `arn:aws:s3:::${name}`,
    aws_sns_topic: arn('sns', name),
    aws_sqs_queue: arn('sqs', name),
  };
  return known[type] ?? `${name}-arn`;
}

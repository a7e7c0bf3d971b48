import { type ServiceRequest } from '../services';

type Parameters = Readonly<Record<string, string>>;

/** The request to a service that its parameters make. */
type Make = (parameters: Parameters) => Omit<ServiceRequest, 'region'>;

/** A member of a JSON request, made of a parameter. */
type Member = readonly [name: string, read?: (value: string) => unknown];

const json =
  (service: string, target: string, version: '1.0' | '1.1', members: Readonly<Record<string, Member>>) =>
  (parameters: Parameters): Omit<ServiceRequest, 'region'> => ({
    ...{ service, method: 'POST', path: '/' },
    headers: { 'content-type': `application/x-amz-json-${version}`, 'x-amz-target': target },
    body: JSON.stringify(membersOf(members, parameters)),
  });

const membersOf = (members: Readonly<Record<string, Member>>, parameters: Parameters): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(members).flatMap(([parameter, [name, read = String]]) => {
      const value = parameters[parameter];
      return value === undefined ? [] : [[name, read(value)] as const];
    }),
  );

const same = (...names: readonly string[]): Record<string, Member> =>
  Object.fromEntries(names.map((name) => [name, [name]]));

/** SQS answers XML here, as its query protocol does. */
const query =
  (action: string): Make =>
  (parameters) => {
    const form = new URLSearchParams({ Action: action, Version: '2012-11-05' });
    for (const [name, value] of Object.entries(parameters)) addTo(form, name, value);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return { service: 'sqs', method: 'POST', path: '/', headers, body: form.toString() };
  };

/** Lists of names, and attributes as JSON, are numbered members of a form. */
function addTo(form: URLSearchParams, name: string, value: string): void {
  if (/^(Message)?AttributeNames$/.test(name)) {
    const names = value.startsWith('[') ? (JSON.parse(value) as string[]) : value.split(',');
    names.forEach((each, index) => form.set(`${name.slice(0, -1)}.${index + 1}`, each.trim()));
  } else if (name === 'MessageAttributes') {
    const attributes = Object.entries(JSON.parse(value) as Record<string, Record<string, string>>);
    attributes.forEach(([attribute, parts], index) => {
      form.set(`MessageAttribute.${index + 1}.Name`, attribute);
      for (const [part, text] of Object.entries(parts)) form.set(`MessageAttribute.${index + 1}.Value.${part}`, text);
    });
  } else form.set(name, value);
}

const base64 = (value: string): string => Buffer.from(value).toString('base64');

const listOf = (value: string): unknown => (value.startsWith('[') ? JSON.parse(value) : value.split(','));

const putEvents = json('events', 'AWSEvents.PutEvents', '1.1', {});
const entry: Readonly<Record<string, Member>> = {
  ...same('Detail', 'DetailType', 'Source', 'EventBusName', 'TraceHeader'),
  Resources: ['Resources', listOf],
  Time: ['Time', (value) => Date.parse(value) / 1000],
};

const execution = {
  StateMachineArn: ['stateMachineArn'],
  Name: ['name'],
  Input: ['input'],
  TraceHeader: ['traceHeader'],
} satisfies Record<string, Member>;

/** By subtype, those that the emulator carries out. */
export const serviceRequests: Readonly<Record<string, Make>> = {
  'SQS-SendMessage': query('SendMessage'),
  'SQS-ReceiveMessage': query('ReceiveMessage'),
  'SQS-DeleteMessage': query('DeleteMessage'),
  'SQS-PurgeQueue': query('PurgeQueue'),
  'EventBridge-PutEvents': (parameters) => ({
    ...putEvents(parameters),
    body: JSON.stringify({ Entries: [membersOf(entry, parameters)] }),
  }),
  'StepFunctions-StartExecution': json('states', 'AWSStepFunctions.StartExecution', '1.0', execution),
  'StepFunctions-StartSyncExecution': json('states', 'AWSStepFunctions.StartSyncExecution', '1.0', execution),
  'StepFunctions-StopExecution': json('states', 'AWSStepFunctions.StopExecution', '1.0', {
    ExecutionArn: ['executionArn'],
    Cause: ['cause'],
    Error: ['error'],
  }),
  'Kinesis-PutRecord': json('kinesis', 'Kinesis_20131202.PutRecord', '1.1', {
    ...same('StreamName', 'PartitionKey', 'ExplicitHashKey', 'SequenceNumberForOrdering'),
    Data: ['Data', base64],
  }),
};

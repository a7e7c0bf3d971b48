import { narrowSchema } from './narrow-schema';

/** A field whose value has a length: https://protobuf.dev/programming-guides/encoding/#structure */
function field(number: number, content: string | Buffer): Buffer {
  const value = Buffer.from(content);
  const length = value.length < 128 ? [value.length] : [(value.length & 127) | 128, value.length >> 7];
  return Buffer.concat([Buffer.from([(number << 3) | 2, ...length]), value]);
}

const entry = (type: string) => Buffer.concat([field(1, type), field(2, `${type} `.repeat(20))]);

function message(...fields: Buffer[]): Buffer {
  const body = Buffer.concat(fields);
  const header = Buffer.alloc(5);
  header.writeUInt32BE(body.length, 1);
  return Buffer.concat([header, body]);
}

const provider = field(1, 'the schema of the provider block');
const [queue, role, policy, secret] = [
  field(2, entry('aws_sqs_queue')),
  field(2, entry('aws_iam_role')),
  field(3, entry('aws_iam_policy_document')),
  field(8, entry('aws_secretsmanager_secret_version')),
];
const functions = field(7, entry('arn_parse'));
const all = message(provider, queue, role, policy, secret, functions);

describe('a narrow schema', () => {
  it('has resources, data sources and ephemeral resources that are named, and all else', () => {
    expect(narrowSchema(all, new Set(['aws_iam_role']))).toEqual(message(provider, role, functions));
    expect(narrowSchema(all, new Set(['aws_iam_policy_document', 'aws_secretsmanager_secret_version']))).toEqual(
      message(provider, policy, secret, functions),
    );
  });

  it.each([
    ['compressed', Buffer.concat([Buffer.from([1]), all.subarray(1)])],
    ['cut off', all.subarray(0, -1)],
    ['of another kind', message(Buffer.from([0x08, 0x01]))],
    ['longer than anything', message(Buffer.from([0x12, 0xff, 0xff, 0xff, 0xff, 0x0f]))],
  ])('is the whole answer when that is %s', (_what, answer) => {
    expect(narrowSchema(answer, new Set())).toBe(answer);
  });
});

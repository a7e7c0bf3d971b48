import {
  callerOf,
  type Emulator,
  EmulatorRefusal,
  findEmulator,
  roleCredentials,
  startEmulator,
} from '../src/emulator';
import { Aws } from './gaps';
import { json } from './roles/requests';
import { send } from './roles/wire';

const role = 'arn:aws:iam::123456789012:role/service/orders';

let emulator: Emulator;
let aws: Aws;

beforeAll(async () => {
  emulator = await startEmulator();
  aws = new Aws(emulator.url);
  const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] };
  const trust = JSON.stringify({ ...policy, Statement: [] });
  await aws.iam('CreatePolicy', { PolicyName: 'limit', PolicyDocument: JSON.stringify(policy) });
  await aws.iam('CreateRole', {
    RoleName: 'orders',
    Path: '/service/',
    AssumeRolePolicyDocument: trust,
    PermissionsBoundary: 'arn:aws:iam::123456789012:policy/limit',
    'Tags.member.1.Key': 'team',
    'Tags.member.1.Value': 'shop',
  });
  const named = { RoleName: 'orders', PolicyName: 'read', PolicyDocument: JSON.stringify(policy) };
  await aws.iam('PutRolePolicy', named);
  const managed = 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';
  await aws.iam('AttachRolePolicy', { RoleName: 'orders', PolicyArn: managed });
});

afterAll(() => emulator?.stop());

describe('an internal operation', () => {
  const post = (headers: Record<string, string>, method = 'POST') =>
    fetch(`${emulator.url}/moto-api/gatehouse/caller`, { method, headers });

  it.each([
    ['without the secret', {}],
    ['with another secret', { 'x-gatehouse-secret': 'guessed' }],
  ])('refuses a request %s', async (_how, headers) => {
    const response = await post(headers);
    expect([response.status, await response.text()]).toEqual([
      403,
      '{"error": {"name": "AccessDenied", "message": "only the local tools may ask"}}',
    ]);
  });

  it.each(['POST', 'OPTIONS'])('is closed to pages of a browser, which get no CORS headers: %s', async (method) => {
    const response = await post({ origin: 'http://localhost:3000' }, method);
    expect(response.status).toBe(403);
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('answers the error of AWS that it ran into', async () => {
    const error = await callerOf(emulator.internal, 'ASIAUNKNOWN').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(EmulatorRefusal);
    expect(error).toMatchObject({ code: 'InvalidClientTokenId' });
  });

  it('says that an operation does not exist', async () => {
    await expect(emulator.internal('nothing')).rejects.toThrow('there is no internal operation nothing');
  });
});

describe('the bridge', () => {
  it('is missed with a clear error, and no hang, when the tools that started the emulator are gone', async () => {
    const { command, ...found } = await findEmulator();
    const args: typeof command.args = (...given) => [
      'GATEHOUSE_EMULATOR_BRIDGE=http://127.0.0.1:9',
      command.file,
      ...command.args(...given),
    ];
    const alone = await startEmulator({ emulator: { ...found, command: { file: 'env', args } } });
    try {
      const keys = await roleCredentials(alone.internal, { roleArn: role, sessionName: 'f', seconds: 900 });
      const answer = await send(alone.url, json('dynamodb', 'ListTables', {}), keys);
      expect([answer.status, answer.code]).toEqual([501, 'NotImplementedException']);
      expect(answer.message).toMatch(
        /^The emulator cannot ask for authorize: the local tools at http:\/\/127\.0\.0\.1:9 gave no answer \(ConnectionRefusedError/,
      );
    } finally {
      await alone.stop();
    }
  });
});

describe('credentials of a role', () => {
  const issue = () => roleCredentials(emulator.internal, { roleArn: role, sessionName: 'f', seconds: 900 });

  it('are distinct each time', async () => {
    const [first, second] = [await issue(), await issue()];
    expect(first.accessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
    expect(first.secretAccessKey).toMatch(/^[\w+/]{40}$/);
    const values = ['accessKeyId', 'secretAccessKey', 'sessionToken'] as const;
    for (const value of values) expect(first[value]).not.toBe(second[value]);
  });

  it('tell who calls, and the policies of the role as they are now', async () => {
    const issued = await issue();
    const caller = await callerOf(emulator.internal, issued.accessKeyId);
    expect(caller).toMatchObject({
      ...issued,
      principal: {
        type: 'session',
        arn: 'arn:aws:sts::123456789012:assumed-role/orders/f',
        roleArn: role,
      },
      accountId: '123456789012',
      userId: expect.stringMatching(/^AROA\w+:f$/),
      identity: null,
      tags: { team: 'shop' },
      policies: { boundary: { name: 'arn:aws:iam::123456789012:policy/limit' }, session: [] },
    });
    expect(caller.policies.identity.map(({ name }) => name)).toEqual([
      'inline policy "read" of role orders',
      'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
    ]);
  });
});

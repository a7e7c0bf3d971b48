import { once } from 'node:events';
import { connect } from 'node:net';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { commandsInDocs } from '@gatehouse/testing/commands-in-docs';
import { execa } from 'execa';
import { type Emulator, startEmulator } from '../src/emulator';
import { Aws } from './gaps';
import { form, json } from './roles/requests';
import { send } from './roles/wire';

const FUNCTION = 'arn:aws:lambda:eu-west-1:123456789012:function:before-sign-up';
const PASSWORD = 'Correct-horse-9';
/** As Terraform has them. */
const KEYS = { accessKeyId: 'test', secretAccessKey: 'test' };

let emulator: Emulator;
let aws: Aws;

beforeAll(async () => {
  emulator = await startEmulator();
  aws = new Aws(emulator.url);
});

afterAll(() => emulator?.stop());

describe('requests at once', () => {
  it('of several services do not fail each other', async () => {
    const many = Array.from({ length: 50 }, (_, index) => index);
    const api = await aws.rest('apigateway', 'POST', '/restapis', { name: 'busy' });
    const resources = `/restapis/${api.id}/resources`;
    const { UserPool } = await aws.idp('CreateUserPool', { PoolName: 'busy' });
    const role = (RoleName: string) => aws.iam('CreateRole', { RoleName, AssumeRolePolicyDocument: '{}' });
    for (const index of many) await role(`before-${index}`);

    await Promise.all(
      many.flatMap((index) => [
        role(`busy-${index}`),
        aws.iam('GetAccountAuthorizationDetails', {}),
        aws.rest('apigateway', 'POST', `${resources}/${api.rootResourceId}`, { pathPart: `busy-${index}` }),
        aws.rest('apigateway', 'GET', resources),
        aws.idp('AdminCreateUser', { UserPoolId: UserPool.Id, Username: `busy-${index}`, MessageAction: 'SUPPRESS' }),
        aws.idp('ListUsers', { UserPoolId: UserPool.Id }),
        aws.logs('CreateLogGroup', { logGroupName: `busy-${index}` }),
        aws.logs('DescribeLogGroups', { logGroupNamePrefix: 'busy-' }),
      ]),
    );

    const { Users } = await aws.idp('ListUsers', { UserPoolId: UserPool.Id });
    const { item } = await aws.rest('apigateway', 'GET', `${resources}?limit=500`);
    const { logGroups } = await aws.logs('DescribeLogGroups', { logGroupNamePrefix: 'busy-' });
    const roles = (await aws.iam('ListRoles', { MaxItems: '1000' })).match(/<RoleName>busy-\d+</g);
    const counts = [Users.length, item.length, logGroups.length, roles?.length];
    expect(counts).toEqual([many.length, many.length + 1, many.length, many.length]);
  });

  it('go on while triggers run, which call the emulator themselves', async () => {
    const { UserPool } = await aws.idp('CreateUserPool', {
      PoolName: 'greeted',
      LambdaConfig: { PreSignUp: FUNCTION },
    });
    const UserPoolId: string = UserPool.Id;
    const { UserPoolClient } = await aws.idp('CreateUserPoolClient', { UserPoolId, ClientName: 'app' });
    emulator.bridge.serveFunctions(async ({ event }) => {
      const { userName, response } = event as { userName: string; response: object };
      await aws.idp('CreateGroup', { UserPoolId, GroupName: `of-${userName}` });
      return { payload: { ...(event as object), response: { ...response, autoConfirmUser: true } } };
    });
    const people = Array.from({ length: 10 }, (_, index) => `person-${index}`);
    await Promise.all(
      people.map((Username) =>
        aws.publicIdp('SignUp', { ClientId: UserPoolClient.ClientId, Username, Password: PASSWORD }),
      ),
    );
    const { Groups } = await aws.idp('ListGroups', { UserPoolId });
    expect(Groups.map(({ GroupName }: { GroupName: string }) => GroupName).sort()).toEqual(
      people.map((name) => `of-${name}`),
    );
  });

  it('go on while one waits for a message', async () => {
    const sqs = async (operation: string, body: object) =>
      JSON.parse((await send(emulator.url, json('sqs', operation, body), KEYS)).text) as Record<string, unknown>;
    const { QueueUrl } = await sqs('CreateQueue', { QueueName: 'slow' });
    const received = sqs('ReceiveMessage', { QueueUrl, WaitTimeSeconds: 20 });
    await sqs('SendMessage', { QueueUrl, MessageBody: 'hello' });
    expect(await received).toMatchObject({ Messages: [{ Body: 'hello' }] });
  });
});

describe('a request that an SDK sends again', () => {
  const create = async (RoleName: string, invocation: string, attempt: number) => {
    const headers = { 'amz-sdk-invocation-id': invocation, 'amz-sdk-request': `attempt=${attempt}; max=25` };
    const request = form('iam', 'CreateRole', { RoleName, AssumeRolePolicyDocument: '{}' });
    const { code, status, text } = await send(
      emulator.url,
      { ...request, headers: { ...request.headers, ...headers } },
      KEYS,
    );
    return { code, status, id: /<RoleId>(\w+)</.exec(text)?.[1] };
  };

  it('gets the answer that it missed', async () => {
    const first = await create('once', 'call-1', 1);
    expect(first).toMatchObject({ status: 200, id: expect.any(String) as string });
    expect(await create('once', 'call-1', 2)).toEqual(first);
    expect(await create('once', 'call-1', 10)).toEqual(first);
  });

  it('is done when nothing was done before', async () => {
    expect(await create('later', 'call-2', 2)).toMatchObject({ status: 200 });
  });

  it.each([
    ['another call', 'call-4', 2],
    ['a first attempt', 'call-3', 1],
  ])('is no other request: %s', async (_what, invocation, attempt) => {
    await create('taken', 'call-3', 1);
    expect(await create('taken', invocation, attempt)).toMatchObject({ status: 409, code: 'EntityAlreadyExists' });
    expect(await create(`free-${invocation}`, 'call-3', 2)).toMatchObject({ status: 200 });
  });
});

it('the clock says which key it does not know', async () => {
  const answer = await fetch(`${emulator.url}/moto-api/gatehouse/clock`, { method: 'POST', body: '{"minutes": 3}' });
  expect([answer.status, await answer.json()]).toEqual([
    400,
    { error: 'unknown key "minutes"; expected "seconds" alone' },
  ]);
});

describe('what is no request', () => {
  const post = (...lines: string[]): string => ['POST / HTTP/1.1', ...lines, '', ''].join('\r\n');

  it.each([
    ['HTTP/0.9', 'GET /\r\n\r\n', 'it is HTTP/0.9, not HTTP/1.1'],
    ['without a Host', post('Content-Length: 0'), 'it has no Host header'],
    [
      'with a negative Content-Length',
      post('Host: 127.0.0.1', 'Content-Length: -1'),
      'its Content-Length is -1, not a number of bytes',
    ],
    [
      'with a broken chunk',
      `${post('Host: 127.0.0.1', 'Transfer-Encoding: chunked')}nonsense\r\n`,
      'its body is broken (Invalid chunk header)',
    ],
    [
      'with a body that is cut short',
      `${post('Host: 127.0.0.1', 'Content-Length: 9')}half`,
      'it ends before the 9 bytes of its Content-Length',
    ],
  ])('is answered 400: %s', async (_what, sent, why) => {
    const [head, body] = (await raw(sent)).split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 400 BAD REQUEST\r\n/);
    expect(body).toBe(`The emulator cannot read this request: ${why}.\n`);
  });

  /** Sends the bytes, ends its side and reads until the emulator ends its own. */
  async function raw(bytes: string): Promise<string> {
    const socket = connect(emulator.port, '127.0.0.1');
    await once(socket, 'connect');
    socket.end(bytes);
    return text(socket);
  }
});

it('answers what the docs ask it with curl', async () => {
  const asked = commandsInDocs(resolve(__dirname, '../../..'), /^curl .*:4599\/moto-api\//);
  const answers: Record<string, unknown> = {};
  for (const { command } of asked) {
    const here = command.replace(/http:\/\/(?:localhost|127\.0\.0\.1):4599/, emulator.url);
    const { stdout } = await execa('bash', ['-c', here.replace(/^curl/, 'curl --fail-with-body --silent')]);
    answers[/gatehouse.*?(?='|$)/.exec(here)![0]] = JSON.parse(stdout);
  }

  expect(answers).toEqual({
    gatehouse: expect.objectContaining({
      instance: expect.any(String),
      version: expect.any(String),
      moto: expect.any(String),
    }),
    'gatehouse/clock': { ahead: 180, now: expect.any(Number) },
    'gatehouse/codes?username=ada@example.com': { codes: [] },
  });
});

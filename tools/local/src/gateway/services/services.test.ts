import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { EmulatorRefusal } from '../../emulator/internal';
import { ServiceNotCalledError, type ServiceRequest, Services } from '.';

const asked: { request: IncomingMessage; body: string }[] = [];
let server: Server;
let endpoint: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    void text(request).then((body) => {
      asked.push({ request, body });
      response.writeHead(202, { 'Content-Type': 'text/xml' }).end('<done/>');
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

const roleArn = 'arn:aws:iam::123456789012:role/sender';
const apiArn = 'arn:aws:execute-api:eu-west-1:123456789012:api1';
const request: ServiceRequest = {
  ...{ service: 'sqs', region: 'eu-west-1', method: 'POST', path: '/a/../b?a=1' },
  ...{ headers: { 'content-type': 'text/plain' }, body: 'hello' },
};

const services = (): Services =>
  new Services({
    endpoint,
    credentialsOfRole: async (arn, source) => {
      if (arn !== roleArn) throw new EmulatorRefusal('AccessDenied', `there is no role ${arn}`);
      return {
        ...{ accessKeyId: 'ASIAX', secretAccessKey: 's', sessionToken: `${arn} ${source}` },
        expiration: '2999-01-01T00:00:00Z',
      };
    },
  });

it('asks the service with credentials of the role', async () => {
  const answer = await services().call(request, roleArn, apiArn);
  expect([answer.status, answer.body.toString()]).toEqual([202, '<done/>']);
  expect(answer.headers).toContainEqual(['content-type', 'text/xml']);
  const { body, request: sent } = asked[0]!;
  expect([sent.method, sent.url, body]).toEqual(['POST', '/a/../b?a=1', 'hello']);
  expect(sent.headers.authorization).toMatch(/^AWS4-HMAC-SHA256 Credential=ASIAX\/\d{8}\/eu-west-1\/sqs\/aws4_request/);
  expect(sent.headers['x-amz-security-token']).toBe(`${roleArn} ${apiArn}`);
});

it('asks nothing where the emulator gives no credentials', async () => {
  asked.length = 0;
  await expect(services().call(request, 'arn:x', apiArn)).rejects.toThrow(
    new ServiceNotCalledError('the role of the integration cannot be used: there is no role arn:x', 'role'),
  );
  expect(asked).toEqual([]);
});

it('asks nothing where nobody gives credentials', async () => {
  await expect(new Services().call(request, roleArn, apiArn)).rejects.toThrow(
    'no emulator gives credentials of roles here',
  );
});

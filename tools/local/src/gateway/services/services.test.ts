import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type Role } from '@gatehouse/surface';
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
  ...{ service: 'sqs', region: 'eu-west-1', method: 'POST', path: '/?a=1' },
  ...{ headers: { 'content-type': 'text/plain' }, body: 'hello' },
};

const trusting = (principal: string): Pick<Parameters<Services['load']>[0], 'roles'> => ({
  roles: [
    {
      ...{ address: 'aws_iam_role.sender', arn: roleArn, name: 'sender', policies: [], managedPolicyArns: [] },
      trust: [
        {
          ...{ effect: 'Allow', principals: [principal], notPrincipals: [], actions: ['sts:AssumeRole'] },
          ...{ notActions: [], resources: [], notResources: [], conditions: [] },
        },
      ],
    } as Role,
  ],
});

function servicesWith(principal: string): Services {
  const services = new Services({
    endpoint,
    credentialsOfRole: (arn, session) =>
      Promise.resolve({
        ...{ accessKeyId: 'ASIAX', secretAccessKey: 's', sessionToken: `${arn} ${session}` },
        expiration: '2999-01-01T00:00:00Z',
      }),
  });
  services.load(trusting(principal));
  return services;
}

it('asks the service with credentials of the role', async () => {
  const answer = await servicesWith('Service:apigateway.amazonaws.com').call(request, roleArn, apiArn);
  expect([answer.status, answer.body.toString()]).toEqual([202, '<done/>']);
  expect(answer.headers).toContainEqual(['content-type', 'text/xml']);
  const { body, request: sent } = asked[0]!;
  expect([sent.method, sent.url, body, sent.headers['content-type']]).toEqual(['POST', '/?a=1', 'hello', 'text/plain']);
  expect(sent.headers.authorization).toMatch(/^AWS4-HMAC-SHA256 Credential=ASIAX\/\d{8}\/eu-west-1\/sqs\/aws4_request/);
  expect(sent.headers['x-amz-security-token']).toBe(`${roleArn} BackplaneAssumeRoleSession`);
});

it('asks nothing where API Gateway may not take the role', async () => {
  asked.length = 0;
  const asking = servicesWith('Service:lambda.amazonaws.com').call(request, roleArn, apiArn);
  await expect(asking).rejects.toThrow(
    new ServiceNotCalledError('the trust policy of role sender does not let apigateway.amazonaws.com assume it'),
  );
  expect(asked).toEqual([]);
});

it('asks nothing where nobody gives credentials', async () => {
  await expect(new Services().call(request, roleArn, apiArn)).rejects.toThrow(
    'no emulator gives credentials of roles here',
  );
});

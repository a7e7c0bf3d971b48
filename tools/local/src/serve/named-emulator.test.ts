import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { checkPools, nameEmulator } from './named-emulator';

const servers: Server[] = [];

/** A server that answers each path with JSON, and 404 elsewhere. */
async function answering(answers: Readonly<Record<string, object>>): Promise<string> {
  const server = createServer((request, response) => {
    const answer = answers[request.url as string];
    const refused = request.method === 'POST' && request.headers['x-gatehouse-secret'] !== 'right';
    response.statusCode = refused ? 403 : answer ? 200 : 404;
    response.end(JSON.stringify(refused ? { error: { name: 'AccessDenied', message: 'no' } } : (answer ?? {})));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const gatehouse = { '/moto-api/gatehouse': { moto: '5.2.1' }, '/moto-api/gatehouse/caller': {} };

afterAll(() => servers.forEach((server) => server.close()));

it('asks an emulator with our additions by its secret', async () => {
  const url = await answering(gatehouse);
  expect(await nameEmulator(`${url}/`, 'right')).toEqual({
    url,
    internal: expect.any(Function) as unknown,
    secret: 'right',
  });
});

it('says why it may not ask, where there is no secret and where there are no additions', async () => {
  expect((await nameEmulator(await answering(gatehouse), undefined)).withoutInternal).toBe(
    'GATEHOUSE_EMULATOR_SECRET is not set',
  );
  expect((await nameEmulator(await answering({}), 'right')).withoutInternal).toMatch(/^the emulator runs without/);
});

it('refuses another secret', async () => {
  await expect(nameEmulator(await answering(gatehouse), 'wrong')).rejects.toThrow(
    'GATEHOUSE_EMULATOR_SECRET: expected the secret that the emulator on',
  );
});

it.each([
  ['4599', 'something else'],
  ['ftp://127.0.0.1', 'something else'],
  ['http://127.0.0.1:4599/local', 'one with a path'],
  ['https://cognito-idp.eu-west-1.amazonaws.com', 'one of AWS'],
])('refuses %s before anything is sent', async (endpoint, found) => {
  await expect(nameEmulator(endpoint, undefined)).rejects.toThrow(
    `--endpoint ${endpoint}: expected the address of an emulator, such as http://127.0.0.1:4599, found ${found}.`,
  );
});

it('refuses an address where nothing answers', async () => {
  await expect(nameEmulator('http://127.0.0.1:9', undefined)).rejects.toThrow(
    '--endpoint http://127.0.0.1:9: expected an emulator that answers, found none.',
  );
});

it('finds the user pools of the state in it, or names the first that it has not', async () => {
  const url = await answering({ '/eu-west-1_One/.well-known/jwks.json': { keys: [] } });
  const pool = (id: string) => ({ address: `aws_cognito_user_pool.${id}`, id }) as never;
  await checkPools({ url }, { userPools: [pool('eu-west-1_One')] });
  await expect(checkPools({ url }, { userPools: [pool('eu-west-1_One'), pool('eu-west-1_Two')] })).rejects.toThrow(
    `aws_cognito_user_pool.eu-west-1_Two: expected user pool eu-west-1_Two in the emulator on ${url}, found none`,
  );
});

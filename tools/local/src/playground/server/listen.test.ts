import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { closeAll, listenAt } from './listen';

/** A port that is free for both kinds of addresses. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

it('has the port of a name on each address that the name means', async () => {
  const origin = new URL(`http://localhost:${await freePort()}`);
  const servers = await listenAt(origin);
  for (const server of servers ?? []) server.on('request', (_request, response) => void response.end('hello'));
  try {
    expect(await (await fetch(origin)).text()).toBe('hello');
    // Otherwise another program could answer at the other address.
    expect(await listenAt(new URL(`http://[::1]:${origin.port}`))).toBeUndefined();
    expect(await listenAt(new URL(`http://127.0.0.1:${origin.port}`))).toBeUndefined();
  } finally {
    await closeAll(servers ?? []);
  }
});

it('leaves no address behind where another one is taken', async () => {
  const port = await freePort();
  const taken = await listenAt(new URL(`http://[::1]:${port}`));
  const found = await listenAt(new URL(`http://localhost:${port}`));
  const again = await listenAt(new URL(`http://127.0.0.1:${port}`));
  await closeAll([...(taken ?? []), ...(found ?? []), ...(again ?? [])]);

  expect([found === undefined, again !== undefined]).toEqual([taken !== undefined, true]);
});

import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

/** Servers on every loopback address that the host of an origin may mean; undefined when something else has the port there. */
export async function listenAt(origin: URL): Promise<Server[] | undefined> {
  const servers: Server[] = [];
  for (const address of origin.hostname === 'localhost'
    ? ['127.0.0.1', '::1']
    : [origin.hostname.replace(/^\[|\]$/g, '')]) {
    const server = createServer();
    const failure = await listening(server.listen(Number(origin.port), address));
    if (failure === undefined) servers.push(server);
    else if (!(address === '::1' && NO_IPV6.includes(failure))) {
      await closeAll(servers);
      return undefined;
    }
  }
  return servers;
}

/** Connections are cut: a page keeps one open for events. */
export async function closeAll(servers: readonly Server[]): Promise<void> {
  await Promise.all(
    servers.map(async (server) => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    }),
  );
}

const NO_IPV6: readonly string[] = ['EADDRNOTAVAIL', 'EAFNOSUPPORT'];

/** @returns the code of its error */
async function listening(server: Server): Promise<string | undefined> {
  try {
    await once(server, 'listening');
    return undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return code;
  }
}

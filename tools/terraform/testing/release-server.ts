import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { zipSync } from 'fflate';
import { VERSION } from '../src/fetch/release';

export const PLATFORM = 'linux_amd64';

export interface ReleaseServer {
  readonly url: string;
  /** Paths that were asked for. */
  readonly requests: string[];
  /** SHA-256 of the archive, as the repository has them. */
  readonly sums: Record<string, string>;
}

const servers = new Set<ReturnType<typeof createServer>>();
afterEach(() => servers.forEach((server) => server.close()));

/** HashiCorp's release server on loopback, with an archive of that binary for one platform. */
export async function startReleaseServer(binary: Uint8Array): Promise<ReleaseServer> {
  const archive = zipSync({ 'LICENSE.txt': Buffer.from('…'), terraform: binary }, { level: 0 });
  const path = `/terraform/${VERSION}/terraform_${VERSION}_${PLATFORM}.zip`;
  const requests: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    requests.push(url);
    if (url !== path) response.writeHead(404).end();
    else response.writeHead(200, { 'content-length': archive.length }).end(archive);
  });
  servers.add(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    sums: { [PLATFORM]: createHash('sha256').update(archive).digest('hex') },
  };
}

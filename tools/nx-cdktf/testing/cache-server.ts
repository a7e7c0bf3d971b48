import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';

// Nx's self-hosted cache protocol (https://nx.dev/docs/guides/tasks--caching/self-hosted-caching) as a process:
// cache-server.ts <folder> <token>. Prints its port; what was asked and answered is in requests.log of the folder.
const [, , folder = '', token = ''] = process.argv;

const server = createServer((request, response) => {
  void (async () => {
    const [, hash] = /^\/v1\/cache\/([\w-]+)$/.exec(request.url ?? '') ?? [];
    const body = await buffer(request);
    const [status, content] = answer(request.method, hash, request.headers.authorization, body);
    appendFileSync(join(folder, 'requests.log'), `${request.method} ${status}\n`);
    response.writeHead(status).end(content);
  })();
}).listen(0, '127.0.0.1', () => console.log(String((server.address() as AddressInfo).port)));

function answer(
  method: string | undefined,
  hash: string | undefined,
  authorization: string | undefined,
  body: Buffer,
): [number, (Buffer | string)?] {
  if (authorization !== `Bearer ${token}`) return [401, 'Wrong token'];
  if (hash === undefined) return [404];
  const file = join(folder, hash);
  if (method === 'GET') return existsSync(file) ? [200, readFileSync(file)] : [404, 'Not cached'];
  if (method !== 'PUT') return [405];
  // A second writer could poison what others already trust.
  if (existsSync(file)) return [409, 'Already cached'];
  writeFileSync(file, body);
  return [200];
}

import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';

const servers: Server[] = [];

/** Paths and what is answered there: JSON, or a text. Everything else is not found. */
export type Answers = Readonly<Record<string, unknown>>;

/** A program of a test's own on a free port, until the test file ends. @returns its address */
export function answering(answers: Answers, headers: Readonly<Record<string, string>> = {}): Promise<string> {
  const server = createHttpServer((request, response) => {
    const answer = answers[request.url ?? ''];
    response.writeHead(answer === undefined ? 404 : 200, headers);
    response.end(typeof answer === 'object' ? JSON.stringify(answer) : String(answer ?? 'not found'));
  });
  return listen(server);
}

/** A program that does not speak HTTP. */
export const speaking = (text: string): Promise<string> => listen(createServer((socket) => socket.end(text)));

/** What an emulator of Gatehouse says of itself. */
export const gatehouse = (status: object): Answers => ({ '/moto-api/gatehouse': { moto: '5.2.1', ...status } });

/** Where nothing answers. */
export async function nobody(): Promise<string> {
  const server = createServer();
  const url = await listen(server);
  await new Promise((closed) => server.close(closed));
  return url;
}

async function listen(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterAll(() => {
  for (const server of servers.splice(0)) server.close();
});

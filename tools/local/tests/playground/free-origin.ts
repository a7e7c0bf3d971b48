import getPort, { portNumbers } from 'get-port';

/** An origin on this machine with a port that no other program is given by chance. */
export async function freeOrigin(): Promise<string> {
  const first = 20_000 + Math.floor(Math.random() * 9_000);
  return `http://127.0.0.1:${await getPort({ host: '127.0.0.1', port: portNumbers(first, first + 1000) })}`;
}

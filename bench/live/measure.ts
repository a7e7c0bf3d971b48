import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ServiceBuilder } from '@gatehouse/services';
import { addRoute, restoreRoutes, routesOf, type Place, type Started } from './started';

/** Seconds from the save of a route to the first request that is answered by it. */
export async function routeSeconds(started: Started, path: string): Promise<number> {
  addRoute(started.place.root, path);
  // A route that is not there is 403.
  return started.untilAnswered(path, ({ status }) => status === 401);
}

/** Seconds of `npx nx deploy local` of the older commit, for the same change. */
export async function deploySeconds({ place }: Started, path: string): Promise<number> {
  const { emulatorPort, root } = place;
  addRoute(root, path);
  const begun = performance.now();
  const env = { ...process.env, GATEHOUSE_AWS_ENDPOINT: `http://127.0.0.1:${emulatorPort}`, NX_TUI: 'false' };
  await promisify(execFile)('npx', ['nx', 'deploy', 'local'], { cwd: root, env, maxBuffer: Infinity });
  return (performance.now() - begun) / 1000;
}

/** Seconds from the save of a handler to the first request that it answers, and what the bundler alone takes. */
export async function handlerSeconds(
  started: Started,
  rounds: number,
): Promise<{ served: number[]; bundled: number[] }> {
  const { root } = started.place;
  const index = join(root, 'apps/api/src/index.ts');
  const before = readFileSync(index, 'utf8');
  const [served, bundled]: [number[], number[]] = [[], []];
  const builder = new ServiceBuilder(root);
  await builder.build('api');
  for (let round = 1; round <= rounds; round += 1) {
    const mark = `bench-${round}`;
    writeFileSync(index, `export const handler = async () => ({ statusCode: 418, body: '${mark}' });\n`);
    // The one route without a caller is answered by API Gateway itself, so the new one of the bench is public.
    served.push(await started.untilAnswered('/handler', async (response) => (await response.text()) === mark));
    const begun = performance.now();
    await builder.build('api');
    bundled.push((performance.now() - begun) / 1000);
  }
  writeFileSync(index, before);
  await builder.close();
  return { served, bundled };
}

/** Runs work with a route file that is as before afterwards. */
export async function keepingRoutes<T>({ root }: Place, work: () => Promise<T>): Promise<T> {
  const text = routesOf(root);
  try {
    return await work();
  } finally {
    restoreRoutes(root, text);
  }
}

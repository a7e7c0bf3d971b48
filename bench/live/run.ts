import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { availableParallelism, loadavg } from 'node:os';
import { WorkspaceCopy } from '@gatehouse/testing/workspace-copy';
import { baselineFolder, COMMIT } from '../baseline-folder';
import { deploySeconds, handlerSeconds, keepingRoutes, routeSeconds } from './measure';
import { Started, type Place } from './started';

/** From save to served, as a part of the other one's deployment. */
const ROUTE_LIMIT = 0.25;
/** A second start, as a part of the first. */
const SECOND_LIMIT = 0.3;
const rounds = Number(process.argv[2] ?? 3);

void compare();

async function compare(): Promise<void> {
  const [load = 0] = loadavg();
  console.log(
    `Node ${process.version}, ${availableParallelism()} cores, load ${load.toFixed(1)}; medians of ${rounds}`,
  );
  const copy = new WorkspaceCopy();
  const our = await place(copy.root, ['tools/gatehouse/bin/gatehouse.cjs', 'start']);
  const their = await place(baselineFolder(), ['-r', './register-ts.cjs', 'tools/local/src/cli.ts']);
  try {
    makePublic(copy);
    const second = await secondStart(our);
    const route = await keepingRoutes(their, () => routes(our, their));
    process.exitCode = second <= SECOND_LIMIT && route <= ROUTE_LIMIT ? 0 : 1;
  } finally {
    spawnSync('npx', ['nx', 'daemon', '--stop'], { cwd: their.root });
    copy.remove();
  }
}

/** A route that calls the handler for anyone. */
function makePublic(copy: WorkspaceCopy): void {
  const file = copy.path('libs/stacks/src/routes.ts');
  const me = "  api.addRoute('GET /me',";
  const handler = "  api.addRoute('GET /handler', { auth: Auth.public('The bench has no account'), integration });\n";
  writeFileSync(file, readFileSync(file, 'utf8').replace(me, handler + me));
}

async function secondStart(our: Place): Promise<number> {
  const firsts: number[] = [];
  const seconds: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const [times, more] of [
      [firsts, ['--fresh']],
      [seconds, []],
    ] as const) {
      const started = await Started.start(our, more);
      times.push(started.seconds);
      await started.stop();
    }
  }
  console.log('npm start until it serves');
  print('applied (--fresh)', median(firsts));
  print('a second start', median(seconds));
  return ratio(median(seconds) / median(firsts), SECOND_LIMIT);
}

/** Both run beside each other, and are measured in turns. */
async function routes(our: Place, their: Place): Promise<number> {
  const [ours, theirs] = [await Started.start(our), await Started.start(their)];
  try {
    // The first of each prepares what a repeated one finds.
    await routeSeconds(ours, '/first');
    await deploySeconds(theirs, '/first');
    const [served, deployed]: [number[], number[]] = [[], []];
    for (let round = 1; round <= rounds; round += 1) {
      served.push(await routeSeconds(ours, `/round${round}`));
      deployed.push(await deploySeconds(theirs, `/round${round}`));
    }
    const handler = await handlerSeconds(ours, rounds);
    console.log('A handler, from save to served');
    print('served', median(handler.served));
    print('the bundler alone', median(handler.bundled));
    console.log('A route, from save to served');
    print('npm start', median(served));
    print(`npx nx deploy local of ${COMMIT}`, median(deployed));
    return ratio(median(served) / median(deployed), ROUTE_LIMIT);
  } finally {
    await Promise.all([ours.stop(), theirs.stop()]);
  }
}

async function place(root: string, command: readonly string[]): Promise<Place> {
  return { root, command, port: await freePort(), emulatorPort: await freePort() };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

const print = (name: string, seconds: number): void => console.log(`  ${name.padEnd(34)}${seconds.toFixed(2)} s`);

function ratio(value: number, limit: number): number {
  console.log(`  ${'ratio'.padEnd(34)}${value.toFixed(2)}, limit ${limit}`);
  return value;
}

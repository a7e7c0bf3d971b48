import { type AddressInfo, createServer } from 'node:net';
import { once } from 'node:events';
import { availableParallelism, loadavg } from 'node:os';
import { WorkspaceCopy } from '@gatehouse/testing/workspace-copy';
import { type Contestant, ours, resources, run, theirs } from './contestants';

/** A part of the other one's time. */
const LIMIT = 0.7;
const rounds = Number(process.argv[2] ?? 3);

void compare();

async function compare(): Promise<void> {
  const copy = new WorkspaceCopy();
  try {
    // Figures of a busy machine are to be read as such.
    const [load = 0] = loadavg();
    console.log(
      `Node ${process.version}, ${availableParallelism()} cores, load ${load.toFixed(1)} before the first run`,
    );
    process.exitCode = ratio([ours(copy), theirs()], await freePorts()) <= LIMIT ? 0 : 1;
  } finally {
    copy.remove();
  }
}

/** They run in turns, so that a busy moment of the machine hits all alike. */
function ratio([our, their]: readonly [Contestant, Contestant], ports: readonly string[]): number {
  // The first run of each prepares what a repeated one finds, such as Terraform's data, and does not count. Theirs is the
  // first, because it writes the stacks that both deploy.
  const firsts = [run(their, ports), run(our, ports)];
  if (resources(our).join() !== resources(their).join()) throw new Error('the two do not deploy the same resources');
  console.log(
    `npm start -- --check, ${resources(our).length} resources in two stacks; median of ${rounds} runs in turns`,
  );
  const times = Array.from({ length: rounds }, () => [run(their, ports), run(our, ports)] as const);
  const [theirMedian, ourMedian] = [median(times.map(([time]) => time)), median(times.map(([, time]) => time))];
  print(our.name, `${ourMedian.toFixed(1)} s (the first run ${firsts[1]?.toFixed(1)} s)`);
  print(their.name, `${theirMedian.toFixed(1)} s (the first run ${firsts[0]?.toFixed(1)} s)`);
  print(`${our.name} / ${their.name}`, `${(ourMedian / theirMedian).toFixed(2)}, limit ${LIMIT}`);
  return ourMedian / theirMedian;
}

/** The same in every run: another port of the emulator is another backend, which Terraform would have to prepare again. */
async function freePorts(): Promise<string[]> {
  const [port, emulatorPort] = [await freePort(), await freePort()];
  return ['--port', String(port), '--emulator-port', String(emulatorPort)];
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

function print(name: string, text: string): void {
  console.log(`  ${name.padEnd(34)}${text}`);
}

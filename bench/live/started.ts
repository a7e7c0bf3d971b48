import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A local environment that runs. */
export interface Place {
  readonly root: string;
  /** Arguments of node, as `npm start` runs it. */
  readonly command: readonly string[];
  readonly port: number;
  readonly emulatorPort: number;
}

/** `npm start` of one commit, from its first line to Ctrl-C. */
export class Started {
  /** Seconds until it serves. */
  seconds = 0;
  private output = '';

  private constructor(
    readonly place: Place,
    private readonly child: ChildProcess,
  ) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (part: Buffer) => (this.output += part.toString()));
    }
  }

  static async start(place: Place, more: readonly string[] = []): Promise<Started> {
    const { command, emulatorPort, port, root } = place;
    const begun = performance.now();
    const ports = ['--port', String(port), '--emulator-port', String(emulatorPort)];
    const child = spawn(process.execPath, [...command, ...ports, ...more], { cwd: root });
    const started = new Started(place, child);
    await started.until(() => started.output.includes('Ctrl-C stops everything'));
    started.seconds = (performance.now() - begun) / 1000;
    return started;
  }

  /** Seconds until the API answers so, asked without credentials. */
  async untilAnswered(path: string, isIt: (response: Response) => boolean | Promise<boolean>): Promise<number> {
    const begun = performance.now();
    await this.until(async () => isIt(await fetch(`http://127.0.0.1:${this.place.port}/local${path}`)));
    return (performance.now() - begun) / 1000;
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGINT');
    await ended;
  }

  private async until(holds: () => boolean | Promise<boolean>): Promise<void> {
    while (!(await holds())) {
      if (this.child.exitCode !== null) throw new Error(`${this.place.root} ended:\n${this.output.slice(-4000)}`);
      await sleep(10);
    }
  }
}

const ROUTES = 'libs/stacks/src/routes.ts';
const ME = "  api.addRoute('GET /me', { auth: Auth.idToken(), integration });\n";

/** Adds a guarded route behind the one of `GET /me`, which both commits have. */
export function addRoute(root: string, path: string): void {
  const file = join(root, ROUTES);
  const text = readFileSync(file, 'utf8');
  if (text.split(ME).length !== 2) throw new Error(`${file}: expected one route GET /me`);
  const added = ME.replace('GET /me', `GET ${path}`).replace('Auth.idToken()', 'read');
  writeFileSync(file, text.replace(ME, ME + added));
}

export const routesOf = (root: string): string => readFileSync(join(root, ROUTES), 'utf8');

export const restoreRoutes = (root: string, text: string): void => writeFileSync(join(root, ROUTES), text);

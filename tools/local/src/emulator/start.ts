import { UserError } from '@gatehouse/cli-kit';
import { execa } from 'execa';
import getPort from 'get-port';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Bridge, openBridge } from '../bridge';
import { takesCodes } from './code-line';
import { childEnvironment, motoSettings } from './environment';
import { describeExit, type EmulatorExit } from './exit';
import { findEmulator, type FoundEmulator } from './find';
import { type Internal, internalOf } from './internal';
import { lastLines } from './log';

const HOST = '127.0.0.1';
const DEFAULT_PORT = 4599;
/** Ends a wait for an emulator that hangs; a slow machine takes a minute to start it. */
const READY_WITHIN_MS = 600_000;
const POLL_MS = 20;
const TERM_GRACE_MS = 3_000;

/** How an emulator is started; without any option as `npm start` does. */
export interface EmulatorOptions {
  /** Wished port; a free one is taken when something else has it. @default 4599 */
  port?: number;
  /** @default the first one `findEmulator` finds */
  emulator?: FoundEmulator;
  /** Our additions to moto; without them only to prove that they are needed. @default true */
  additions?: boolean;
  /** Folder of the checkout whose commands alone may use it. @default - anyone's may */
  checkout?: string;
  /**
   * Why the emulator refused a request that is signed with credentials of a role, and what its policies lack.
   *
   * @default - printed to standard error
   */
  onRefusal?: (text: string) => void;
  /** Gets the address before anything answers there, so that others prepare for it; once more when it must be another. */
  onLaunch?: (url: string) => void;
  /** Gets a line for each code that Cognito would send. @default - nobody */
  onCode?: (line: string) => void;
}

/** A running emulator. It ends with this process, however this process ends. */
export interface Emulator {
  /** `http://127.0.0.1:<port>`; nothing outside this machine reaches it. */
  url: string;
  port: number;
  /** Of this process; another one on the same port has another. */
  instance: string;
  /** Of moto. */
  version: string;
  description: string;
  /** What the emulator asks of this process. */
  bridge: Pick<Bridge, 'serveFunctions'>;
  /** @throws EmulatorRefusal with AWS's error; without our additions there is nothing to ask */
  internal: Internal;
  /** Ends its whole process tree; fulfilled when nothing is left. */
  stop: () => Promise<void>;
  /** Fulfilled when it ends, asked or not; never rejected. */
  exited: Promise<EmulatorExit>;
}

/**
 * Starts moto and waits until it answers.
 *
 * @throws EmulatorNotFoundError when there is none
 * @throws Error with its last lines when it ends or does not answer in ten minutes
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const found = options.emulator ?? (await findEmulator());
  const bridge = await openBridge(options.onRefusal ?? console.error);
  for (;;) {
    const port = await getPort({ port: options.port ?? DEFAULT_PORT, host: HOST });
    const mode = options.additions === false ? 'plain' : 'on';
    const instance = randomUUID();
    const settings = motoSettings(mode, instance, bridge, options.checkout);
    const emulator = launch(found, port, settings, { bridge, instance, onCode: options.onCode });
    options.onLaunch?.(emulator.url);
    const failure = await emulator.ready;
    if (!failure) {
      void emulator.exited.then(bridge.close);
      return emulator;
    }
    await emulator.stop();
    // Another process took the port between the check and moto's start.
    if (!/address already in use/i.test(failure)) {
      await bridge.close();
      throw new UserError(`${found.description} did not start on ${emulator.url}. ${failure}`);
    }
  }
}

function launch(
  found: FoundEmulator,
  port: number,
  settings: Record<string, string>,
  { bridge, instance, onCode }: { bridge: Bridge; instance: string } & Pick<EmulatorOptions, 'onCode'>,
): Emulator & { ready: Promise<string | undefined> } {
  const url = `http://${HOST}:${port}`;
  // Its own process group: Ctrl-C reaches us alone and we end it in our order, shims and all.
  const child = execa(found.command.file, found.command.args(HOST, port, settings), {
    env: childEnvironment(settings),
    extendEnv: false,
    detached: true,
    cleanup: false,
    reject: false,
    buffer: false,
    stdin: 'pipe',
  });
  const log = lastLines(takesCodes(onCode), child.stdout, child.stderr);
  let stopped = false;
  let ended = false;
  const exited = child.then((result): EmulatorExit => {
    ended = true;
    return { stopped, code: result.exitCode, signal: result.signal, log: [...log] };
  });
  const stop = async (): Promise<void> => {
    stopped = true;
    if (ended || child.pid === undefined) return;
    signalGroup(child.pid, 'SIGTERM');
    const inTime = await Promise.race([exited, sleep(TERM_GRACE_MS, undefined, { ref: false })]);
    if (!inTime) {
      signalGroup(child.pid, 'SIGKILL');
      await exited;
    }
  };
  const isReady = waitUntilReady(url, instance, () => ended);
  const ready = Promise.race([exited.then(describeExit), isReady]);
  const { description, version } = found;
  const internal = internalOf(url, bridge.secret);
  return { url, port, instance, version, description, bridge, internal, stop, exited, ready };
}

/** @returns undefined when ready, else why not. The instance tells our process from another on that port. */
async function waitUntilReady(url: string, instance: string, ended: () => boolean): Promise<string | undefined> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline && !ended()) {
    const status = await fetch(`${url}/moto-api/gatehouse`, { signal: AbortSignal.timeout(5_000) })
      .then((response) => response.json() as Promise<{ instance?: string }>)
      .catch(() => undefined);
    if (status?.instance === instance) return undefined;
    await sleep(POLL_MS);
  }
  return `It did not answer at ${url}/moto-api/gatehouse in ${READY_WITHIN_MS / 1000} s.`;
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    // ESRCH: it ended in between.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

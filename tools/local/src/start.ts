import { colorsFor, describeError, EXIT, UserError, type ExitCode } from '@gatehouse/cli-kit';
import { Cleanup } from './cleanup';
import { describeExit } from './emulator';
import { type Live, LiveEnvironment, type Running } from './live/running';
import { smokeTest } from './smoke/smoke';
import { smokeTable } from './smoke/table';
import { up } from './up/up';
import { welcome } from './up/welcome';
import { writeOutputs } from './up/write-outputs';

export interface StartOptions {
  /** Deploy, run the smoke test, stop. */
  readonly check?: boolean;
  /** Print for machines. */
  readonly json?: boolean;
  readonly port?: number;
  readonly emulatorPort?: number;
}

/** `npm start`: runs until Ctrl-C, SIGTERM or the end of the emulator; ends the process with nothing left running. */
export async function start(options: StartOptions): Promise<never> {
  const cleanup = new Cleanup();
  const exitCode = await Promise.race([interruption(options), run(cleanup, options)]).catch((error) => {
    console.error(`\n${describeError(error)}`);
    return EXIT.error;
  });
  for (const failure of await cleanup.run()) console.error(failure);
  process.exit(exitCode);
}

async function run(cleanup: Cleanup, options: StartOptions): Promise<ExitCode> {
  const { running } = await up(cleanup, {
    gatewayPort: options.port,
    emulatorPort: options.emulatorPort,
    onAccessLog: options.check ? () => undefined : (line) => console.error(line),
  });
  writeOutputs(running.outputs);
  return options.check ? check(running, options) : serveUntilGone(new LiveEnvironment(running), options);
}

async function check(running: Running, options: StartOptions): Promise<ExitCode> {
  const smoke = await smokeTest(running);
  const ok = smoke.results.every((result) => result.ok);
  console.log(
    options.json
      ? JSON.stringify({ ok, ...smoke, outputs: running.outputs }, null, 2)
      : `\n${smokeTable(smoke, colorsFor(process.stdout))}`,
  );
  return ok ? EXIT.ok : EXIT.findings;
}

async function serveUntilGone({ current: running }: Live, options: StartOptions): Promise<never> {
  console.log(options.json ? JSON.stringify(running.outputs, null, 2) : welcome(running, colorsFor(process.stdout)));
  const exit = await running.emulator.exited;
  throw new UserError(describeExit(exit));
}

/** Ends well on Ctrl-C or SIGTERM, which is how this program is stopped; a check that is stopped has not passed. */
export function interruption({ check }: StartOptions): Promise<ExitCode> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        console.error('\nStopping.');
        resolve(check ? EXIT.interrupted : EXIT.ok);
      });
    }
  });
}

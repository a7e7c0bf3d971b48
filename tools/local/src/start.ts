import { colorsFor, EXIT, UserError, type ExitCode } from '@gatehouse/cli-kit';
import { AccessLogFile } from './access-log-file';
import { apiNames } from './api-names';
import { type Cleanup } from './cleanup';
import { openReporter, type Reporter } from './console';
import { describeExit } from './emulator';
import { LiveEnvironment, type Running } from './live/running';
import { type Changed } from './live/changed';
import { startWatch } from './live/start-watch';
import { openPlayground, sourceOf } from './playground';
import { printRequests } from './print-requests';
import { printable } from './printable';
import { RequestLog } from './requests-log';
import { smokeTest } from './smoke/smoke';
import { smokeTable } from './smoke/table';
import { untilStopped } from './until-stopped';
import { type Outputs } from './up/outputs';
import { up } from './up/up';
import { ACCESS_LOG, welcome } from './up/welcome';
import { writeOutputs } from './up/write-outputs';
import { inWorkspace } from './workspace';

export interface StartOptions {
  /** Deploy, run the smoke test, stop. */
  readonly check?: boolean;
  /** Print for machines. */
  readonly json?: boolean;
  /** Apply all stacks, whatever the last start left. */
  readonly fresh?: boolean;
  /** Serve what the sources become. @default true */
  readonly watch?: boolean;
  readonly port?: number;
  readonly emulatorPort?: number;
}

/**
 * `npm start`: runs until Ctrl-C, SIGTERM or the end of the emulator; ends the process with nothing left running. A check that is
 * stopped has not passed.
 */
export async function start(options: StartOptions): Promise<never> {
  const { check, json } = options;
  const reporter = openReporter({ json: json && !check });
  const stopped = check ? EXIT.interrupted : EXIT.ok;
  return untilStopped(reporter, { signals: ['SIGINT', 'SIGTERM', 'SIGHUP'], stopped }, (cleanup) =>
    check ? runCheck(cleanup, reporter, options) : serve(cleanup, reporter, options),
  );
}

async function runCheck(cleanup: Cleanup, reporter: Reporter, options: StartOptions): Promise<ExitCode> {
  const nobody = (): void => undefined;
  const { running } = await up(cleanup, { ...wishes(options), reporter, onRequest: nobody, onAccessLog: nobody });
  writeOutputs(running.outputs);
  const smoke = await smokeTest(running);
  const ok = smoke.results.every((result) => result.ok);
  const facts = { ok, ...smoke, outputs: running.outputs };
  const text = options.json ? JSON.stringify(facts, null, 2) : `\n${smokeTable(smoke, colorsFor(process.stdout))}`;
  reporter.result(text, { event: 'checked', ...facts });
  return ok ? EXIT.ok : EXIT.findings;
}

async function serve(cleanup: Cleanup, reporter: Reporter, options: StartOptions): Promise<never> {
  const { watch = true } = options;
  const since = Date.now();
  const requests = new RequestLog();
  const accessLog = new AccessLogFile(inWorkspace(ACCESS_LOG));
  const { binary, memory, running, states } = await up(cleanup, {
    ...wishes(options),
    reporter,
    watched: watch,
    onRequest: requests.add,
    onAccessLog: accessLog.write,
  });
  const live = new LiveEnvironment(running);
  printRequests(requests, reporter, () => apiNames(live.current.environment, live.current.surface));
  memory.keepToTheEnd(() => live.current);
  const playground = await openPlayground({ source: sourceOf(live), requests, cleanup, reporter });
  const outputs = (): Outputs => ({ ...live.current.outputs, playground: playground.url });
  writeOutputs(outputs());
  live.onReload(() => writeOutputs(outputs()));
  const onServed = (changed: Changed): void => reporter.event({ event: 'served', changed, outputs: outputs() });
  await startWatch(cleanup, live, { binary, reporter, states, since, watch, onServed });
  const show = (): void => showWelcome({ ...live.current, outputs: outputs() }, reporter);
  show();
  reporter.keys([{ key: 'h', press: show }]);
  throw new UserError(describeExit(await running.emulator.exited));
}

/** URLs, people, and the lines to try. */
function showWelcome(running: Running, reporter: Reporter): void {
  const notes = running.gateway.notes().map(printable);
  const text = [welcome(running, colorsFor(process.stdout), reporter), ...notes].join('\n');
  reporter.result(text, { event: 'served', outputs: running.outputs });
}

const wishes = ({ emulatorPort, fresh, port }: StartOptions) => ({ emulatorPort, fresh, gatewayPort: port });

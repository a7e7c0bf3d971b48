import { EXIT } from '@gatehouse/cli-kit';
import { type HttpApi, type RestApi, type Surface } from '@gatehouse/surface';
import { stageUrl } from '@gatehouse/terraform';
import { AccessLogFile } from '../access-log-file';
import { type Cleanup } from '../cleanup';
import { openReporter, type Reporter } from '../console';
import { isServed } from '../gateway';
import { openPlayground } from '../playground';
import { printRequests } from '../print-requests';
import { printable } from '../printable';
import { processEnvironment } from '../process-environment';
import { RequestLog } from '../requests-log';
import { untilStopped } from '../until-stopped';
import { servedAt } from '../up/served-at';
import { nameEmulator, type NamedEmulator, SECRET } from './named-emulator';
import { reloads } from './reloads';
import { ServedStates } from './served-states';
import { ShownStates } from './shown-states';
import { StateSource } from './state-source';
import { stampsOf, watchStates } from './watch-states';

export interface ServeStatesOptions {
  /** `http://127.0.0.1:4599` */
  readonly endpoint: string;
  /** Folder that the archives of functions are in. */
  readonly functions: string;
  /** File that gets the access log of the APIs. @default - none does */
  readonly accessLog?: string;
  readonly port?: number;
}

/**
 * `gatehouse serve`: serves what any Terraform applied in an emulator, and again when a state changes or at SIGHUP, until Ctrl-C or
 * SIGTERM. Ends the process.
 */
export async function serveStates(files: readonly string[], options: ServeStatesOptions): Promise<never> {
  const reporter = openReporter();
  return untilStopped(reporter, { signals: ['SIGINT', 'SIGTERM'], stopped: EXIT.ok }, (cleanup) =>
    run(cleanup, reporter, files, options),
  );
}

async function run(
  cleanup: Cleanup,
  reporter: Reporter,
  files: readonly string[],
  options: ServeStatesOptions,
): Promise<never> {
  const source = new StateSource(files, options.functions);
  const known = stampsOf(source.files);
  const surface = await source.read();
  const emulator = await nameEmulator(options.endpoint, processEnvironment()[SECRET]);
  const requests = new RequestLog();
  const onAccessLog = options.accessLog === undefined ? () => undefined : new AccessLogFile(options.accessLog).write;
  const served = await ServedStates.open(surface, cleanup, { ...options, emulator, reporter, requests, onAccessLog });
  printRequests(requests, reporter, () => new Map(apisOf(served.surface).map(({ id, name }) => [id, name])));
  const shown = await ShownStates.of(served, emulator, cleanup);
  const playground = shown && (await openPlayground({ source: shown, requests, cleanup, reporter }));
  const show = (): void => {
    const lines = [...linesOf(served, emulator), ...(playground ? [`Playground: ${playground.url}`] : [])].map(
      printable,
    );
    const keys = reporter.interactive ? 'h shows this again. ' : '';
    reporter.result([...lines, `${keys}Ctrl-C stops it.`].join('\n'), { event: 'served' });
  };
  const reload = async (): Promise<string> => {
    await served.reload(await source.read());
    await shown?.reload(served.surface);
    return `served again (${counted(served.surface)})`;
  };
  cleanup.add('the watch of the states', watchStates(source.files, known, reloads(reload, reporter)));
  show();
  reporter.keys([{ key: 'h', press: show }]);
  return new Promise<never>(() => undefined);
}

const counted = (surface: Surface): string => {
  const named = (parts: readonly { readonly name: string }[]) => parts.map(({ name }) => name).join(', ') || 'none';
  return `APIs: ${named(apisOf(surface))}; user pools: ${named(surface.userPools)}`;
};

/** Those that are served: not WebSocket APIs. */
const apisOf = ({ apis, httpApis }: Surface): (RestApi | HttpApi)[] => [...apis, ...httpApis.filter(isServed)];

function linesOf({ frontDoor, gateway, surface }: ServedStates, { withoutInternal }: NamedEmulator): string[] {
  return [
    servedAt([gateway.url], surface),
    ...apisOf(surface).flatMap((api) => linesOfApi(api, gateway.urlOf(api))),
    ...surface.httpApis
      .filter((api) => !isServed(api))
      .map(({ address }) => `Not served: ${address}, which is a WebSocket API`),
    ...(frontDoor
      ? surface.userPools.map(({ id, name }) => `User pool ${name} (${id}): sign-in pages on ${frontDoor.urlOf(id)}`)
      : [`No sign-in pages, triggers, roles and playground: ${withoutInternal} (docs/serve.md)`]),
    ...gateway.notes(),
  ];
}

const linesOfApi = ({ name, stages }: RestApi | HttpApi, url: string): string[] =>
  stages.map((stage) => `API ${name}: ${stageUrl(url, stage)}`);

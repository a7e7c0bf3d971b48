import { EXIT, UserError } from '@gatehouse/cli-kit';
import { type RestApi, type Surface, surfaceFromState } from '@gatehouse/surface';
import { type Cleanup } from '../cleanup';
import { openReporter, type Reporter } from '../console';
import { callerOf } from '../emulator';
import { startFrontDoor } from '../front-door';
import { type Gateway, publishedKeys, startGateway } from '../gateway';
import { printable } from '../printable';
import { processEnvironment } from '../process-environment';
import { RequestLog } from '../requests-log';
import { untilStopped } from '../until-stopped';
import { apiKeyValues } from '../up/api-keys';
import { servedAt } from '../up/served-at';
import { withArchives } from './archives';
import { checkPools, nameEmulator, type NamedEmulator, SECRET } from './named-emulator';
import { readStateFiles } from './state-files';

export interface ServeStatesOptions {
  /** `http://127.0.0.1:4599` */
  readonly endpoint: string;
  /** Folder that the archives of functions are in. */
  readonly functions: string;
  readonly port?: number;
}

const GATEWAY_PORT = 4510;
const FRONT_DOOR_PORT = 4540;

/** The emulator evaluates roles for who started it alone; requests with this key it takes as Terraform's. */
const credentials = {
  accessKeyId: 'emulator',
  secretAccessKey: 'emulator',
  sessionToken: 'emulator',
  expiration: '2999-01-01T00:00:00Z',
};

/** `gatehouse serve`: serves what any Terraform applied in an emulator, until Ctrl-C or SIGTERM. Ends the process. */
export async function serveStates(files: readonly string[], options: ServeStatesOptions): Promise<never> {
  const reporter = openReporter();
  return untilStopped(reporter, { signals: ['SIGINT', 'SIGTERM', 'SIGHUP'], stopped: EXIT.ok }, (cleanup) =>
    run(cleanup, reporter, files, options),
  );
}

async function run(
  cleanup: Cleanup,
  reporter: Reporter,
  files: readonly string[],
  options: ServeStatesOptions,
): Promise<never> {
  const applied = surfaceFromState(await readStateFiles(files));
  if (applied.apis.length + applied.userPools.length === 0) {
    throw new UserError(
      `${files.join(', ')}: expected a REST API or a user pool, found none. Name the states that have them.`,
    );
  }
  const surface = await withArchives(applied, options.functions);
  const emulator = await nameEmulator(options.endpoint, processEnvironment()[SECRET]);
  await checkPools(emulator, surface);
  const lines = [
    ...(await openGateway(cleanup, reporter, surface, emulator, options)),
    ...(await openPages(cleanup, reporter, surface, emulator)),
  ];
  reporter.result([...lines.map(printable), 'Ctrl-C stops it.'].join('\n'), { event: 'served' });
  return new Promise<never>(() => undefined);
}

async function openGateway(
  cleanup: Cleanup,
  reporter: Reporter,
  surface: Surface,
  { internal, url }: NamedEmulator,
  { functions, port = GATEWAY_PORT }: ServeStatesOptions,
): Promise<string[]> {
  const requests = new RequestLog();
  requests.on((record) => reporter.request(record));
  const gateway = await startGateway({
    surface,
    port,
    keys: publishedKeys(url),
    apiKeyValue: apiKeyValues(url, regionOf(surface.apis)),
    callerOf: internal && ((accessKeyId) => callerOf(internal, accessKeyId)),
    functionRoots: [functions],
    aws: { endpoint: url, credentialsOf: () => Promise.resolve(credentials) },
    onAccessLog: () => undefined,
    onRequest: requests.add,
    onRefusal: (line) => reporter.relay(line),
    onFunctionOutput: (name, line) => reporter.relay(`[${name}] ${line}`),
  });
  cleanup.add('the gateway', gateway.close);
  return [
    servedAt([gateway.url], surface),
    ...surface.apis.flatMap((api) => linesOf(api, gateway)),
    ...surface.httpApis.map(({ address }) => `Not served: ${address}, which is no REST API`),
  ];
}

const linesOf = (api: RestApi, gateway: Gateway): string[] =>
  api.stages.map(({ name }) => `API ${api.name}: ${gateway.urlOf(api)}/${name}`);

/** The emulator is asked for API keys in one region. */
function regionOf(apis: readonly RestApi[]): string {
  const regions = [...new Set(apis.map(({ executionArn }) => executionArn.split(':')[3] as string))];
  if (regions.length <= 1) return regions[0] ?? '';
  throw new UserError(
    `expected APIs of one region, found ${regions.join(', ')}. Serve the states of one region at a time.`,
  );
}

async function openPages(
  cleanup: Cleanup,
  reporter: Reporter,
  surface: Surface,
  { internal, url, withoutInternal }: NamedEmulator,
) {
  const { userPools } = surface;
  if (userPools.length === 0) return [];
  if (!internal) return [`No sign-in pages: ${withoutInternal} (docs/serve.md)`];
  const pools = userPools.map(({ id }) => id);
  const onRefusal = (line: string): void => reporter.relay(line);
  const door = await startFrontDoor({ emulator: { internal, url }, pools, port: FRONT_DOOR_PORT, onRefusal });
  cleanup.add('the sign-in pages', door.close);
  return userPools.map(({ id, name }) => `User pool ${name} (${id}): sign-in pages on ${door.urlOf(id)}`);
}

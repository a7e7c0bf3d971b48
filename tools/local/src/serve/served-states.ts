import { UserError } from '@gatehouse/cli-kit';
import { type RestApi, type Surface } from '@gatehouse/surface';
import { openBridge } from '../bridge';
import { type Cleanup } from '../cleanup';
import { type Reporter } from '../console';
import { awsOf, callerOf } from '../emulator/caller';
import { type FrontDoor, startFrontDoor } from '../front-door';
import { type Gateway, publishedKeys, snapshotsAt, startGateway } from '../gateway';
import { type RequestLog } from '../requests-log';
import { apiKeyValues } from '../up/api-keys';
import { checkPools, type NamedEmulator } from './named-emulator';

export interface ServedStatesOptions {
  readonly emulator: NamedEmulator;
  readonly reporter: Reporter;
  readonly requests: RequestLog;
  /** Gets each line of the stages' access logs. */
  readonly onAccessLog: (line: string) => void;
  /** Folder that the archives of functions are in. */
  readonly functions: string;
  /** Wished port of the first API. @default 4510 */
  readonly port?: number;
}

const GATEWAY_PORT = 4510;
const FRONT_DOOR_PORT = 4540;

/** The emulator evaluates roles for who knows its secret alone; requests with this key it takes as Terraform's. */
const credentials = {
  accessKeyId: 'emulator',
  secretAccessKey: 'emulator',
  sessionToken: 'emulator',
  expiration: '2999-01-01T00:00:00Z',
};

/** What is applied in an emulator, served. */
export class ServedStates {
  private constructor(
    private readonly options: ServedStatesOptions,
    readonly gateway: Gateway,
    /** Absent where the emulator's additions may not be asked. */
    readonly frontDoor: FrontDoor | undefined,
    private applied: Surface,
  ) {}

  /** What is started goes on `cleanup` at once. @throws UserError where the emulator does not have what is applied */
  static async open(surface: Surface, cleanup: Cleanup, options: ServedStatesOptions): Promise<ServedStates> {
    await checkPools(options.emulator, surface);
    const gateway = await openGateway(surface, options);
    cleanup.add('the gateway', gateway.close);
    await bindEmulator(gateway, cleanup, options);
    const frontDoor = await openPages(surface, options);
    if (frontDoor) cleanup.add('the sign-in pages', frontDoor.close);
    return new ServedStates(options, gateway, frontDoor, surface);
  }

  get surface(): Surface {
    return this.applied;
  }

  /** From now on this is served. @throws where it cannot be; what was there before is served then */
  async reload(surface: Surface): Promise<void> {
    if (regionOf(surface) !== regionOf(this.applied)) {
      throw new UserError(
        `expected APIs of ${regionOf(this.applied)}, found APIs of ${regionOf(surface)}. Start serve again for another region.`,
      );
    }
    await checkPools(this.options.emulator, surface);
    await this.gateway.reload(surface);
    await this.frontDoor?.reload(surface.userPools.map(({ id }) => id));
    this.applied = surface;
  }
}

function openGateway(surface: Surface, options: ServedStatesOptions): Promise<Gateway> {
  const { emulator, functions, onAccessLog, port = GATEWAY_PORT, reporter, requests } = options;
  const { internal, url } = emulator;
  return startGateway({
    surface,
    port,
    keys: publishedKeys(url),
    apiKeyValue: apiKeyValues(url, regionOf(surface)),
    callerOf: internal && ((accessKeyId) => callerOf(internal, accessKeyId)),
    functionRoots: [functions],
    aws: internal ? awsOf({ internal, url }) : { endpoint: url, credentialsOf: () => Promise.resolve(credentials) },
    snapshots: snapshotsAt(url),
    onAccessLog,
    onRequest: requests.add,
    onRefusal: (line) => reporter.relay(line),
    onFunctionOutput: (name, line) => reporter.relay(`[${name}] ${line}`),
  });
}

/** The emulator asks this process what policies allow and what triggers answer, until it ends. */
async function bindEmulator(
  gateway: Gateway,
  cleanup: Cleanup,
  { emulator: { internal, secret }, reporter }: ServedStatesOptions,
): Promise<void> {
  if (!internal) return;
  const bridge = await openBridge((text) => reporter.say(text), secret);
  bridge.serveFunctions(gateway.invoke);
  cleanup.add('the bridge', bridge.close);
  await internal('bridge', { url: bridge.url });
  // It may have ended before us.
  cleanup.add('the bridge of the emulator', () => internal('bridge', { url: null }).then(done, done));
}

const done = (): void => undefined;

async function openPages(
  { userPools }: Surface,
  { emulator: { internal, url }, reporter }: ServedStatesOptions,
): Promise<FrontDoor | undefined> {
  if (!internal) return undefined;
  return startFrontDoor({
    emulator: { internal, url },
    pools: userPools.map(({ id }) => id),
    port: FRONT_DOOR_PORT,
    onRefusal: (line) => reporter.relay(line),
  });
}

/** The emulator is asked for API keys in one region; of a surface without APIs, that of its pools. */
export function regionOf({ apis, httpApis, userPools }: Pick<Surface, 'apis' | 'httpApis' | 'userPools'>): string {
  const regions = [...new Set([...apis, ...httpApis].map(regionOfApi))];
  if (regions.length > 1) {
    throw new UserError(
      `expected APIs of one region, found ${regions.join(', ')}. Serve the states of one region at a time.`,
    );
  }
  return regions[0] ?? userPools[0]?.id.split('_')[0] ?? '';
}

const regionOfApi = ({ executionArn }: Pick<RestApi, 'executionArn'>): string => executionArn.split(':')[3] as string;

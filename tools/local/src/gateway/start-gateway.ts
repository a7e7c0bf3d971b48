import { type HttpApi, type RestApi, type Surface } from '@gatehouse/surface';
import { type ServeFunction } from '../bridge';
import { type CallerOf } from '../emulator/caller';
import { type HandledRequest } from '../requests-log';
import { createFunctions, type Functions } from './functions/functions';
import { FunctionsMadeByHand } from './functions/made-by-hand';
import { type FunctionAws } from './functions/instance';
import { serveInvocations } from './functions/serve-invocations';
import { IssuerKeys } from './http-api';
import { poolKeyCache, type PoolKeys } from './request/pool-keys';
import { TokenHolders } from './request/token-holders';
import { type ApiKeyValue, UsagePlans } from './request/usage-plans';
import { ServedApis } from './served-apis';
import { Services, type ServicesAws } from './services';
import { type Snapshots } from './snapshots';

export interface GatewayOptions {
  /** What is applied. */
  readonly surface: Surface;
  /** Wished port of the first API, the next ones follow; a free one is taken when it is in use. @default - free ones */
  readonly port?: number;
  /** Where user pools publish their keys, e.g. `publishedKeys(emulatorUrl)`. */
  readonly keys: PoolKeys;
  /** @default - no API key is good */
  readonly apiKeyValue?: ApiKeyValue;
  /** Whose AWS credentials sign requests to IAM routes. @default - no signature is good */
  readonly callerOf?: CallerOf;
  /** Folders that the functions' archives are relative to. */
  readonly functionRoots: readonly string[];
  /** Folder of the services, whose archives are run as they are built. @default - only what was deployed is run */
  readonly services?: string;
  /** Archives that are built again are read when `renewFunctions` says so, not at the next call. @default false */
  readonly renewedByOwner?: boolean;
  /** Where functions and integrations find AWS, and with which credentials. @default - AWS itself, without credentials */
  readonly aws?: FunctionAws & ServicesAws;
  /** What the deployments of REST APIs froze. @default - each serves its API as it is when it is first seen */
  readonly snapshots?: Snapshots;
  /** @default - printed to standard output */
  readonly onAccessLog?: (line: string) => void;
  /** A line that a function printed. @default - printed to standard output, behind the function's name */
  readonly onFunctionOutput?: (functionName: string, line: string) => void;
  /**
   * Each request when it is answered, with the reason where the gateway refused or failed it: the client sees 401, 403 or
   * `Internal server error`, as on AWS.
   *
   * @default - nobody
   */
  readonly onRequest?: (request: HandledRequest) => void;
  /**
   * Why a request never reached an API: it is no HTTP, or too large.
   *
   * @default - printed to standard error
   */
  readonly onRefusal?: (message: string) => void;
}

export interface Gateway {
  /** `http://127.0.0.1:<port>` of the first API; a named stage is below it, as on AWS. */
  readonly url: string;
  /** The same of any API that is served: each has a port of its own. */
  urlOf(api: RestApi | HttpApi): string;
  /**
   * Takes newly applied values, in one step: a request is answered by what was there before, or by these alone. A stage changes
   * only with its deployment.
   *
   * @param functionRoots folders that the functions' archives are relative to @default - as before
   */
  reload(surface: Surface, functionRoots?: readonly string[]): Promise<void>;
  /** Takes archives that were built again. @returns names of the functions whose code is another now */
  renewFunctions(): Promise<readonly string[]>;
  /** What a person should know of what is served now, a line for each: what is live beside the configuration, or not as on AWS. */
  notes(): readonly string[];
  /** Calls a deployed function for another service, as a user pool calls its triggers. */
  readonly invoke: ServeFunction;
  close(): Promise<void>;
}

/**
 * The data plane of API Gateway: every REST and HTTP API of the surface, with authorizers and Lambda functions, on the loopback interface.
 *
 * @throws Error when the surface cannot be served: no archive of a function, a definition AWS would refuse.
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const functions = functionsOf(options);
  const byHand = functionsByHand(options);
  const { load, parts } = partsOf(options);
  const served = await ServedApis.open({
    parts,
    holdFunctions: () => functions.hold(),
    port: options.port,
    ...outside(options),
  });
  const reload = async (next: Surface, functionRoots?: readonly string[]): Promise<void> => {
    const compiled = await served.compile(next);
    const prepared = await functions.prepare(next, functionRoots);
    await served.open(compiled);
    // In one step: no request sees one without the other.
    functions.use(prepared);
    load(next);
    served.use(compiled);
  };
  const close = async (): Promise<void> => {
    await served.close();
    await functions.stop();
    await byHand?.stop();
  };
  try {
    await reload(options.surface);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    url: served.url,
    urlOf: (api) => served.urlOf(api),
    invoke: serveInvocations(functions, byHand),
    notes: () => served.notes(),
    reload,
    renewFunctions: () => functions.renew(),
    close,
  };
}

/** What it reports to, and what it asks what is deployed. */
const outside = ({ onAccessLog, onRefusal, onRequest, snapshots }: GatewayOptions) => ({
  onAccessLog: onAccessLog ?? console.log,
  onRefusal: onRefusal ?? console.error,
  onRequest: onRequest ?? (() => undefined),
  snapshots: snapshots ?? (() => Promise.resolve(undefined)),
});

/** What every API is served with; `load` takes what is applied. */
function partsOf({ apiKeyValue = () => Promise.resolve(undefined), aws, callerOf, keys }: GatewayOptions) {
  const loaded = {
    holders: new TokenHolders(),
    issuerKeys: new IssuerKeys(keys),
    usagePlans: new UsagePlans(apiKeyValue),
  };
  const load = (next: Surface): void => Object.values(loaded).forEach((part) => part.load(next));
  return { load, parts: { ...loaded, callerOf, jwksCache: poolKeyCache(keys), services: new Services(aws) } };
}

const functionsOf = ({ aws, functionRoots, onFunctionOutput, renewedByOwner, services }: GatewayOptions): Functions =>
  createFunctions({
    roots: functionRoots,
    services,
    renewedByOwner,
    aws,
    onOutput: onFunctionOutput ?? printed,
  });

function functionsByHand({ aws, onFunctionOutput = printed }: GatewayOptions): FunctionsMadeByHand | undefined {
  return aws?.functionOf && new FunctionsMadeByHand({ ...aws, functionOf: aws.functionOf }, onFunctionOutput);
}

const printed = (name: string, line: string): void => console.log(`[${name}] ${line}`);

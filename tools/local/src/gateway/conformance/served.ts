import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type HttpApi, type RestApi, type Surface } from '@gatehouse/surface';
import { type Emulator, startEmulator } from '../../emulator';
import { awsOf, type Caller, callerOf } from '../../emulator/caller';
import { type Gateway, type GatewayOptions, startGateway } from '../index';
import { testKeys } from '../testing/call';
import { anApi, aSurface, region } from '../testing/surface';
import { type Area } from './area';
import { fillAws } from './aws';
import { startBackend } from './backend';
import { callers, callersOf } from './callers';
import { type Seen, send, sendBytes, type Sent } from './client';
import { functionPermissions, functions, writeFunctions } from './functions';
import { httpFunctionPermissions, httpFunctions, writeHttpFunctions } from './http-functions';

/** Lines that the gateway printed since a row began. */
export interface Printed {
  readonly accessLog: string[];
  readonly problems: string[];
  readonly refusals: string[];
}

/** A served API as a row sees it. */
export interface Conformance extends Printed {
  readonly url: string;
  /** Of the HTTP backend. */
  readonly backend: string;
  /** `GET /me?a=1`, of a REST API below the stage `local`. */
  call(title: string, sent?: Sent): Promise<Seen>;
  /** `GET /local/me`, as written. */
  send(title: string, sent?: Sent): Promise<Seen>;
  /** What the gateway says of all APIs. */
  notes(): readonly string[];
  /** Credentials of a role of the emulator. */
  keysOf(roleArn: string): Promise<Caller>;
  /** Bytes to a socket; what came back when the other side closed. */
  bytes(bytes: string | Buffer, options?: { halfClose?: boolean }): Promise<string>;
}

/** An API of an area; where it calls an HTTP backend, `BACKEND` stands for its URL, `SECURE_BACKEND` for that with HTTPS. */
export function conformanceApi(id: string, overrides: Partial<RestApi>): RestApi {
  return anApi({
    address: `aws_api_gateway_rest_api.${id}`,
    id,
    name: id,
    executionArn: `arn:aws:execute-api:${region}:123456789012:${id}`,
    ...overrides,
  });
}

/** Every API of every area in one gateway, in this process. */
export class Served {
  readonly printed: Printed = { accessLog: [], problems: [], refusals: [] };

  private constructor(
    private readonly folder: string,
    private readonly backend: Awaited<ReturnType<typeof startBackend>>,
    private readonly emulator: Emulator,
    private gateway?: Gateway,
  ) {}

  static async start(areas: readonly Area[]): Promise<Served> {
    const folder = mkdtempSync(join(tmpdir(), 'gatehouse-conformance-'));
    writeFunctions(folder);
    writeHttpFunctions(folder);
    const emulator = await startEmulator({ onRefusal: () => undefined });
    const served = new Served(folder, await startBackend(), emulator);
    const { accessLog, problems, refusals } = served.printed;
    await fillAws(emulator.url);
    const surface = surfaceOf(areas, served.backend);
    served.gateway = await startGateway({
      surface,
      keys: testKeys,
      callerOf: callersOf(emulator),
      aws: awsFor(emulator),
      snapshots: async (...ids) => areas.flatMap((area) => area.snapshots?.[ids.filter(Boolean).join('/')] ?? [])[0],
      apiKeyValue: (id) => Promise.resolve(`value-of-${id}`),
      functionRoots: [folder],
      onAccessLog: (line) => accessLog.push(line),
      onRequest: ({ method, path, status, why }) => {
        if (why) (status >= 500 ? problems : refusals).push(`${method} ${path}: ${why}`);
      },
      onRefusal: (line) => refusals.push(line),
      onFunctionOutput: () => undefined,
    });
    return served;
  }

  /** An API, with nothing printed yet. */
  of(api: RestApi | HttpApi): Conformance {
    for (const lines of Object.values(this.printed) as string[][]) lines.length = 0;
    const url = this.gateway!.urlOf(api);
    return {
      ...this.printed,
      url,
      backend: this.backend.url,
      call: (title, sent) => send(url, 'protocol' in api ? title : title.replace(' ', ' /local'), sent),
      send: (title, sent) => send(url, title, sent),
      notes: () => this.gateway!.notes(),
      keysOf: async (roleArn) => {
        const { internal } = this.emulator;
        const { accessKeyId } = await awsOf(this.emulator).credentialsOfRole(roleArn, api.executionArn);
        return callerOf(internal, accessKeyId);
      },
      bytes: (bytes, options) => sendBytes(url, bytes, options),
    };
  }

  async stop(): Promise<void> {
    await this.gateway?.close();
    this.backend.close();
    await this.emulator.stop();
    rmSync(this.folder, { recursive: true });
  }
}

/** The functions of the rows are none that the emulator has. */
const awsFor = (emulator: Emulator): GatewayOptions['aws'] => ({
  endpoint: emulator.url,
  credentialsOf: () => Promise.resolve(callers.machine),
  credentialsOfRole: awsOf(emulator).credentialsOfRole,
});

/** What the areas serve; areas may share an API. */
function surfaceOf(areas: readonly Area[], { secureUrl, url }: { secureUrl: string; url: string }): Surface {
  const distinct = <T extends { readonly id: string }>(apis: readonly T[]): T[] => {
    const text = JSON.stringify([...new Map(apis.map((api) => [api.id, api])).values()]);
    return JSON.parse(text.replaceAll('SECURE_BACKEND', secureUrl).replaceAll('BACKEND', url)) as T[];
  };
  return aSurface({
    apis: distinct(areas.flatMap(({ apis = [] }) => apis)),
    httpApis: distinct(areas.flatMap(({ httpApis = [] }) => httpApis)),
    apiDomains: areas.flatMap(({ apiDomains = [] }) => apiDomains),
    functions: [...functions, ...httpFunctions],
    functionPermissions: [...functionPermissions, ...httpFunctionPermissions],
    usagePlans: areas.flatMap(({ usagePlans = [] }) => usagePlans),
    clients: [],
  });
}

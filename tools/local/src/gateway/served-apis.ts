import { type ApiDomain, type HttpApi, type RestApi, type Surface } from '@gatehouse/surface';
import getPort from 'get-port';
import { type DeploymentParts } from './deployment';
import { type Answer, type GatewayRequest } from './exchange';
import { handleRest, type HandlerHooks, type Serving } from './handle';
import {
  handleHttp,
  type HttpDeploymentParts,
  httpNotesOf,
  type HttpServing,
  loadHttpStages,
  type Mapping,
} from './http-api';
import { serveHttp } from './http/server';
import { notesOf } from './notes';
import { printable } from '../printable';
import { type FrozenApis, frozenApis, frozenHttpApis, type Snapshots } from './snapshots';
import { loadStages, type Stages } from './stages';

type Listener = Awaited<ReturnType<typeof serveHttp>>;

/** An API of either kind as it is served at a moment. */
type AnyServing = Serving | HttpServing;

interface ServedApi {
  serving: AnyServing;
  readonly listener: Listener;
}

/** By the id of the API. */
export type Compiled = ReadonlyMap<string, AnyServing>;

export interface ServedApisOptions extends HandlerHooks {
  readonly parts: DeploymentParts & HttpDeploymentParts;
  /** What deployments froze. */
  readonly snapshots: Snapshots;
  /** Wished port of the first API, the next ones follow; a free one is taken when it is in use. @default - free ones */
  readonly port?: number;
  /** Why a request never reached an API. */
  readonly onRefusal: (message: string) => void;
}

/** REST and HTTP APIs, each on a port of its own: on AWS each has a host of its own, with its stages below it. */
export class ServedApis {
  private readonly byId = new Map<string, ServedApi>();
  private opened = 0;

  private constructor(
    private readonly options: ServedApisOptions,
    private readonly first: ServedApi,
  ) {}

  /** Opens the first port, which is there without an API too. */
  static async open(options: ServedApisOptions): Promise<ServedApis> {
    return new ServedApis(options, await listen(options, 0));
  }

  /** `http://127.0.0.1:<port>` of the first API. */
  get url(): string {
    return this.first.listener.url;
  }

  /** @throws Error when the API is not served */
  urlOf(api: RestApi | HttpApi): string {
    const served = this.byId.get(api.id);
    if (!served) throw new Error(`${api.address} is not served here`);
    return served.listener.url;
  }

  /** What a person should know of what is served, a line for each. */
  notes(): readonly string[] {
    const { services } = this.options.parts;
    return [...this.byId.values()].flatMap(({ serving }) =>
      isHttp(serving) ? httpNotesOf(serving, services) : notesOf(serving, services),
    );
  }

  /** @throws Error for a definition that AWS would refuse; nothing has changed then */
  async compile({ apiDomains, apis, httpApis }: Pick<Surface, 'apiDomains' | 'apis' | 'httpApis'>): Promise<Compiled> {
    const { parts, snapshots } = this.options;
    const served = httpApis.filter(isServed);
    const [frozen, frozenHttp] = await Promise.all([frozenApis(apis, snapshots), frozenHttpApis(served, snapshots)]);
    const rest = apis.map((api): [string, Serving] => {
      const before = this.byId.get(api.id)?.serving;
      return [api.id, { api, stages: restStages(api, before, parts, frozen) }];
    });
    const http = served.map((httpApi): [string, HttpServing] => {
      const before = this.byId.get(httpApi.id)?.serving;
      const stages = loadHttpStages(httpApi, before && isHttp(before) ? before.stages : new Map(), parts, frozenHttp);
      return [httpApi.id, { httpApi, stages, mappings: mappingsOf(httpApi, apiDomains) }];
    });
    return new Map<string, AnyServing>([...rest, ...http]);
  }

  /** Opens a port for each API that has none, where nothing is served yet. */
  async open(compiled: Compiled): Promise<void> {
    for (const [id, serving] of compiled) {
      if (!this.byId.has(id)) this.byId.set(id, this.replacedBy(serving, compiled) ?? (await this.place()));
    }
  }

  /** From now on these are served; an API that is gone answers as a stage that does not exist. */
  use(compiled: Compiled): void {
    for (const served of this.byId.values()) served.serving = NOTHING;
    for (const [id, serving] of compiled) this.byId.get(id)!.serving = serving;
  }

  async close(): Promise<void> {
    const listeners = new Set([this.first, ...this.byId.values()].map(({ listener }) => listener));
    await Promise.all([...listeners].map((listener) => listener.close()));
  }

  /** An API that Terraform made anew has another id; to its clients it is the same. */
  private replacedBy(next: AnyServing, compiled: Compiled): ServedApi | undefined {
    const gone = [...this.byId].filter(
      ([id, { serving }]) => !compiled.has(id) && addressOf(serving) === addressOf(next),
    );
    const [found] = gone;
    if (found) this.byId.delete(found[0]);
    return found?.[1];
  }

  private async place(): Promise<ServedApi> {
    const index = this.opened;
    this.opened += 1;
    return index === 0 ? this.first : listen(this.options, index);
  }
}

const NOTHING: Serving = { stages: new Map() };

/** WebSocket APIs are not. */
export const isServed = ({ protocol }: HttpApi): boolean => protocol === 'HTTP';

const isHttp = (serving: AnyServing): serving is HttpServing => 'httpApi' in serving;

const restStages = (api: RestApi, before: AnyServing | undefined, parts: DeploymentParts, frozen: FrozenApis): Stages =>
  loadStages(api, before && !isHttp(before) ? before.stages : new Map(), parts, frozen);

const addressOf = (serving: AnyServing): string | undefined =>
  isHttp(serving) ? serving.httpApi.address : serving.api?.address;

const mappingsOf = ({ id }: HttpApi, domains: readonly ApiDomain[]): Mapping[] =>
  domains.flatMap(({ mappings, name }) =>
    mappings
      .filter(({ apiId, stage }) => apiId === id && stage !== undefined)
      .map(({ basePath = '', stage = '' }) => ({ domain: name, key: basePath === '(none)' ? '' : basePath, stage })),
  );

const handle = (serving: AnyServing, request: GatewayRequest, hooks: HandlerHooks): Promise<Answer> =>
  isHttp(serving) ? handleHttp(serving, request, hooks) : handleRest(serving, request, hooks);

async function listen(options: ServedApisOptions, index: number): Promise<ServedApi> {
  const { port } = options;
  const chosen = port === undefined ? 0 : await getPort({ host: '127.0.0.1', port: port + index });
  let served: ServedApi | undefined = undefined;
  const listener = await serveHttp({
    port: chosen,
    handle: (request) => handle(served?.serving ?? NOTHING, request, options),
    onRefusal: (message) => options.onRefusal(printable(message)),
  });
  served = { serving: NOTHING, listener };
  return served;
}

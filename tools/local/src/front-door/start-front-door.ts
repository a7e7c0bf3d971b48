import getPort from 'get-port';
import { EmulatorRefusal, type Emulator } from '../emulator';
import { type DoorEmulator, doorEmulator } from './door-emulator';
import { type DoorRequest, type Reply, serveDoor, text } from './http';
import { IdentityProviders } from './identity-provider/identity-providers';
import { ProviderSignIns } from './identity-provider/provider-sign-ins';
import { type DoorPool } from './pool';
import { handle } from './routes';

export interface FrontDoorOptions {
  /** Has the pools, their clients, providers and people. */
  readonly emulator: Pick<Emulator, 'internal' | 'url'>;
  /** Ids of the user pools that get a port. */
  readonly pools: readonly string[];
  /** Wished port of the first pool, the next ones follow; a free one is taken when it is in use. @default - free ones */
  readonly port?: number;
  /**
   * Why a request was refused: the application sees an error code alone.
   *
   * @default - printed to standard error
   */
  readonly onRefusal?: (message: string) => void;
}

/** What AWS serves under the issuer and the domain of each user pool. */
export interface FrontDoor {
  /** `http://127.0.0.1:<port>` of a pool: its domain, and its issuer's host. @throws Error when the pool is not served */
  urlOf(poolId: string): string;
  /** Serves these pools: a new one gets a port, one that is gone answers 404. */
  reload(pools: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** What was sent must not write to a terminal. */
const printable = (text: string): string => text.replaceAll(/\p{C}/gu, '?').slice(0, 500);

type Served = Awaited<ReturnType<typeof serveDoor>>;

/** Serves sign-in pages, OAuth endpoints and discovery of each user pool on the loopback interface. */
export async function startFrontDoor(options: FrontDoorOptions): Promise<FrontDoor> {
  const { emulator, onRefusal = console.error, pools, port } = options;
  const served = new Map<string, Served>();
  const providers = new IdentityProviders();
  const signIns = new ProviderSignIns(providers);
  const open = async (poolId: string): Promise<void> => {
    const wished = port === undefined ? 0 : await getPort({ host: '127.0.0.1', port: port + served.size });
    const ofPool = doorEmulator(emulator, poolId);
    const door = await serveDoor((request) => answer(request), wished);
    served.set(poolId, door);
    await ofPool.serve(door.url);

    async function answer(request: DoorRequest): Promise<Reply> {
      const pool = await poolOf(ofPool);
      if (!pool) return text(404, `User pool ${poolId} does not exist any more.`);
      const reply = await handle({ request, pool, emulator: ofPool, signIns });
      if (reply.why !== undefined) onRefusal(`${request.method} ${request.path}: ${printable(reply.why)}`);
      return reply;
    }
  };
  const close = async (): Promise<void> => {
    await Promise.all([...[...served.values()].map((each) => each.close()), providers.close()]);
  };
  const reload = async (ids: readonly string[]): Promise<void> => {
    for (const id of ids) if (!served.has(id)) await open(id);
  };
  try {
    await reload(pools);
  } catch (error) {
    await close();
    throw error;
  }
  const urlOf = (poolId: string): string => {
    const found = served.get(poolId);
    if (!found) throw new Error(`User pool ${poolId} is not served here`);
    return found.url;
  };
  return { urlOf, reload, close };
}

/** Undefined: it was deleted meanwhile. */
const poolOf = (emulator: DoorEmulator): Promise<DoorPool | undefined> =>
  emulator.pool().catch((error: unknown) => {
    if (error instanceof EmulatorRefusal && error.code === 'ResourceNotFoundException') return undefined;
    throw error;
  });

import { type HttpApi, type RestApi } from '@gatehouse/surface';
import { frozenApi } from './frozen-api';
import { frozenHttpApi } from './frozen-http-api';
import { type HttpSnapshot } from './http-snapshot';
import { type Snapshot } from './snapshot';

/** Asks for what a deployment of an API froze, or, without one, for what it would freeze now; undefined where nobody knows. */
export type Snapshots = (apiId: string, deploymentId?: string) => Promise<Snapshot | HttpSnapshot | undefined>;

/**
 * The snapshots of an emulator.
 *
 * @param url `http://127.0.0.1:4599`
 */
export const snapshotsAt =
  (url: string): Snapshots =>
  async (apiId, deploymentId) => {
    const query = new URLSearchParams({
      apiId,
      ...(deploymentId === undefined ? { current: 'true' } : { deploymentId }),
    });
    // The time only ends a hang.
    const signal = AbortSignal.timeout(120_000);
    const response = await fetch(`${url}/moto-api/gatehouse/deployment?${query}`, { signal });
    if (response.ok && response.headers.get('content-type')?.includes('json')) {
      return (await response.json()) as Snapshot | HttpSnapshot;
    }
    // An emulator without our additions, or one that does not have it any more.
    await response.body?.cancel();
    return undefined;
  };

/** What the deployments of APIs serve, by `<api id>/<deployment id>`: where nothing is known of one, the API as it is applied. */
export type FrozenApis = ReadonlyMap<string, RestApi>;

/** Reads what every deployment serves that a stage of these APIs has. */
export async function frozenApis(apis: readonly RestApi[], snapshots: Snapshots): Promise<FrozenApis> {
  const each = apis.map(async (api): Promise<[string, RestApi][]> => {
    const ids = new Set(
      api.stages.flatMap((stage) => [stage.deploymentId, ...(stage.canary ? [stage.canary.deploymentId] : [])]),
    );
    const current = (await snapshots(api.id)) as Snapshot | undefined;
    if (current === undefined) return [];
    const frozen = [...ids].map(async (id): Promise<[string, RestApi][]> => {
      const snapshot = (await snapshots(api.id, id)) as Snapshot | undefined;
      return snapshot ? [[`${api.id}/${id}`, frozenApi(api, snapshot, current)]] : [];
    });
    return (await Promise.all(frozen)).flat();
  });
  return new Map((await Promise.all(each)).flat());
}

/** The same of HTTP APIs; a stage with auto-deploy serves its API as it is. */
export type FrozenHttpApis = ReadonlyMap<string, HttpApi>;

export async function frozenHttpApis(apis: readonly HttpApi[], snapshots: Snapshots): Promise<FrozenHttpApis> {
  const each = apis.map(async (api): Promise<[string, HttpApi][]> => {
    const ids = new Set(api.stages.flatMap((stage) => (stage.autoDeploy ? [] : (stage.deploymentId ?? []))));
    const current = (ids.size === 0 ? undefined : await snapshots(api.id)) as HttpSnapshot | undefined;
    if (current === undefined) return [];
    const frozen = [...ids].map(async (id): Promise<[string, HttpApi][]> => {
      const snapshot = (await snapshots(api.id, id)) as HttpSnapshot | undefined;
      return snapshot ? [[`${api.id}/${id}`, frozenHttpApi(api, snapshot, current)]] : [];
    });
    return (await Promise.all(frozen)).flat();
  });
  return new Map((await Promise.all(each)).flat());
}

import { type ApiKey } from '@gatehouse/playground/contract';
import { type Surface } from '@gatehouse/surface';
import { type ApiKeyValue } from '../../gateway';

/** Keys of usage plans that API Gateway takes. */
export async function apiKeysOf({ usagePlans }: Surface, valueOf: ApiKeyValue): Promise<ApiKey[]> {
  const each = usagePlans.flatMap(({ keys, name, stages }) =>
    keys
      .filter(({ enabled }) => enabled)
      .map(async ({ id }): Promise<ApiKey[]> => {
        const value = await valueOf(id);
        if (value === undefined) return [];
        return [{ value, usagePlan: name, stages: stages.map(({ apiId, stage }) => ({ apiId, stage })) }];
      }),
  );
  return (await Promise.all(each)).flat();
}

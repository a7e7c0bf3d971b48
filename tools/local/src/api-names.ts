import { type Surface } from '@gatehouse/surface';
import { stagesByName } from '@gatehouse/terraform';

/** By id, the names that clients know the APIs by: those in AWS, without project and environment. */
export function apiNames(environment: Parameters<typeof stagesByName>[0], surface: Surface): Map<string, string> {
  const stages = [...stagesByName(environment, surface)];
  return new Map(
    stages.map(([name, { api, stage }]) => [
      api.id,
      api.stages.length > 1 ? name.slice(0, -stage.name.length - 1) : name,
    ]),
  );
}

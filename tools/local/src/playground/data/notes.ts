import { placeOf, surfaceFromSynth, type SynthesizedStack } from '@gatehouse/surface';
import { readStackConfig, type Stack } from '@gatehouse/terraform';

/**
 * What authors say of their routes, `Auth.public('...')` and `Auth.iam('...')`, by place: applied state does not have it.
 *
 * @param stacks whose synthesized files are read
 */
export function notesOf(stacks: readonly Stack[]): ReadonlyMap<string, string> {
  const content = stacks.map((stack) => [stack.name, readStackConfig(stack) as SynthesizedStack] as const);
  const routes = surfaceFromSynth(Object.fromEntries(content)).apis.flatMap((api) => api.routes);
  return new Map(
    routes.flatMap((route) => {
      const note = route.publicReason ?? route.iamCallers;
      return note === undefined ? [] : [[placeOf(route), note] as const];
    }),
  );
}

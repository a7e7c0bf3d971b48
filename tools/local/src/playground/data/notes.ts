import { placeOf, surfaceFromSynth, type SynthesizedStack } from '@gatehouse/surface';
import { readStackConfig, type Stack } from '@gatehouse/terraform';

/**
 * What authors say of their routes, `Auth.public('...')` and `Auth.iam('...')`, by place: applied state does not have it.
 * Nothing while the synthesized files of the stacks are being written.
 */
export function notesOf(stacks: readonly Stack[]): ReadonlyMap<string, string> {
  const routes = routesOf(stacks);
  return new Map(
    routes.flatMap((route) => {
      const note = route.publicReason ?? route.iamCallers ?? route.customCallers;
      return note === undefined ? [] : [[placeOf(route), note] as const];
    }),
  );
}

function routesOf(stacks: readonly Stack[]) {
  try {
    const content = stacks.map((stack) => [stack.name, readStackConfig(stack) as SynthesizedStack] as const);
    return surfaceFromSynth(Object.fromEntries(content)).apis.flatMap(({ routes }) => routes);
  } catch {
    return [];
  }
}

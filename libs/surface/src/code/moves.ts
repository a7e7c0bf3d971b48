import type { SynthesizedStack } from '../synth/resources';
import { asList } from '../synth/stack-config';
import { isObject } from '../terraform/unreadable';

/** Where a resource is now -> where the `moved` blocks of a stack say that it was. */
export function movesIn(stack: SynthesizedStack | undefined): ReadonlyMap<string, string> {
  const moves = asList(stack?.['moved']).filter(isObject);
  return new Map(moves.map(({ from, to }) => [String(to), String(from)]));
}

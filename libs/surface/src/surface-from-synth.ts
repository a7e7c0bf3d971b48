import type { Surface, Unknown } from './model';
import { readSurface } from './read-surface';
import { dependencyCycles } from './synth/dependency-cycles';
import { stackConfigs, synthesizedResources, type SynthesizedStack } from './synth/resources';
import type { Stacks } from './terraform/format';

/**
 * The surface that synthesized code describes, from parsed `cdk.tf.json` (or any configuration in Terraform's JSON
 * syntax). Give the stacks that belong together together: references between them are followed through their remote
 * state. What only a plan or AWS can tell is `Unknown`; modules are listed in `unread`.
 *
 * @throws UnreadableError it is not Terraform configuration, or a part of it has another type than Terraform accepts
 */
export function surfaceFromSynth(stacks: Stacks<SynthesizedStack>): Surface<Unknown> {
  const { resources, unread } = synthesizedResources(stacks);
  const cycles = dependencyCycles(stackConfigs(stacks));
  return { ...readSurface(resources, unread), ...(cycles.length > 0 && { dependencyCycles: cycles }) };
}

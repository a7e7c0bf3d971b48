import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  parseTerraformJson,
  type Surface,
  surfaceFromSynth,
  type SynthesizedStack,
  type Unknown,
} from '@gatehouse/surface';
import { readStacks } from '@gatehouse/terraform';

/**
 * The surface of all stacks that an app has synthesized.
 *
 * @throws SetupError when it is not synthesized
 */
export function synthesizedSurface(app: string): Surface<Unknown> {
  const stacks = readStacks(app).map(({ name, directory }) => {
    const file = join(directory, 'cdk.tf.json');
    return [name, parseTerraformJson(readFileSync(file, 'utf8'), file) as SynthesizedStack] as const;
  });
  return surfaceFromSynth(Object.fromEntries(stacks));
}

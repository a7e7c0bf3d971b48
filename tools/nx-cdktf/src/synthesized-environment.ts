import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Environment, loadEnvironment } from '@gatehouse/environment';
import { parseTerraformJson, surfaceFromSynth, type SynthesizedStack } from '@gatehouse/surface';
import { readStacks } from '@gatehouse/terraform';

/**
 * An environment with its stacks, what is in their files, and their surface, as its app has synthesized them.
 *
 * @throws EnvironmentError for a wrong environment
 * @throws SetupError when it is not synthesized
 */
export function synthesizedEnvironment(workspaceRoot: string, name: string) {
  const environment: Environment = loadEnvironment(name, { directory: join(workspaceRoot, 'environments') });
  const stacks = readStacks(join(workspaceRoot, 'apps', name));
  const content = Object.fromEntries(
    stacks.map(({ name, directory }) => {
      const file = join(directory, 'cdk.tf.json');
      return [name, parseTerraformJson(readFileSync(file, 'utf8'), file) as SynthesizedStack];
    }),
  );
  return { environment, stacks, content, surface: surfaceFromSynth(content) };
}

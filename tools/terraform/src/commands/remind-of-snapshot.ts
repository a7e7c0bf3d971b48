import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { snapshotPath } from '@gatehouse/environment';
import {
  missingFrom,
  parseSnapshot,
  schemaSnapshot,
  surfaceFromSynth,
  type SynthesizedStack,
} from '@gatehouse/surface';
import { emulatorEndpoint, readStackConfig } from '../stack-config';
import { type StackResult } from '../stack-result';
import { type Session } from './session';

/**
 * Says after a deploy what of the user pools that are there now the environment's snapshot does not hold: without it, a change
 * that replaces a pool is found by a review only. An emulator holds nobody, so its environment has no snapshot.
 *
 * @throws UnreadableError for a damaged snapshot
 */
export function remindOfSnapshot(
  { all, directory, printError }: Pick<Session, 'all' | 'directory' | 'printError'>,
  results: readonly StackResult[],
): void {
  const deployed = results.filter(({ outcome }) => outcome === 'applied' || outcome === 'no changes');
  const contents = all.map((stack) => [stack.name, readStackConfig(stack)] as const);
  if (deployed.length === 0 || contents.some(([, config]) => emulatorEndpoint(config) !== undefined)) return;

  const { userPools } = surfaceFromSynth(Object.fromEntries(contents) as Record<string, SynthesizedStack>);
  const there = userPools.filter(({ stack }) => deployed.some((each) => each.stack === stack));
  const environment = basename(resolve(directory));
  const file = snapshotPath(environment);
  const missing = missingFrom(
    snapshotIn(resolve(directory, '../..', file), file),
    schemaSnapshot({ userPools: there }),
  );
  if (missing.length === 0) return;
  printError(
    [
      `${file} does not hold what is deployed:`,
      ...missing.map((each) => `  ${each}`),
      `Run "npx nx accept-schema ${environment}" and commit the file. Each synthesis then refuses a change that would replace the pool.`,
    ].join('\n'),
  );
}

const snapshotIn = (path: string, file: string) =>
  existsSync(path) ? parseSnapshot(readFileSync(path, 'utf8'), file) : undefined;

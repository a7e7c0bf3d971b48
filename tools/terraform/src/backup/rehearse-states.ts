import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stateIn } from '../applied-content';
import { applyStacks } from '../apply-stacks';
import { findTerraform } from '../find-terraform';
import { CONFIG_FILE } from '../stack-config';
import { StateBucket } from '../state-bucket';
import { type StateFile } from '../state-file';
import { readStacks, type Stack } from '../stacks';
import { Terraform } from '../terraform';
import { emulatedConfig, emulatedEnv, type Move } from './emulated-config';
import { type Backup } from './read-backup';

/**
 * Copies what an app synthesized, for an emulator.
 *
 * @param app the app's folder
 * @param copy the folder of its copy, which is named as the app
 */
export function emulatedStacks(app: string, copy: string, move: Move): Stack[] {
  mkdirSync(copy, { recursive: true, mode: 0o700 });
  cpSync(join(app, 'cdktf.out'), join(copy, 'cdktf.out'), { recursive: true, dereference: true });
  const stacks = readStacks(copy);
  for (const { directory } of stacks) {
    const file = join(directory, CONFIG_FILE);
    writeFileSync(file, JSON.stringify(emulatedConfig(readFileSync(file, 'utf8'), move)));
  }
  return stacks;
}

/**
 * Puts the saved states into the bucket of an emulator that holds nothing else, and has Terraform make there what they name.
 *
 * @param stacks those of the environment, for the emulator
 * @returns what each stack of the backup has now
 * @throws as Terraform's methods do
 */
export async function rehearseStates(
  { states }: Backup,
  stacks: readonly Stack[],
  { endpoint, print }: { readonly endpoint: string; readonly print: (line: string) => void },
): Promise<ReadonlyMap<string, StateFile | undefined>> {
  const { PutObjectCommand } = await import('@aws-sdk/client-s3');
  const saved = stacks.filter(({ name }) => states.some((each) => each.saved.stack === name));
  for (const stack of saved) {
    const { text } = states.find((each) => each.saved.stack === stack.name)!;
    const bucket = new StateBucket(stack);
    const put = new PutObjectCommand({ Bucket: bucket.bucket, Key: bucket.key, Body: text });
    await bucket.ask((s3) => s3.send(put));
  }
  const found = await findTerraform();
  const binary = { ...found, env: emulatedEnv(found.env, endpoint) };
  await applyStacks({
    stacks: saved,
    bind: (stack) => new Terraform({ binary, stack }),
    onPlan: ({ name }) => print(`Making ${name} in the emulator`),
    beforeApply: () => Promise.resolve(),
    onApplied: () => undefined,
  });
  return new Map(await Promise.all(saved.map(async (stack) => [stack.name, await stateIn(stack)] as const)));
}

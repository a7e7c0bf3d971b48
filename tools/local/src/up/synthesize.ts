import { basename } from 'node:path';
import { UserError } from '@gatehouse/cli-kit';
import { execa } from 'execa';
import { inWorkspace, workspaceRoot } from '../workspace';

/** Bundles the services and writes the environment's stacks, as `npx nx synth` does, for an emulator at `endpoint`. */
export async function synthesize(app: string, endpoint: string, signal: AbortSignal): Promise<void> {
  await node([inWorkspace('tools', 'gatehouse', 'bin', 'gatehouse.cjs'), 'build'], {}, signal);
  await writeStacks(app, endpoint, signal);
}

/**
 * Writes the environment's stacks alone.
 *
 * @param outdir @default - `cdktf.out` of the app
 * @throws UserError with what the synthesis printed
 */
export function writeStacks(app: string, endpoint: string, signal: AbortSignal, outdir?: string): Promise<void> {
  const program = ['-r', inWorkspace('register-ts.cjs'), inWorkspace('apps', 'main.ts'), basename(app)];
  return node([...program, ...(outdir ? [outdir] : [])], { GATEHOUSE_AWS_ENDPOINT: endpoint }, signal);
}

async function node(args: readonly string[], env: Record<string, string>, signal: AbortSignal): Promise<void> {
  const result = await execa(process.execPath, args, {
    cwd: workspaceRoot,
    env,
    all: true,
    reject: false,
    cancelSignal: signal,
  });
  signal.throwIfAborted();
  // The child's own message is written for people.
  if (result.failed) throw new UserError(result.all?.trim() || result.shortMessage);
}

import { type BootstrapTarget } from '@gatehouse/environment';
import { type Reporter } from '@gatehouse/local-tools/console';
import { type Import, type Stack, type TerraformBinary } from '@gatehouse/terraform';
import { findImports } from '../adopt';
import { type Config, readConfig } from '../adopt/config';
import { type Aws, awsClients } from '../aws';
import { UserError } from '@gatehouse/cli-kit';
import { makeDigestKeys } from '../state/digest-keys';
import { findState, type FoundState } from '../state/find-state';
import { LocalState } from '../state/local-state';
import { moveState } from '../state/move-state';
import { noteLostStateKey } from '../state/note-lost-state-key';
import { addressOf, readRemoteState } from '../state/remote-state';
import { type Changes, deploy, inWords } from './deploy';
import { RunRecord } from './run-record';
import { workspaceTop } from '../workspace';
import { layOut } from './workplace';

/** What one account and region has after a run. */
export interface Bootstrapped {
  readonly account: string;
  readonly region: string;
  /** Address of the bootstrap's own state. */
  readonly state: string;
  readonly changes: Changes;
  /** Addresses of what existed already, and is now in the state. */
  readonly adopted: readonly string[];
  /** Outputs of the stack: the bucket, its key, and the roles of every environment. */
  readonly outputs: Readonly<Record<string, unknown>>;
}

export interface TargetRun {
  readonly target: BootstrapTarget;
  readonly stack: Stack;
  readonly partition: string;
  readonly binary: TerraformBinary;
  readonly progress: Pick<Reporter, 'step'>;
}

/**
 * Makes, or brings up to date, what one account and region needs. Every step looks at what is there before it does
 * anything, so that a run which is killed anywhere is finished by the next one.
 *
 * @throws an error whose message says what failed, why, and what to do
 */
export async function bootstrapTarget(run: TargetRun): Promise<Bootstrapped> {
  const record = new RunRecord(run.target);
  const aws = awsClients(run.target);
  try {
    return await bootstrap(run, aws, record);
  } finally {
    Object.values(aws).forEach((client: { destroy(): void }) => client.destroy());
    record.end();
  }
}

async function bootstrap(run: TargetRun, aws: Aws, { dead }: RunRecord): Promise<Bootstrapped> {
  const { target, progress } = run;
  const local = new LocalState(target);
  const config = readConfig(run.stack);
  const state = await progress.step('State', async (step) => {
    const found = await findState(aws.s3, target, local);
    step.found(`State: ${found.found}`);
    return found;
  });
  const imports = await search(run, aws, config, state);

  const changes = await progress.step(`Deploy ${target.name}`, async (step) => {
    const backend = state.where === 'bucket' ? 's3' : 'local';
    const made = await deploy(run.binary, layOut(target, config, { backend, local, imports }), dead, step);
    step.found(`${target.name}: ${inWords(made)}`);
    return made;
  });
  if (state.where === 'here') await settle(run, aws, config, local);

  const stored = await readRemoteState(aws.s3, target);
  await makeDigestKeys(aws.s3, target, String(stored?.outputs['state_key_arn']));
  await noteKey(run, aws, String(stored?.outputs['lost_state_key_arn']));
  return {
    account: target.account,
    region: target.region,
    state: addressOf(target),
    changes,
    adopted: imports.map(({ to }) => to),
    outputs: stored?.outputs ?? {},
  };
}

/** Of an emulator nothing is committed: it has another key each time. */
async function noteKey({ target, progress }: TargetRun, aws: Aws, keyArn: string): Promise<void> {
  if (target.endpoint !== undefined) return;
  await progress.step('Key of lost states', async (step) => {
    const file = await noteLostStateKey(aws.kms, workspaceTop(), { bucket: target.state.bucket, keyArn });
    step.found(
      `Key of lost states: ${file === undefined ? 'as committed' : `its public half is in ${file}: commit it`}`,
    );
  });
}

function search(run: TargetRun, aws: Aws, config: Config, state: FoundState): Promise<Import[]> {
  return run.progress.step('What exists already', async (step) => {
    const imports = await findImports(aws, run, config, state.state?.addresses ?? new Set());
    const names = imports.map(({ to }) => to).join(', ');
    step.found(imports.length === 0 ? 'Nothing to adopt' : `To adopt: ${names}`);
    return imports;
  });
}

/** From here on the bucket holds the state; shown by a plan from there that has nothing to do. */
async function settle(run: TargetRun, aws: Aws, config: Config, local: LocalState): Promise<void> {
  const { target, progress } = run;
  await progress.step(`Move the state to ${addressOf(target)}`, async (step) => {
    await moveState(aws.s3, target, local);
    step.found(`State moved to ${addressOf(target)}, read back, removed here`);
  });
  await progress.step('Plan from there', async (step) => {
    const stack = layOut(target, config, { backend: 's3', local, imports: [] });
    const changes = await deploy(run.binary, stack, undefined, step);
    if (inWords(changes) !== 'nothing to change') {
      throw new UserError(
        `${target.name} was complete, but then Terraform found more to do (${inWords(changes)}), and did it. ` +
          'Someone else changes the same things; run the bootstrap again to see whether it has come to rest.',
      );
    }
    step.found('Nothing left to change');
  });
}

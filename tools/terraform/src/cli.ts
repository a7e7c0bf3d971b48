import { action, EXIT, type Program } from '@gatehouse/cli-kit';
import { addReviewOptions, type ReviewOptions } from '@gatehouse/plan-review/options';
import { appFolder } from './app-folders';
import { addCanary } from './canary/add-canary';
import { Actions, type CommonOptions } from './commands/actions';
import { deployCommand } from './commands/deploy';
import { destroyCommand } from './commands/destroy';
import { driftCommand } from './commands/drift';
import { importCommand } from './commands/import';
import { outputsCommand } from './commands/outputs';
import { overEnvironments } from './commands/over-environments';
import { changing, ofOne, one, several } from './commands/kinds';
import { moveStateCommand } from './commands/move-state';
import { orphansAsDrift, orphansOf } from './commands/orphans';
import { planCommand } from './commands/plan';
import { restoreStateCommand } from './commands/restore-state';
import { rotateSecretCommand } from './commands/rotate-secret';
import { openSession, type Session } from './commands/session';
import { unlockCommand } from './commands/unlock';
import { validateCommand } from './commands/validate';
import { type LocalEmulators } from './emulator/local-emulators';
import { SetupError } from './errors';
import { lazy } from './lazy';
import { addLostState } from './lost-state/add-lost-state';
import { processEnv } from './process-env';

const STOPPED = 'stopped by Ctrl-C or SIGTERM';

/**
 * Commands that run Terraform or OpenTofu on the stacks of environments.
 *
 * @param emulators where a command on an emulated environment has its emulator from, when none runs
 */
export function addCommands(program: Program, emulators: LocalEmulators): void {
  const on = new Actions(emulators);
  // The AWS SDK's warning about the version of Node.js would be printed with every plan.
  processEnv().AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  addPlan(program, on);
  addReview(program, on);
  addDeploy(program, on);
  addCanary(program, on, deployIn);
  addDrift(program, on);
  addOutputs(program, on);
  one(program, 'validate', 'check the synthesized JSON against the provider; no credentials')
    .exitCodes({ 0: 'valid', 1: 'a stack is not valid, or could not be checked' })
    .action(
      // It asks neither AWS nor an emulator.
      action(async (environment: string, options: CommonOptions) =>
        validateCommand(await openSession(await appFolder(environment, options), options.stack)),
      ),
    );
  one(program, 'destroy', 'destroy everything in an environment')
    .option('--yes-destroy <environment>', 'its name once more, to do it without asking')
    .exitCodes({ 0: 'destroyed', 1: 'refused, or a stack could not be destroyed', 130: STOPPED })
    .action(
      on.onOne<{ yesDestroy?: string }>({ ...changing, name: 'destroy' }, (session, { yesDestroy }) =>
        destroyCommand(session, yesDestroy),
      ),
    );
  addRotateSecret(program, on);
  addStateCommands(program, on);
}

function addPlan(program: Program, on: Actions): void {
  several(program, 'plan', 'plan every stack')
    .option('--no-detailed-exitcode', 'exit with 0 for changes too')
    .exitCodes({
      0: 'nothing would change',
      1: 'a plan failed',
      2: 'something would change',
      3: 'a stack depends on one that is not applied yet; the others were planned',
    })
    .action(
      on.onSeveral<{ detailedExitcode: boolean }>({ name: 'plan', typecheck: true }, async (folders, options) => {
        const code = await overEnvironments(folders, {
          ...options,
          command: 'plan',
          order: 'parallel',
          run: async (session) => [...(await planCommand(session)), ...(await orphansOf(session))],
        });
        return code === EXIT.findings && !options.detailedExitcode ? EXIT.ok : code;
      }),
    );
}

function addReview(program: Program, on: Actions): void {
  const command = ofOne(program, 'review', "plan, and show what that does to people's access");
  addReviewOptions(command)
    .option('--base <commit>', 'what the code of a stack that cannot be planned yet is compared with')
    .action(
      on.onOne<ReviewOptions & { readonly base?: string }>({ name: 'review', typecheck: true }, (session, options) =>
        lazy.review().reviewPlanned(session, options),
      ),
    );
}

function addDeploy(program: Program, on: Actions): void {
  several(program, 'deploy', 'plan and apply, stack by stack; environments by tier, until one fails')
    .option('--reviewed <digest>', 'apply only what was reviewed: its digest, or the JSON file of the review')
    .exitCodes({ 0: 'applied, or nothing to apply', 1: 'a stack was not applied', 130: STOPPED })
    .action(
      on.onSeveral<Reviewed>({ name: 'deploy', changes: true, typecheck: true }, (folders, options) => {
        const { reviewed, stack } = options;
        if (reviewed !== undefined && (stack !== undefined || folders.length > 1)) {
          throw new SetupError('--reviewed covers all stacks of one environment: leave out --stack and --all.');
        }
        return overEnvironments(folders, {
          ...options,
          command: 'deploy',
          order: 'promote',
          run: (session) => deployIn(session, reviewed === undefined ? undefined : comparesWith(reviewed)),
        });
      }),
    );
}

async function deployIn(session: Session, compare?: Parameters<typeof deployCommand>[1]) {
  // Before it makes a renamed stack's resources once more.
  const orphans = await orphansOf(session);
  const results = await deployCommand(session, compare);
  lazy.reminder().remindOfSnapshot(session, results);
  return [...results, ...orphans];
}

function addDrift(program: Program, on: Actions): void {
  several(program, 'drift', 'compare the state with AWS; what <app>/drift-ignore.json lists is left out')
    .exitCodes({ 0: 'no drift', 1: 'a stack could not be compared', 2: 'drift' })
    .action(
      on.onSeveral({ name: 'drift' }, (folders, options) =>
        overEnvironments(folders, {
          ...options,
          command: 'drift',
          order: 'parallel',
          run: async (session) => [...(await driftCommand(session)), ...(await orphansAsDrift(session))],
        }),
      ),
    );
}

function addOutputs(program: Program, on: Actions): void {
  one(program, 'outputs', 'print the applied outputs as JSON, without secrets')
    .option('--client-config <file>', 'write what a client needs to call the API, with a JSON schema')
    .exitCodes({ 0: 'printed', 1: 'the outputs could not be read' })
    .action(
      on.onOne<{ clientConfig?: string }>({ name: 'outputs' }, (session, { clientConfig }) =>
        outputsCommand(session, clientConfig),
      ),
    );
}

function addRotateSecret(program: Program, on: Actions): void {
  ofOne(program, 'rotate-secret', "write the next step of the rotation of a client's secret into the environment file")
    .argument('<client>', 'as the environment file names it, such as machine')
    .option('--remove', 'take the last step too: no caller has the previous secret any more')
    .exitCodes({ 0: 'written', 1: 'refused: the step before is not deployed, or the previous secret is in use' })
    .action(
      action((environment: string, client: string, options: CommonOptions & { remove?: true }) =>
        on.in([environment], { name: 'rotate-secret' }, options, async ([folder = environment]) =>
          rotateSecretCommand(await openSession(folder), client, options.remove === true),
        ),
      ),
    );
}

function addStateCommands(program: Program, on: Actions): void {
  one(program, 'unlock', 'release the state lock of a run that is dead')
    .requiredOption('--lock <id>', 'as the error about the lock names it')
    .exitCodes({ 0: 'released', 1: 'not released' })
    .action(
      on.onOne<{ lock: string }>({ ...changing, name: 'unlock' }, (session, { lock }) => unlockCommand(session, lock)),
    );

  addLostState(program, on);

  one(program, 'restore-state', 'list the versions of a state, or make one of them the current one')
    .option('--version <id>', 'one of those that are listed without it')
    .exitCodes({ 0: 'listed, or restored', 1: 'refused, or the state could not be read or written' })
    .action(
      on.onOne<{ version?: string }>({ ...changing, name: 'restore-state' }, (session, { version }) =>
        restoreStateCommand(session, version),
      ),
    );

  ofOne(program, 'move-state', 'give the state of a renamed stack to the stack with the new name')
    .argument('<from>', 'the old name, as plan prints it')
    .argument('<to>', 'the new name')
    .exitCodes({ 0: 'moved', 1: 'refused, or the state could not be read or written' })
    .action(
      action((environment: string, from: string, to: string, options: CommonOptions) =>
        on.in([environment], { changes: true, name: 'move-state' }, options, async ([folder = environment]) =>
          moveStateCommand(await openSession(folder), from, to),
        ),
      ),
    );

  one(program, 'import-resource', 'put a resource that exists under an address of the configuration')
    .requiredOption('--address <address>', 'as the plan shows it')
    .requiredOption('--id <id>', 'as the section "Import" of the provider\'s page on the resource says')
    .exitCodes({ 0: 'imported', 1: 'not imported', 130: STOPPED })
    .action(
      on.onOne<{ address: string; id: string }>(
        { changes: true, name: 'import-resource' },
        (session, { address, id }) => importCommand(session, address, id),
      ),
    );
}

function comparesWith(text: string): Parameters<typeof deployCommand>[1] {
  const { readReviewed, ReviewedPlans } = lazy.reviewed();
  const reviewed = readReviewed(text);
  return (session, planned) => ReviewedPlans.compare(reviewed, session, planned);
}

interface Reviewed {
  readonly reviewed?: string;
}

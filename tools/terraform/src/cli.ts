import { Command } from 'commander';
import { deployCommand } from './commands/deploy';
import { destroyCommand } from './commands/destroy';
import { importCommand } from './commands/import';
import { outputsCommand } from './commands/outputs';
import { overEnvironments } from './commands/over-environments';
import { driftCommand } from './commands/drift';
import { planCommand } from './commands/plan';
import { restoreStateCommand } from './commands/restore-state';
import { openSession } from './commands/session';
import { unlockCommand } from './commands/unlock';
import { validateCommand } from './commands/validate';
import { InterruptedError, isReadable, SetupError } from './errors';
import { EXIT, type ExitCode } from './exit-codes';
import type * as reviewedModule from './reviewed';

const program = new Command('terraform-stacks').description(
  'Runs Terraform or OpenTofu on the stacks that an app has synthesized.',
);

command('validate', 'check the synthesized JSON against the provider; no credentials').action(
  (app: string, { stack }: StackOption) =>
    exitWith(async () => validateCommand(await openSession(app, stack))),
);

environments(
  'plan',
  'plan every stack; exit code 0: no changes, 2: changes, 3: an upstream is not applied yet, 1: error',
)
  .option('--no-detailed-exitcode', 'exit code 0 for changes too')
  .action((apps: string[], options: EnvironmentsOptions & { detailedExitcode: boolean }) =>
    exitWith(async () => {
      const code = await overEnvironments(apps, {
        ...options,
        command: 'plan',
        order: 'parallel',
        run: planCommand,
      });
      return code === EXIT.changes && !options.detailedExitcode ? EXIT.ok : code;
    }),
  );

environments(
  'drift',
  'compare the state with AWS; exit code 0: no drift, 2: drift, 1: error; <app>/drift-ignore.json is left out',
).action((apps: string[], options: EnvironmentsOptions) =>
  exitWith(() =>
    overEnvironments(apps, { ...options, command: 'drift', order: 'parallel', run: driftCommand }),
  ),
);

environments('deploy', 'plan and apply, stack by stack; environments by tier, until one fails')
  .option('--reviewed <digest>', 'apply only what was reviewed: its digest, or the JSON file of the review')
  .action((apps: string[], options: EnvironmentsOptions & { reviewed?: string }) =>
    exitWith(() => {
      const { reviewed } = options;
      if (reviewed !== undefined && (options.stack !== undefined || options.all || apps.length > 1)) {
        throw new SetupError(
          '--reviewed is about all stacks of one environment: leave out --stack and --all.',
        );
      }
      return overEnvironments(apps, {
        ...options,
        command: 'deploy',
        order: 'promote',
        run: (session) => deployCommand(session, reviewed === undefined ? undefined : comparesWith(reviewed)),
      });
    }),
  );

command('destroy', 'destroy everything')
  .option('--yes-destroy <environment>', 'the name of the environment, to do it without asking')
  .action((app: string, { stack, yesDestroy }: StackOption & { yesDestroy?: string }) =>
    exitWith(async () => destroyCommand(await openSession(app, stack), app, yesDestroy)),
  );

command('outputs', 'print the applied outputs as JSON, without secrets')
  .option('--client-config <file>', 'write what a client needs to sign in and call the API, and its schema')
  .action((app: string, { stack, clientConfig }: StackOption & { clientConfig?: string }) =>
    exitWith(async () => {
      // Standard output is the JSON and nothing else.
      const session = await openSession(app, stack, { print: console.error });
      return outputsCommand(session, app, clientConfig);
    }),
  );

command('unlock', 'release the state lock of a run that is dead')
  .requiredOption('--lock <id>', 'as the error about the lock names it')
  .action((app: string, { stack, lock }: StackOption & { lock: string }) =>
    exitWith(async () => unlockCommand(await openSession(app, stack), lock)),
  );

command('restore-state', 'list the versions of a state, or make one of them the current one')
  .option('--version <id>', 'of those that are listed without it')
  .action((app: string, { stack, version }: StackOption & { version?: string }) =>
    exitWith(async () => restoreStateCommand(await openSession(app, stack), version)),
  );

command('import', 'put a resource that exists under an address of the configuration')
  .requiredOption('--address <address>', 'as the plan shows it')
  .requiredOption('--id <id>', 'as the section "Import" of the provider\'s page on the resource says')
  .action((app: string, { stack, address, id }: StackOption & { address: string; id: string }) =>
    exitWith(async () => importCommand(await openSession(app, stack), address, id)),
  );

void program.parseAsync();

function comparesWith(text: string): Parameters<typeof deployCommand>[1] {
  // It loads all rules of the review, which no other command needs.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { readReviewed, ReviewedPlans } = require('./reviewed') as typeof reviewedModule;
  const reviewed = readReviewed(text);
  return (...planned) => ReviewedPlans.compare(reviewed, ...planned);
}

interface StackOption {
  readonly stack?: string;
}

interface EnvironmentsOptions extends StackOption {
  readonly all?: boolean;
  readonly json?: string;
}

/** A command over one environment or several. */
function environments(name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .argument('[apps...]', "folders of the environments' apps, e.g. apps/dev apps/staging")
    .option('--all', 'every environment of the workspace')
    .option('--stack <name>', 'only this stack')
    .option('--json <file>', 'write a report: every environment and stack, and the exit code');
}

function command(name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .argument('<app>', "the app's folder, e.g. apps/dev")
    .option('--stack <name>', 'only this stack');
}

async function exitWith(run: () => Promise<ExitCode>): Promise<void> {
  try {
    process.exitCode = await run();
  } catch (error) {
    console.error(isReadable(error) ? error.message : error);
    process.exitCode = error instanceof InterruptedError ? EXIT.interrupted : EXIT.error;
  }
}

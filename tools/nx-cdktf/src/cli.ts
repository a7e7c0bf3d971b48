import { basename, dirname, relative, resolve } from 'node:path';
import { action, EXIT, type Program } from '@gatehouse/cli-kit';
import { findDirectory } from '@gatehouse/environment';
import { appFolder } from '@gatehouse/terraform';
import { acceptSchema } from './accept-schema/accept-schema';
import { printAccepted } from './accept-schema/print-accepted';
import { affectedEnvironments } from './affected/affected-environments';
import { destroyRemoved } from './affected/destroy-removed';
import { printAffected } from './affected/print-affected';
import { checkEnvironment } from './check/check-environment';
import { printCheck } from './check/print-check';
import { generateClients } from './client/generate-clients';
import { contractChanges } from './contract/contract-changes';
import { printContract } from './contract/print-contract';
import { diffEnv } from './diff-env/diff-env';
import { printDifferences } from './diff-env/print-differences';

/** Commands that read what environments synthesize, without credentials. */
export function addCommands(program: Program): void {
  addCheck(program);
  addAcceptSchema(program);
  addComparisons(program);
  addContract(program);
  addClient(program);
  addDestroyRemoved(program);
}

function addCheck(program: Program): void {
  program
    .command('check')
    .description('print what the rules find in what is synthesized for an environment (docs/rules.md)')
    .argument('<environment>', 'such as dev')
    .option('--no-synth', 'take what is synthesized already')
    .option('--json', 'print JSON')
    .exitCodes({
      0: 'nothing that its tier refuses',
      1: 'it could not be checked',
      2: 'something that its tier refuses',
    })
    .action(
      action(async (environment: string, { json, synth }: Json & { synth: boolean }) => {
        const app = await appFolder(environment, { synth });
        const result = checkEnvironment(workspaceRoot(), basename(resolve(app)));
        print(result, json, printCheck);
        return result.passed ? EXIT.ok : EXIT.findings;
      }),
    );
}

function addAcceptSchema(program: Program): void {
  program
    .command('accept-schema')
    .description('write down what can never be changed of the user pools of an environment (docs/operations.md)')
    .argument('<environment>', 'such as dev')
    .option('--json', 'print JSON')
    .exitCodes({ 0: 'written, or there already', 1: 'refused, or the environment could not be synthesized' })
    .action(
      action(async (environment: string, { json }: Json) => {
        const accepted = await acceptSchema(workspaceRoot(), environment);
        if (accepted.hasPools) console.error(`Wrote ${accepted.file}`);
        print(accepted, json, printAccepted);
      }),
    );
}

function addComparisons(program: Program): void {
  program
    .command('diff-env')
    .description('print what differs between two environments: their configuration, and what is synthesized from it')
    .argument('<environment>', 'such as dev')
    .argument('<other>', 'such as prod')
    .option('--json', 'print JSON')
    .exitCodes({ 0: 'compared, whether they differ or not', 1: 'they could not be compared' })
    .action(
      action(async (left: string, right: string, { json }: Json) =>
        print(await diffEnv(workspaceRoot(), left, right), json, printDifferences),
      ),
    );

  program
    .command('affected')
    .description('print which environments Terraform would see changed since a commit, and which were removed')
    .requiredOption('--base <revision>', 'the commit to compare with, such as origin/main')
    .option('--json', 'print JSON')
    .exitCodes({ 0: 'printed, also when none changed', 1: 'they could not be compared' })
    .action(
      action(async ({ base, json }: Json & { base: string }) =>
        print(await affectedEnvironments(workspaceRoot(), base), json, printAffected),
      ),
    );
}

function addClient(program: Program): void {
  program
    .command('client')
    .description('write a typed TypeScript client for each API of an environment (docs/gateway/openapi.md)')
    .argument('<environment>', 'such as dev')
    .option('--out <folder>', 'where to write (default: apps/<environment>/cdktf.out/clients)')
    .option('--no-synth', 'take what is synthesized already')
    .option('--json', 'print JSON')
    .exitCodes({ 0: 'written', 1: 'the environment has no API, or could not be synthesized' })
    .action(
      action(async (environment: string, { json, out, synth }: Json & { out?: string; synth: boolean }) => {
        const app = await appFolder(environment, { synth });
        print(generateClients(resolve(app), out && resolve(out)), json, (clients) =>
          clients.flatMap(({ files }) => files.map((file) => `Wrote ${relative(workspaceRoot(), file)}`)).join('\n'),
        );
      }),
    );
}

function addContract(program: Program): void {
  program
    .command('contract')
    .description('print what a change does to programs that call the APIs (docs/gateway/openapi.md)')
    .requiredOption('--base <revision>', 'the commit to compare with, such as origin/main')
    .option('--json', 'print JSON')
    .exitCodes({
      0: 'no operation is gone or narrower',
      1: 'they could not be compared',
      2: 'an operation is gone or narrower',
    })
    .action(
      action(async ({ base, json }: Json & { base: string }) => {
        const changes = await contractChanges(workspaceRoot(), base);
        print(changes, json, printContract);
        return changes.apis.some(({ breaking }) => breaking.length > 0) ? EXIT.findings : EXIT.ok;
      }),
    );
}

function addDestroyRemoved(program: Program): void {
  program
    .command('destroy-removed')
    .description('destroy everything in an environment that was removed, as a commit had it')
    .argument('<environment>', 'its name, such as qa')
    .requiredOption('--base <revision>', 'a commit that had it, such as the one before its removal')
    .option('--yes-destroy <environment>', 'its name once more, to do it without asking')
    .exitCodes({ 0: 'destroyed', 1: 'refused, or a stack could not be destroyed' })
    .action(
      action(async (environment: string, options: { base: string; yesDestroy?: string }) =>
        destroyRemoved(workspaceRoot(), environment, options),
      ),
    );
}

interface Json {
  readonly json?: true;
}

const workspaceRoot = (): string => dirname(findDirectory());

function print<T>(result: T, json: true | undefined, toText: (result: T) => string): void {
  console.log(json ? JSON.stringify(result, null, 2) : toText(result));
}

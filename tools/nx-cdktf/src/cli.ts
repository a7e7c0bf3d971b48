import { dirname } from 'node:path';
import { EnvironmentError, findDirectory } from '@gatehouse/environment';
import { isReadable } from '@gatehouse/terraform';
import { Command } from 'commander';
import { affectedEnvironments } from './affected/affected-environments';
import { printAffected } from './affected/print-affected';
import { checkEnvironment } from './check/check-environment';
import { printCheck } from './check/print-check';
import { diffEnv } from './diff-env/diff-env';
import { printDifferences } from './diff-env/print-differences';
import { Mistake } from './mistake';

const program = new Command('environments').description(
  'Checks environments, and compares them with each other and with a commit.',
);

program
  .command('check')
  .description('print what posture rules find in what is synthesized for an environment (docs/rules.md)')
  .argument('<environment>')
  .option('--json', 'print JSON and nothing else')
  .addHelpText('after', '\nExit codes: 0 nothing that its tier refuses, 2 something, 1 cannot check.')
  .action((name: string, { json }: { json?: true }) =>
    printing(async () => {
      const result = checkEnvironment(workspaceRoot(), name);
      if (!result.passed) process.exitCode = 2;
      return json ? JSON.stringify(result, null, 2) : printCheck(result);
    }),
  );

program
  .command('diff-env')
  .description(
    'print what differs between two environments: their configuration, and what is synthesized from it',
  )
  .argument('<environment>')
  .argument('<other>')
  .option('--json', 'print JSON and nothing else')
  .action((left: string, right: string, { json }: { json?: true }) =>
    printing(async () => {
      const found = await diffEnv(workspaceRoot(), left, right);
      return json ? JSON.stringify(found, null, 2) : printDifferences(found);
    }),
  );

program
  .command('affected-environments')
  .description('print which environments Terraform would see changed since a commit, and which were removed')
  .requiredOption('--base <revision>', 'the commit to compare with, such as origin/main')
  .option('--json', 'print JSON and nothing else')
  .action(({ base, json }: { base: string; json?: true }) =>
    printing(async () => {
      const found = await affectedEnvironments(workspaceRoot(), base);
      return json ? JSON.stringify(found) : printAffected(found);
    }),
  );

void program.parseAsync();

function workspaceRoot(): string {
  return dirname(findDirectory());
}

async function printing(run: () => Promise<string>): Promise<void> {
  try {
    console.log(await run());
  } catch (error) {
    const ofTheUser = error instanceof Mistake || error instanceof EnvironmentError || isReadable(error);
    console.error(ofTheUser ? error.message : error);
    process.exitCode = 1;
  }
}

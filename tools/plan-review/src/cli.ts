import { action, Program, runProgram } from '@gatehouse/cli-kit';
import { addReviewOptions, type ReviewOptions } from './options';
import type { CodeFolder } from './config/folder';
import { lazy } from './lazy';
import { reviewToTerminal } from './review-to-terminal';

const EXAMPLES = `
Examples:
  terraform plan -out tfplan && terraform show -json tfplan | plan-review -
  plan-review identity.plan.json api.plan.json --html review.html
  plan-review api.plan.json --config infra/api
  plan-review --environment dev --json dev.json
  plan-review dev.json staging.json prod.json --markdown comment.md`;

interface Options extends ReviewOptions {
  readonly environment?: string;
  readonly policy?: string;
  readonly config: readonly string[];
}

const program = new Program('plan-review')
  // Both commands have --config.
  .enablePositionalOptions()
  .description("Shows what Terraform plans do to people's access: routes, accounts, sessions.")
  .argument(
    '[files...]',
    'plans as "terraform show -json <plan file>" prints them, reviews that --json wrote, or - for standard input',
  )
  .option('--environment <name>', 'what the plans are of; in a Gatehouse workspace its file and its plans are read')
  .option('--policy <file>', 'findings to accept, whom you trust, and verdicts: JSON (policy.schema.json)');

program.option(
  '--config <folder>',
  'the Terraform code of a plan, for what only the code says; once for each plan',
  (folder: string, all: readonly string[]) => [...all, folder],
  [],
);

addReviewOptions(program)
  .addHelpText('after', EXAMPLES)
  .action((files: string[], options: Options) => {
    if (files.length === 0 && options.environment === undefined) {
      program.error('Expected a plan, found none. Name at least one file, - for standard input, or --environment.');
    }
    return action(async () => reviewToTerminal({ ...options, files, folders: await readFolders(options.config) }))();
  });

const explain: Program = program
  .command('explain-digest <one> <other>')
  .description('Says where two plans, or two reviews of --json, mean something else. Prints no value.')
  .option('--digest-key-file <file>', 'the key that binds secrets to the digest; or GATEHOUSE_DIGEST_KEY has it')
  .option(
    '--config <folder>',
    'the Terraform code of both plans, or once for each of them',
    (folder: string, all: readonly string[]) => [...all, folder],
    [],
  );

explain
  .exitCodes({ 0: 'both mean the same', 1: 'one of them cannot be read', 2: 'they mean something else' })
  .action((one: string, other: string, { config, digestKeyFile }: Options) =>
    action(async () =>
      lazy.explain().explainDigest([one, other], {
        folders: await readFolders(config),
        ...(digestKeyFile !== undefined && { digestKeyFile }),
      }),
    )(),
  );

/** What of the code cannot be read is reported; the rest of it is. */
async function readFolders(config: readonly string[]): Promise<readonly CodeFolder[]> {
  if (config.length === 0) return [];
  const folders = await Promise.all(config.map((folder) => lazy.folder().readFolder(folder)));
  for (const { folder, missing } of folders) {
    const install = 'Run terraform init there.';
    if (missing.length > 0) console.error(`--config ${folder}: no code of ${missing.join(', ')}. ${install}`);
  }
  return folders;
}

void runProgram(program);

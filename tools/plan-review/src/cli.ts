import { UnreadableError } from '@gatehouse/surface';
import { Command } from 'commander';
import { reviewCommand, type ReviewCommand } from './command';
import { EXIT } from './exit-codes';
import { processEnv } from './process-env';
import { visible } from './text/visible';

const program = new Command('plan-review')
  .description("Shows what Terraform plans do to people's access: routes, accounts, sessions.")
  .argument(
    '[files...]',
    'plans as "terraform show -json <plan file>" prints them, reviews that --json wrote, or - for standard input',
  )
  .option(
    '--environment <name>',
    'an environment of this workspace: what its file acknowledges; without files, its plans',
  )
  .option('--markdown <file>', 'write a comment for a pull request, of at most 65,000 characters')
  .option('--html <file>', 'write a page that needs nothing else')
  .option('--json <file>', 'write the review as data (review.schema.json)')
  .option('--sarif <file>', 'write SARIF 2.1.0 for code scanning')
  .option('--link <url>', 'where the full review is, for a comment that is too small for it')
  .addHelpText(
    'after',
    `
Exit codes:
  0  everything was looked at, and nothing risky is in it
  1  something cannot be read; what can be is in the review, the rest is "not reviewed"
  2  risky, or a stack is not fully reviewed

Examples:
  terraform plan -out tfplan && terraform show -json tfplan | plan-review -
  plan-review identity.plan.json api.plan.json --html review.html
  plan-review --environment dev --json dev.json
  plan-review dev.json staging.json prod.json --markdown comment.md`,
  )
  .action((files: string[], options: Omit<ReviewCommand, 'files'>) => {
    if (files.length === 0 && options.environment === undefined) {
      program.error('Name at least one plan, - for standard input, or --environment.');
    }
    run({ ...options, files });
  });

function run(command: ReviewCommand): void {
  const { stdout, stderr } = process;
  try {
    process.exitCode = reviewCommand(command, {
      color: stdout.isTTY === true && !processEnv.noColor(),
      width: stdout.columns ?? 100,
      print: (text) => stdout.write(text),
      printError: (text) => stderr.write(text),
    });
  } catch (error) {
    process.exitCode = EXIT.unreadable;
    stderr.write(`${isReadable(error) ? printable(error.message) : mistake(error)}\n`);
  }
}

/** Something in a file or a setting: the message says all there is to know. */
const isReadable = (error: unknown): error is Error =>
  error instanceof UnreadableError ||
  (error instanceof Error &&
    (error.name === 'EnvironmentError' || 'code' in error || error.message.startsWith('No folder')));

/** Names in messages come from files; line breaks between them are ours. */
const printable = (message: string): string => message.split('\n').map(visible).join('\n');

/** Where it happened is enough to mend it; a message could quote what was read. */
const mistake = (error: unknown): string =>
  `This is a mistake in plan-review, not in the plan; nothing was reviewed.\n${
    error instanceof Error
      ? `${error.name}\n${(error.stack ?? '')
          .split('\n')
          .filter((line) => /^\s+at /.test(line))
          .join('\n')}`
      : 'unknown'
  }`;

program.parse();

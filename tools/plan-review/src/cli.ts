import { action, Program, runProgram } from '@gatehouse/cli-kit';
import { addReviewOptions, type ReviewOptions } from './options';
import { reviewToTerminal } from './review-to-terminal';

const EXAMPLES = `
Examples:
  terraform plan -out tfplan && terraform show -json tfplan | plan-review -
  plan-review identity.plan.json api.plan.json --html review.html
  plan-review --environment dev --json dev.json
  plan-review dev.json staging.json prod.json --markdown comment.md`;

interface Options extends ReviewOptions {
  readonly environment?: string;
  readonly suppressions?: string;
}

const program = new Program('plan-review')
  .description("Shows what Terraform plans do to people's access: routes, accounts, sessions.")
  .argument(
    '[files...]',
    'plans as "terraform show -json <plan file>" prints them, reviews that --json wrote, or - for standard input',
  )
  .option('--environment <name>', 'what the plans are of; in a Gatehouse workspace its file and its plans are read')
  .option(
    '--suppressions <file>',
    'findings to accept: JSON, [{ "rule": …, "address": …, "reason": … }], all three required',
  );

addReviewOptions(program)
  .addHelpText('after', EXAMPLES)
  .action((files: string[], options: Options) => {
    if (files.length === 0 && options.environment === undefined) {
      program.error('Expected a plan, found none. Name at least one file, - for standard input, or --environment.');
    }
    return action(() => reviewToTerminal({ ...options, files }))();
  });

void runProgram(program);

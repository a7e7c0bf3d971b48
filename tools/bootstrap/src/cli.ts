import { action, UserError, type Program } from '@gatehouse/cli-kit';
import { bootstrap } from './bootstrap';
import { report } from './report';

interface Options {
  readonly environment?: string;
  readonly json?: boolean;
}

export function addCommands(program: Program): void {
  program
    .command('bootstrap')
    .summary('make what environments need once per AWS account and region')
    .description(
      'Make what environments need once per AWS account and region: state bucket and key, roles for workflows, logging.\n' +
        'Run it as an administrator of the account; run it again when it was interrupted or an environment was added.',
    )
    .option(
      '--environment <name>',
      'only the account and region of this environment (default: all in the account of your credentials)',
    )
    .option('--json', 'print JSON')
    .exitCodes({ 0: 'every account has what it needs', 1: 'it could not be made' })
    .action(
      action(async ({ environment, json }: Options) => {
        const accounts = await explained(bootstrap(environment));
        console.log(json ? JSON.stringify({ accounts }, null, 2) : report(accounts));
      }),
    );
}

/** What AWS refuses is for the administrator to put right. */
function explained<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    if (!(error instanceof Error && '$metadata' in error)) throw error;
    throw new UserError(
      `AWS refused a request: ${error.name} (${error.message}). ` +
        'The bootstrap needs an administrator of the account, because it makes roles and a key.',
    );
  });
}

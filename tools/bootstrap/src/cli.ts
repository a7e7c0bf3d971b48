import { action, UserError, type Program } from '@gatehouse/cli-kit';
import { bootstrap } from './bootstrap';
import { report } from './report';
import { difference, refuseOldRights, renewal, write } from './rights/renew';

interface Options {
  readonly environment?: string;
  readonly json?: boolean;
}

export function addCommands(program: Program): void {
  addBootstrap(program);
  addRights(program);
}

function addRights(program: Program): void {
  program
    .command('rights')
    .summary('write what CI may do into apps/bootstrap/rights.json')
    .description(
      'Write what the plan and deploy roles of every environment may do, and the boundary of roles that deploys make,\n' +
        'as it follows from what the environments synthesize. Needs no credentials; "bootstrap" then gives it to the roles.',
    )
    .option('--check', 'write nothing; say whether the file is out of date')
    .option('--prune', 'leave out what no environment needs any more: only after it was deployed everywhere')
    .exitCodes({ 0: 'the file says what CI needs', 1: 'it could not be derived, or is out of date (with --check)' })
    .action(
      action(({ check = false, prune = false }: RightsOptions) => {
        const found = renewal({ prune });
        if (check) refuseOldRights(found);
        else write(found);
        const changes = difference(found);
        console.log(changes.length === 0 ? 'apps/bootstrap/rights.json says what CI needs.' : changes.join('\n'));
        if (changes.length > 0)
          console.error('Written to apps/bootstrap/rights.json: commit it. When it is reviewed, bootstrap.');
      }),
    );
}

interface RightsOptions {
  readonly check?: boolean;
  readonly prune?: boolean;
}

function addBootstrap(program: Program): void {
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

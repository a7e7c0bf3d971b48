import { EnvironmentError } from '@gatehouse/environment';
import { isReadable } from '@gatehouse/terraform';
import { Command } from 'commander';
import { bootstrap } from './bootstrap';
import { BootstrapError } from './bootstrap-error';
import { report } from './report';

interface Options {
  readonly environment?: string;
  readonly json?: boolean;
}

const program = new Command('npx nx bootstrap bootstrap')
  .description(
    'Makes what environments need once per AWS account and region: state bucket and key, roles for workflows, logging.\n' +
      'Run it as an administrator of the account; run it again whenever it was interrupted or an environment was added.',
  )
  .option(
    '--environment <name>',
    'only the account and region of this environment (default: all in the account of your credentials)',
  )
  .option('--json', 'print JSON on standard output instead of text')
  .action(main);

void program.parseAsync();

async function main({ environment, json }: Options): Promise<void> {
  try {
    const style = json ? 'silent' : process.stdout.isTTY ? 'terminal' : 'lines';
    const accounts = await bootstrap(environment, style);
    console.log(json ? JSON.stringify({ ok: true, accounts }, null, 2) : report(accounts));
  } catch (error) {
    const text = textOf(error);
    if (json) console.log(JSON.stringify({ ok: false, error: text }, null, 2));
    else console.error(`\n${text}`);
    process.exitCode = 1;
  }
}

/** A user's mistake, and what AWS or Terraform refused, is told by its message; a mistake in the program by its stack. */
function textOf(error: unknown): string {
  if (error instanceof BootstrapError || error instanceof EnvironmentError || isReadable(error))
    return error.message;
  if (!(error instanceof Error)) return String(error);
  return '$metadata' in error
    ? `AWS refused a request: ${error.name} (${error.message}). ` +
        'The bootstrap needs an administrator of the account, because it makes roles and a key.'
    : (error.stack ?? error.message);
}

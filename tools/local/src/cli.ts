import { action, InvalidArgumentError, type Program } from '@gatehouse/cli-kit';
import { serveStates, type ServeStatesOptions } from './serve/serve-states';
import { start, type StartOptions } from './start';

export function addCommands(program: Program): void {
  program
    .command('start')
    .description('deploy the local environment into an AWS emulator with real Terraform and serve it')
    .option('--check', 'deploy, run the smoke test, print a table, stop')
    .option('--fresh', 'apply every stack again, in place of restoring what the last start left')
    .option('--json', 'print a line of JSON for each event; with --check, the results as one document')
    .option('--no-watch', 'serve what is deployed, not what the sources become')
    .option('--port <number>', 'port of the gateway (default: 4510, or a free one)', port)
    .option(
      '--emulator-port <number>',
      'port of the emulator (default: that of the last start, or 4599, or a free one)',
      port,
    )
    .exitCodes({ 0: 'stopped; --check: passed', 1: 'it could not start', 2: '--check: failed' })
    .action(action((options: StartOptions) => start(options)));

  program
    .command('serve <states...>')
    .description('serve what any Terraform applied in an emulator: REST APIs, sign-in pages, playground')
    .requiredOption('--endpoint <url>', 'address of the emulator, such as http://127.0.0.1:4599')
    .option('--functions <folder>', 'folder of the archives of functions', '.')
    .option('--access-log <file>', 'file for the access log of the APIs, emptied at the start')
    .option('--port <number>', 'port of the first API (default: 4510, or a free one)', port)
    .addHelpText(
      'after',
      '\nA state is the output of `terraform show -json` or a .tfstate file; - is standard input. It is served again when its file changes,\nand at SIGHUP.',
    )
    .exitCodes({ 0: 'stopped', 1: 'it could not start' })
    .action(action((states: string[], options: ServeStatesOptions) => serveStates(states, options)));
}

function port(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 65_535) {
    throw new InvalidArgumentError('Expected a whole number from 1 to 65535.');
  }
  return number;
}

import { Command, InvalidArgumentError } from 'commander';
import { start, type StartOptions } from './start';

const program = new Command('npm start --')
  .description('Deploys the local environment into an AWS emulator with real Terraform and serves it.')
  .option('--check', 'deploy, run the smoke test, print a table, stop; exit 0 or 1')
  .option('--json', 'print JSON on standard output instead of text')
  .option('--port <number>', 'port of the gateway (default: 4510, or a free one)', port)
  .option('--emulator-port <number>', 'port of the emulator (default: 4599, or a free one)', port)
  .action((options: StartOptions) => start(options));

void program.parseAsync();

function port(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 65_535) {
    throw new InvalidArgumentError('Expected a whole number from 1 to 65535.');
  }
  return number;
}

import { Program } from '@gatehouse/cli-kit';
import { packagesFor } from './packages';

/** The command line `gatehouse`, with those of its commands that may be meant. */
export function gatehouse(word: string | undefined): Program {
  const program = new Program('gatehouse').description(
    'Cognito-guarded API Gateway in every environment. docs/commands.md has every command and exit code.',
  );
  // Before the commands, which take its words over.
  program.commandsGroup('Help:').helpCommand('help [command]', 'print the help of a command');
  for (const { heading, load } of packagesFor(word)) {
    program.commandsGroup(heading);
    load().addCommands(program);
  }
  return program;
}

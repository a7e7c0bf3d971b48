import { type Program } from '@gatehouse/cli-kit';

/** What changes a state, also one that no stack has. */
export const changing = { changes: true, orphans: true } as const;

/** A command for one environment, all of its stacks. */
export const ofOne = (program: Program, name: string, description: string): Program =>
  program
    .command(name)
    .description(description)
    .argument('<environment>', 'such as dev')
    .option('--no-synth', 'take what is synthesized already');

/** A command for one environment. */
export const one = (program: Program, name: string, description: string): Program =>
  ofOne(program, name, description).option('--stack <name>', 'only this stack');

/** A command for one environment or several. */
export const several = (program: Program, name: string, description: string): Program =>
  program
    .command(name)
    .description(description)
    .argument('[environments...]', 'such as dev staging')
    .option('--all', 'every environment of the workspace')
    .option('--no-synth', 'take what is synthesized already')
    .option('--stack <name>', 'only this stack')
    .option('--json <file>', 'write a report: every environment and stack, and the exit code');

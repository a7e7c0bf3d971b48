import { action, type Program } from '@gatehouse/cli-kit';
import { synthesizeFolders } from '../app-folders';
import { type Actions, type CommonOptions } from '../commands/actions';
import { type CanaryOptions } from '../commands/canary';
import { overEnvironments, type OverEnvironmentsOptions } from '../commands/over-environments';
import { lazy } from '../lazy';

/**
 * The command that gives what a canary serves to everyone, or takes it back.
 *
 * @param run as `deploy` does with what is selected
 */
export function addCanary(program: Program, on: Actions, run: OverEnvironmentsOptions['run']): void {
  program
    .command('canary')
    .description('print who gets what of the APIs with a canary, or give it to everyone, or take it back')
    .argument('<environment>', 'such as dev')
    .option('--no-synth', 'take what is synthesized already, until the file is written')
    .option('--promote', 'everyone gets what the canary serves')
    .option('--rollback', 'nobody gets what the canary serves')
    .option('--api <name>', 'of which API, as AWS names it, where several have a canary')
    .option('--no-deploy', 'only write the file, for a pull request')
    .exitCodes({
      0: 'printed, or done',
      1: 'refused, or the stack was not applied',
      130: 'stopped by Ctrl-C or SIGTERM',
    })
    .action(
      action((environment: string, options: CanaryOptions & Pick<CommonOptions, 'synth'>) =>
        on.in([environment], { name: 'canary', changes: true }, options, async (folders) => {
          const [folder = environment] = folders;
          return lazy.canary().canaryCommand(folder, options, {
            synthesize: () => synthesizeFolders(folders, { synth: true }),
            deploy: (stack) => overEnvironments(folders, { command: 'deploy', order: 'promote', stack, run }),
          });
        }),
      ),
    );
}

import { action, type Program } from '@gatehouse/cli-kit';
import { type LocalEmulators } from '@gatehouse/terraform';
import { withSynthesized } from '../outputs';
import { backup } from './backup';
import { rehearse } from './rehearse';

interface Options {
  readonly synth: boolean;
}

/** Commands that save what an environment has, and try whether it can be restored. */
export function addCommands(program: Program, emulators: LocalEmulators): void {
  of(program, 'backup', 'save states, users and outputs of an environment into one folder')
    .description(
      'Save the states of an environment, the users of its pools (encrypted, as export-users does) and its outputs into one folder,\n' +
        'with a manifest that says what was saved. docs/operations.md says what it holds and where to keep it.',
    )
    .option('--out <folder>', 'where it goes (default: <app>/.backup/<time>)')
    .option('--yes', 'do it without asking', false)
    .exitCodes({ 0: 'saved', 1: 'refused, or not everything could be saved: there is no folder then' })
    .action(
      action((environment: string, options: Options & { readonly out?: string; readonly yes: boolean }) =>
        withSynthesized(emulators, { ...options, environment, command: 'backup', changes: false }, (synthesized) =>
          backup(synthesized, options),
        ),
      ),
    );
  of(program, 'rehearse-restore', 'restore a backup into an emulator of its own, and compare')
    .description(
      'Restore a backup into an emulator that is made for it and ends with it, by real Terraform and import jobs, and compare what is\n' +
        'there with what was saved. Nothing of the environment is touched. docs/operations.md says more.',
    )
    .option('--from <folder>', 'the backup (default: the newest of the app)')
    .exitCodes({ 0: 'all of it came back', 1: 'refused, or something did not come back' })
    .action(
      action((environment: string, options: Options & { readonly from?: string }) =>
        withSynthesized(
          emulators,
          { ...options, environment, command: 'rehearse-restore', changes: false },
          (synthesized) => rehearse(synthesized, emulators, options.from),
        ),
      ),
    );
}

const of = (program: Program, name: string, summary: string): Program =>
  program
    .command(name)
    .summary(summary)
    .argument('<environment>', 'name (dev) or folder of its app (apps/dev)')
    .option('--no-synth', 'take what is synthesized');

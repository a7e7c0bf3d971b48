import { type Program } from '@gatehouse/cli-kit';
import { type Actions } from '../commands/actions';
import { keepLostStateCommand } from '../commands/keep-lost-state';
import { changing, one } from '../commands/kinds';
import { recoverCommand } from '../commands/recover';

/** The commands for states that a deploy could not write. */
export function addLostState(program: Program, on: Actions): void {
  one(program, 'recover', 'write the states that a deploy could not write')
    .exitCodes({ 0: 'written, or none was lost', 1: 'refused, or a state could not be written' })
    .option('--from <file>', 'the state of one stack, such as a workflow uploads it')
    .action(
      on.onOne<{ from?: string }>({ ...changing, name: 'recover' }, (session, { from }) =>
        recoverCommand(session, from),
      ),
    );

  one(program, 'keep-lost-state', 'put states that could not be written where they outlive this machine')
    .exitCodes({ 0: 'put, or none was lost', 1: 'a state is still on this machine only' })
    .action(on.onOne({ name: 'keep-lost-state' }, (session) => keepLostStateCommand(session)));
}

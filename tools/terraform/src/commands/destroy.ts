import { basename, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { SetupError } from '../errors';
import { EXIT, type ExitCode } from '../exit-codes';
import { type Session } from './session';

/**
 * Destroys the stacks, those that others depend on last.
 *
 * @param yes the environment's name, as the user typed it
 * @throws SetupError unless the name is right
 */
export async function destroyCommand(session: Session, app: string, yes?: string): Promise<ExitCode> {
  await confirm(basename(resolve(app)), yes);
  for (const stack of [...session.selected].reverse()) {
    session.print(stack.name);
    const terraform = session.bind(stack);
    await terraform.init();
    // A destroy plan reads remote state, which a stack that was never applied may not have.
    const { values } = await terraform.showState();
    const summary = values ? await terraform.destroy() : undefined;
    session.print(summary ? `  ${summary.remove} destroyed` : '  nothing to destroy');
  }
  return EXIT.ok;
}

async function confirm(name: string, yes: string | undefined): Promise<void> {
  const typed = yes ?? (await ask(`This destroys everything in "${name}". Type its name to go on: `));
  if (typed === name) return;
  throw new SetupError(
    typed === undefined
      ? `Nothing was destroyed. To destroy "${name}" say so: --yes-destroy=${name}`
      : `Nothing was destroyed: this is "${name}", not "${typed}".`,
  );
}

async function ask(question: string): Promise<string | undefined> {
  if (!process.stdin.isTTY) return undefined;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await terminal.question(question)).trim();
  } finally {
    terminal.close();
  }
}

import { Command } from 'commander';
import { colorsFor, usesColor, widthOf } from './terminal';

/**
 * A command with the layout that all tools share: help with titles in bold, "did you mean" for commands and options,
 * colour on terminals only, and for a wrong call one line on what is wrong and one on where help is.
 */
export class Program extends Command {
  constructor(name?: string) {
    super(name);
    const { bold, cyan } = colorsFor(process.stdout);
    this.configureOutput({
      getOutHasColors: () => usesColor(process.stdout),
      getErrHasColors: () => usesColor(process.stderr),
      getOutHelpWidth: () => widthOf(process.stdout),
      getErrHelpWidth: () => widthOf(process.stderr),
    });
    this.configureHelp({ styleTitle: bold, styleCommandText: cyan, styleOptionText: cyan });
    this.helpOption('-h, --help', 'print this help');
  }

  override createCommand(name?: string): Program {
    return new Program(name);
  }

  /** What each exit code means for this command, below its help. */
  exitCodes(meanings: Readonly<Record<number, string>>): this {
    const lines = Object.entries(meanings).map(([code, meaning]) => `  ${code}  ${meaning}`);
    const { bold } = colorsFor(process.stdout);
    return this.addHelpText('after', `\n${bold('Exit codes:')}\n${lines.join('\n')}`);
  }

  override error(message: string, options?: Parameters<Command['error']>[1]): never {
    super.error(`${message.replace(/^error: /, '')}\nHelp: ${fullName(this)} --help`, options);
  }
}

/** Reads the command line and runs what it says. A reader of the output that goes away (`| head`) is no error. */
export async function runProgram(program: Program): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  await program.parseAsync();
}

const fullName = (command: Command): string =>
  command.parent ? `${fullName(command.parent)} ${command.name()}` : command.name();

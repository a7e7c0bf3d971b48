import { Command, type HelpContext } from 'commander';
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

  /** What begins with `--` is an option, not the value of the one before it; `--id=--value` is a value. */
  override parseOptions(args: string[]): ReturnType<Command['parseOptions']> {
    const end = args.indexOf('--');
    args.slice(0, end < 0 ? args.length : end).forEach((word, at) => {
      const option = this.options.find((each) => each.required && [each.short, each.long].includes(word));
      if (option && args[at + 1]?.startsWith('--')) this.error(`option '${option.flags}' argument missing`);
    });
    return super.parseOptions(args);
  }

  override help(context?: HelpContext | ((text: string) => string)): never {
    const [word, unknown] = this.args;
    const failed = typeof context === 'object' && context.error;
    // `help nope`: the error of `nope`.
    if (failed && word === 'help' && unknown !== undefined) this.parse([unknown], { from: 'user' });
    return super.help(context as HelpContext);
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

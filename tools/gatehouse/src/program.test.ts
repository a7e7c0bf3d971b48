import { type Program } from '@gatehouse/cli-kit';
import { packagesFor } from './packages';
import { gatehouse } from './program';

const namesIn = (word?: string): string[] => gatehouse(word).commands.map((command) => command.name());

/** What `--help` of every command that does something prints. */
const helps = (command: Pick<Program, 'commands'>): string[] =>
  command.commands.flatMap((each) => {
    if (each.commands.length > 0) return helps(each as Program);
    let printed = '';
    each.configureOutput({ writeOut: (text) => (printed += text) }).outputHelp();
    return [printed];
  });

describe('gatehouse', () => {
  it('finds every command where the list of packages says that it is', () => {
    for (const { commands, load } of packagesFor(undefined)) {
      for (const name of commands) expect(namesIn(name)).toEqual(commands);
      expect(load()).toEqual({ addCommands: expect.any(Function) });
    }
  });

  it('knows all commands when the word is none of them', () => {
    const all = packagesFor(undefined).flatMap(({ commands }) => commands);
    expect(namesIn('plann')).toEqual(all);
    expect(namesIn()).toEqual(all);
  });

  it('says in the help of every command what its exit codes mean', () => {
    for (const help of helps(gatehouse(undefined))) expect(help).toMatch(/\nExit codes:\n {2}0 {2}/);
  });

  it('has the same words on help in every group of commands', () => {
    const groups = gatehouse(undefined).commands.filter(({ commands }) => commands.length > 0);
    for (const group of groups) {
      expect(group.helpInformation()).toMatch(/help \[command\] +print the help of a command/);
    }
  });
});

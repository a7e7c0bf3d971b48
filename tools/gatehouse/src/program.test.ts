import { packagesFor } from './packages';
import { gatehouse } from './program';

const namesIn = (word?: string): string[] => gatehouse(word).commands.map((command) => command.name());

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
});

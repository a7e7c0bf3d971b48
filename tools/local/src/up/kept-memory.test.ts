import { type Reporter } from '../console';
import { type Emulator, type EmulatorExit, EmulatorRefusal } from '../emulator';
import { KeptMemory } from './kept-memory';

const nothing = { stacks: [], knownUsers: {} };

/** An emulator that refuses to be saved, and what was asked and said. */
function refusing(exited: Promise<EmulatorExit> = new Promise(() => undefined)) {
  const asked: string[] = [];
  const said: string[] = [];
  const internal = (name: string) => {
    asked.push(name);
    return Promise.reject(new EmulatorRefusal('CannotBeKept', 'the memory of batch: cannot pickle a thread'));
  };
  const emulator = { internal, exited, url: 'http://127.0.0.1:4599' } as unknown as Emulator;
  const reporter = { say: (text: string) => said.push(text) } as unknown as Reporter;
  return { asked, said, memory: new KeptMemory(emulator, reporter, undefined) };
}

describe('the memory of an emulator', () => {
  it('that cannot be kept is no failure, and a line says why', async () => {
    const { memory, said } = refusing();

    await memory.save(nothing);

    expect(said).toEqual([
      'What the emulator holds cannot be kept for the next start: the memory of batch: cannot pickle a thread',
    ]);
  });

  it('is not asked for at the end of a check', async () => {
    const { asked, memory } = refusing();

    await memory.end();

    expect(asked).toEqual([]);
  });

  it('is asked for at the end of what served', async () => {
    const { asked, memory } = refusing();
    memory.keepToTheEnd(() => nothing);

    await memory.end();

    expect(asked).toEqual(['snapshot-versions']);
  });

  it('is gone with its emulator', async () => {
    const exited = Promise.resolve({ stopped: false, code: 1, signal: undefined, log: [] });
    const { asked, memory, said } = refusing(exited);
    memory.keepToTheEnd(() => nothing);
    await exited;

    await memory.end();

    expect([asked, said]).toEqual([[], []]);
  });
});

import { answering, gatehouse, nobody } from '../../testing/answering';
import { TestApp } from '../../testing/app';
import { TestWorkspace } from '../../testing/workspace';
import { chosenEndpoint, withEndpoint } from './endpoint-variable';
import { type LocalEmulators } from './local-emulators';
import { noteEmulator } from './note';
import { type InEmulator, withEmulator } from './with-emulator';

const STARTED = 'http://127.0.0.1:41199';

let said: string[];
let done: string[];
let root: string;
let folder: string;

beforeEach(() => {
  [said, done] = [[], []];
  const workspace = new TestWorkspace();
  root = workspace.root;
  folder = workspace.addEnvironment('local', 'local').directory;
});

const emulators: LocalEmulators = {
  version: () => '1',
  start: ({ environments, root: started }) => {
    done.push(`start ${environments.map(({ name }) => name).join()}${started === root ? '' : ` of ${started}`}`);
    return Promise.resolve({
      url: STARTED,
      holds: 'nothing is applied in it',
      prepare: () => Promise.resolve(),
      stop: ({ keep }) => Promise.resolve(void done.push(keep ? 'keep and stop' : 'stop')),
    });
  },
};

const run = (
  changes = false,
  folders = [folder],
  work: (emulator: InEmulator) => Promise<string | undefined> = () => Promise.resolve(chosenEndpoint()),
) =>
  withEmulator(
    { emulators, folders, command: 'gatehouse plan local', changes, printError: (line) => said.push(line) },
    work,
  );

const own = async (version = '1') => {
  const url = await answering(gatehouse({ checkout: root, instance: 'mine', version }));
  noteEmulator(root, { url, instance: 'mine', version });
  return url;
};

describe('a command on an emulated environment', () => {
  it('uses the emulator that npm start runs in its checkout', async () => {
    const url = await own();

    expect([await run(), done, said]).toEqual([url, [], []]);
    expect(chosenEndpoint()).toBeUndefined();
  });

  it.each([false, true])(
    'starts one where none runs, says so, and ends it; it may change something: %s',
    async (changes) => {
      expect(await run(changes)).toBe(STARTED);
      expect(done).toEqual(['start local', changes ? 'keep and stop' : 'stop']);
      expect(said).toEqual([
        `No emulator of this checkout runs: started one at ${STARTED} for this command; nothing is applied in it.`,
      ]);
    },
  );

  it.each([
    ['before it changed anything', false, 'stop'],
    ['later', true, 'keep and stop'],
  ])('ends the one that it started when it fails %s', async (_when, prepares, end) => {
    new TestApp(folder).write('local-api', {}, { endpoint: STARTED });
    const failing = run(true, [folder], async ({ prepare }) => {
      if (prepares) await prepare();
      throw new Error('no plan');
    });

    await expect(failing).rejects.toThrow('no plan');
    expect(done).toEqual(['start local', end]);
  });

  it('refuses one of another version, by name', async () => {
    const url = await own('0.9');

    await expect(run()).rejects.toThrow(
      `The emulator of this checkout, at ${url}, is of another version of Gatehouse: expected 1, found 0.9. ` +
        `Stop "npm start" (process ${process.pid}) and start it again.`,
    );
  });

  it('does what a person says with GATEHOUSE_AWS_ENDPOINT, and says whose emulator that is', async () => {
    await own();
    const theirs = await answering(gatehouse({ checkout: '/elsewhere', instance: 'theirs' }));
    const plain = await answering({ '/moto-api/config': {} });

    expect(await withEndpoint(theirs, run)).toBe(theirs);
    expect(await withEndpoint(plain, run)).toBe(plain);
    expect(said).toEqual([
      'GATEHOUSE_AWS_ENDPOINT names the emulator of another checkout, /elsewhere: that one is used.',
    ]);
    expect(done).toEqual([]);
  });

  it.each([
    ['nothing that answers', nobody],
    ['a web server ("nginx", status 404)', () => answering({}, { server: 'nginx' })],
  ])('refuses what GATEHOUSE_AWS_ENDPOINT names when it is no emulator: %s', async (found, start) => {
    const url = await start();

    await expect(withEndpoint(url, run)).rejects.toThrow(
      `GATEHOUSE_AWS_ENDPOINT=${url}: expected an AWS emulator, found ${found}.`,
    );
  });

  it('is alone with it: the next one waits for its turn', async () => {
    const order: string[] = [];
    const work = (name: string) => async () => {
      order.push(`${name} begins`);
      await new Promise(setImmediate);
      order.push(`${name} ends`);
      return undefined;
    };
    await Promise.all([run(false, [folder], work('one')), run(false, [folder], work('two'))]);

    expect(order).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
  });
});

it('a command on no emulated environment needs none, nor a turn', async () => {
  const dev = new TestWorkspace().addEnvironment('dev', 'dev').directory;

  expect([await run(false, [dev]), done, said]).toEqual([undefined, [], []]);
});

import { basename } from 'node:path';
import { TestApp } from '../testing/app';
import { appFolders } from './app-folders';
import { noteEmulator } from './own-emulator';
import { runNx } from './run-nx';

jest.mock('./run-nx', () => ({ runNx: jest.fn() }));

const endpoint = 'http://127.0.0.1:4599';
let app: string;

beforeEach(() => {
  jest.mocked(runNx).mockClear();
  jest.spyOn(console, 'error').mockImplementation();
  const synthesized = new TestApp();
  synthesized.write('local-api', {}, { endpoint });
  app = synthesized.directory;
});

afterEach(() => {
  jest.restoreAllMocks();
  delete process.env['GATEHOUSE_AWS_ENDPOINT'];
});

describe('what is synthesized already', () => {
  it('is made anew for the emulator that `npm start` runs here on another port', async () => {
    noteEmulator(app, 'http://127.0.0.1:41199');

    await expect(appFolders([app], { synth: false })).resolves.toEqual([app]);

    expect(jest.mocked(runNx).mock.calls.map(([, ...args]) => args)).toEqual([
      [['run-many', '-t', 'synth', '-p', basename(app)], { GATEHOUSE_AWS_ENDPOINT: 'http://127.0.0.1:41199' }],
    ]);
  });

  it.each([
    ['no emulator runs here', () => undefined],
    ['it is for the one that runs here', () => noteEmulator(app, endpoint)],
    [
      'a person names another one',
      () => {
        noteEmulator(app, 'http://127.0.0.1:41199');
        process.env['GATEHOUSE_AWS_ENDPOINT'] = endpoint;
      },
    ],
  ])('is taken as it is when %s', async (_case, arrange) => {
    arrange();

    await appFolders([app], { synth: false });

    expect(runNx).not.toHaveBeenCalled();
  });
});

import { basename } from 'node:path';
import { TestApp } from '../testing/app';
import { synthesizeFolders } from './app-folders';
import { withEndpoint } from './emulator/endpoint-variable';
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

afterEach(() => jest.restoreAllMocks());

describe('what is synthesized already', () => {
  it('is made anew where it is for another emulator', async () => {
    await withEndpoint('http://127.0.0.1:41199', () => synthesizeFolders([app], { synth: false }));

    expect(jest.mocked(runNx).mock.calls.map(([, args]) => args)).toEqual([
      ['run-many', '-t', 'synth', '-p', basename(app)],
    ]);
  });

  it.each([
    ['it is for the one that is meant', () => withEndpoint(endpoint, () => synthesizeFolders([app], { synth: false }))],
    ['none is meant', () => synthesizeFolders([app], { synth: false })],
  ])('is taken as it is when %s', async (_case, run) => {
    await run();

    expect(runNx).not.toHaveBeenCalled();
  });
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noteEmulator } from '@gatehouse/terraform';
import { forOwnEmulator } from './endpoint-env';

const url = 'http://127.0.0.1:41199';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gatehouse-checkout-'));
  jest.spyOn(process, 'cwd').mockReturnValue(root);
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(root, { recursive: true });
});

/** What Nx takes for an input of the synthesis. */
const input = () =>
  execFileSync(process.execPath, [join(__dirname, 'noted-endpoint.cjs')], { cwd: root })
    .toString()
    .trim();

it('an environment is synthesized for the emulator that npm start runs, unless a person names one', () => {
  expect([forOwnEmulator({ A: 'b' }), input()]).toEqual([{ A: 'b' }, '']);
  const forget = noteEmulator(root, { url, instance: 'i', version: '1' });

  expect([forOwnEmulator({ A: 'b' }), input()]).toEqual([{ A: 'b', GATEHOUSE_AWS_ENDPOINT: url }, url]);
  const named = { GATEHOUSE_AWS_ENDPOINT: 'http://127.0.0.1:4599' };
  expect(forOwnEmulator(named)).toEqual(named);
  forget();
  expect([forOwnEmulator({}), input()]).toEqual([{}, '']);
});

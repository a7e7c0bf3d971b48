import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Emulator, startEmulator } from '../src/emulator';
import { readSnapshot, writeSnapshot } from '../src/snapshot/snapshot-file';
import { portOfSnapshot, type Restored, restoreSnapshot, saveSnapshot } from '../src/snapshot';
import { json } from './roles/requests';
import { people } from './snapshot/people';
import { resources } from './snapshot/resources';
import { type Row, Services } from './snapshot/row';
import { Writers } from './snapshot/writers';

let root: string;
let emulator: Emulator | undefined;
let services: Services;
let restored: Restored;

const rows: Row[] = [...people, ...resources].map((make) => make(() => services));
const writers = new Writers(() => services);

async function start(): Promise<Emulator> {
  emulator = await startEmulator({ checkout: root });
  services = new Services(emulator.url);
  return emulator;
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'gatehouse-snapshot-'));
  mkdirSync(join(root, 'node_modules'));
  const first = await start();
  for (const { before } of rows) await before();
  await writers.start();
  await saveSnapshot(first, { root, stacks: [], users: { ada: 'a1' } });
  await writers.stop();
  await first.stop();
  // As another process would: what was kept beside the snapshot must not be needed.
  rmSync(join(root, 'node_modules', '.cache'), { recursive: true });
  restored = await restoreSnapshot(await start(), { root });
});

afterAll(async () => {
  await emulator?.stop();
  rmSync(root, { recursive: true });
});

describe('an emulator that was restored', () => {
  it('says what it has', () => {
    expect(restored).toMatchObject({ restored: true, facts: { users: { ada: 'a1' }, apps: {} } });
    expect(portOfSnapshot(root)).toEqual(expect.any(Number));
  });

  it.each(rows)('has $title', ({ after }) => after());

  it('has each request that was running when it was saved whole, or not at all', () => writers.expectWhole());

  it('can be saved again', async () => {
    await saveSnapshot(emulator!, { root, stacks: [] });
    expect(readSnapshot(root)).toHaveProperty('memory');
  });
});

describe('an emulator that cannot load a snapshot', () => {
  it.each([
    ['of another version', { moto: '5.0.0' }, Buffer.from(''), 'it is of moto 5.0.0, and this is 5.2.1'],
    ['that is no memory', {}, Buffer.from('nonsense'), /^the emulator cannot load it: /],
    // builtins.exit is not there
    ['that names what is not there', {}, Buffer.from('cbuiltins\nnothing\n.'), /^the emulator cannot load it: /],
  ])('%s says so, and is empty', async (_, other, memory, why) => {
    const saved = readSnapshot(root);
    if (saved === undefined || !('facts' in saved)) throw new Error('expected a snapshot');
    writeSnapshot(root, { facts: { ...saved.facts, versions: { ...saved.facts.versions, ...other } }, memory });
    await emulator!.stop();

    const answer = await restoreSnapshot(await start(), { root });

    expect(answer).toEqual({ restored: false, why: typeof why === 'string' ? why : expect.stringMatching(why) });
    expect(await services.ask(json('dynamodb', 'ListTables', {}))).toEqual({ TableNames: [] });
    writeSnapshot(root, saved);
  });
});
